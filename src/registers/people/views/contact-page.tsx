import type { FilledForm } from '../../../platform/http/index.ts'
import { languageName, spokenLanguages, type Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  EmailField,
  ErrorSummary,
  Fieldset,
  Form,
  Heading,
  Notice,
  NumberField,
  PhoneField,
  RadioGroup,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { channels, fullName, type Person } from '../person.ts'
import { type AddressChoice, addressLine } from './address-line.ts'

type Props = {
  readonly t: Texts
  /** Absent for somebody new. */
  readonly person: Person | undefined
  readonly form: FilledForm
  /** Addresses that the typed one could be. */
  readonly choices: readonly AddressChoice[]
  readonly isStale: boolean
}

/** How somebody is called and reached: registering, or changing it. */
export function ContactPage({ t, person, form, choices, isStale }: Props) {
  return (
    <Stack>
      <BackLink
        href={person ? `/people/${person.id}` : '/people'}
        text={person ? fullName(person) : t('people.title')}
      />
      <Heading level={1}>{t(person ? 'people.contact' : 'people.new')}</Heading>
      {isStale ? (
        <Notice kind="attention" announce title={t('people.stale.title')}>
          <p>{t('people.stale.text')}</p>
        </Notice>
      ) : null}
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Form
        action={person ? `/people/${person.id}/contact` : '/people'}
        hidden={person ? { version: form.field('version').value } : { id: form.field('id').value }}
      >
        <NameFields t={t} form={form} />
        <ReachFields t={t} form={form} />
        <PlaceFields t={t} form={form} choices={choices} />
        <TextArea
          {...form.field('note')}
          label={t('people.field.note')}
          hint={t('people.field.noteHint')}
          optionalText={t('people.optional')}
          numberPatternWarning={t('people.numberPattern')}
          maxLength={500}
          countText={t('people.left')}
        />
        <ButtonRow>
          <Button>{t(person ? 'people.save' : 'people.register')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

type FieldProps = Pick<Props, 't' | 'form'>

function NameFields({ t, form }: FieldProps) {
  const optionalText = t('people.optional')
  return (
    <Fieldset legend={t('people.who')}>
      <TextField
        {...form.field('givenName')}
        label={t('people.field.givenName')}
        maxLength={80}
        required
        autocomplete="off"
      />
      <TextField
        {...form.field('familyName')}
        label={t('people.field.familyName')}
        optionalText={optionalText}
        maxLength={80}
        autocomplete="off"
      />
      <TextField
        {...form.field('called')}
        label={t('people.field.called')}
        hint={t('people.field.calledHint')}
        optionalText={optionalText}
        maxLength={80}
      />
      <NumberField {...form.field('birthYear')} label={t('people.field.birthYear')} optionalText={optionalText} />
      <Select
        {...form.field('language')}
        label={t('people.field.language')}
        choices={languageChoices(t, form.field('language').value)}
      />
      <Checkbox
        name="needsInterpreter"
        label={t('people.field.needsInterpreter')}
        checked={form.field('needsInterpreter').value !== ''}
      />
    </Fieldset>
  )
}

function ReachFields({ t, form }: FieldProps) {
  const optionalText = t('people.optional')
  return (
    <Fieldset legend={t('people.reach')}>
      <RadioGroup
        {...form.field('preferredChannel')}
        label={t('people.field.preferredChannel')}
        inline
        choices={channels.map((channel) => ({ value: channel, label: t(`people.channel.${channel}`) }))}
      />
      <TextField
        {...form.field('reachWhen')}
        label={t('people.field.reachWhen')}
        hint={t('people.field.reachWhenHint')}
        optionalText={optionalText}
        maxLength={200}
      />
      <PhoneField
        {...form.field('phone')}
        label={t('people.field.phone')}
        optionalText={optionalText}
        autocomplete="off"
      />
      <EmailField
        {...form.field('email')}
        label={t('people.field.email')}
        optionalText={optionalText}
        autocomplete="off"
      />
    </Fieldset>
  )
}

function PlaceFields({ t, form, choices }: FieldProps & Pick<Props, 'choices'>) {
  const optionalText = t('people.optional')
  return (
    <Fieldset legend={t('people.place')}>
      <TextField
        {...form.field('address')}
        label={t('people.field.address')}
        hint={t('people.field.addressHint')}
        optionalText={optionalText}
        maxLength={160}
        autocomplete="off"
      />
      {choices.length > 0 ? (
        <RadioGroup
          {...form.field('addressId')}
          label={t('people.field.addressChoice')}
          choices={choices.map((choice) => ({ value: choice.id, label: addressLine(t, choice) }))}
        />
      ) : null}
      <TextField
        {...form.field('placeText')}
        label={t('people.field.placeText')}
        hint={t('people.field.placeTextHint')}
        optionalText={optionalText}
        maxLength={200}
      />
    </Fieldset>
  )
}

function languageChoices(t: Texts, chosen: string) {
  const codes =
    spokenLanguages.some((code) => code === chosen) || !chosen ? spokenLanguages : [chosen, ...spokenLanguages]
  return codes.map((code) => ({ value: code, label: languageName(t, code) }))
}
