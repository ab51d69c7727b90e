import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { type Address, addressLine, type Neighbourhood } from '../../../../registers/places/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Checkbox,
  CheckboxGroup,
  CodeField,
  DateField,
  EmailField,
  ErrorSummary,
  Fieldset,
  Form,
  Heading,
  Lead,
  PhoneField,
  RadioGroup,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { cardLanguages, cardLengths, cardReceivers, cardSources, cardUrgencies } from '../../cards/card-input.ts'
import { languageChoices } from '../../cards/views/language-choices.ts'
import { staffChannels } from '../card-form.ts'
import { noneOfThese } from '../card-place.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly id: string
  readonly neighbourhoods: readonly Neighbourhood[]
  /** Addresses that may be meant by what was typed, to choose among. */
  readonly addresses: readonly Address[]
  /** Whole form: for whoever enters cards of others, from paper or phone. */
  readonly isWhole: boolean
  readonly asksToKeep: boolean
}
type PartProps = Pick<Props, 't' | 'form'>

/** A card on one page, for staff. */
export function NewCardPage({ t, form, id, neighbourhoods, addresses, isWhole, asksToKeep }: Props) {
  return (
    <Stack>
      <BackLink href="/cards" text={t('detection.sent.title')} />
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Heading level={1}>{t('detection.newCard.title')}</Heading>
      <Lead>{t('detection.newCard.lead')}</Lead>
      <Form action="/cards/new" hidden={{ id }}>
        <Fieldset legend={t('detection.newCard.how')}>
          {isWhole ? (
            <Select
              {...form.field('source')}
              label={t('detection.filter.source')}
              choices={cardSources.map((value) => ({ value, label: t(`detection.source.${value}`) }))}
            />
          ) : null}
          <RadioGroup
            {...form.field('channel')}
            label={t('detection.card.channel')}
            inline
            choices={staffChannels.map((value) => ({ value, label: t(`detection.channel.${value}`) }))}
          />
          <CodeField
            {...form.field('paperCode')}
            label={t('detection.newCard.paperCode')}
            hint={t('detection.newCard.paperCodeHint')}
            optionalText={t('resident.card.optional')}
          />
          <Checkbox
            {...form.field('together')}
            label={t('detection.newCard.together')}
            checked={form.field('together').value === 'yes'}
          />
        </Fieldset>
        <WishFields t={t} form={form} asksToKeep={asksToKeep} />
        <ReachFields t={t} form={form} neighbourhoods={neighbourhoods} addresses={addresses} />
        <AgreementFields t={t} form={form} />
        <Fieldset legend={t('detection.newCard.signed')}>
          <TextField
            {...form.field('filledInBy')}
            label={t('detection.card.filledInBy')}
            width="medium"
            maxLength={cardLengths.filledInBy}
          />
          <DateField {...form.field('filledInOn')} label={t('detection.newCard.on')} max={t.today} />
        </Fieldset>
        <ButtonRow>
          <Button icon="send">{t('detection.newCard.file')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

function WishFields({ t, form, asksToKeep }: PartProps & { readonly asksToKeep: boolean }) {
  return (
    <Fieldset legend={t('resident.card.part.wish')}>
      <TextArea
        {...form.field('wish')}
        label={t('detection.card.wish')}
        hint={t('resident.card.wish.hint')}
        rows={5}
        maxLength={cardLengths.wish}
        countText={t('resident.card.left')}
        numberPatternWarning={t('resident.card.numberWarning')}
      />
      {asksToKeep ? <Checkbox name="keepNumber" label={t('detection.newCard.keepNumber')} /> : null}
      <RadioGroup
        {...form.field('urgency')}
        label={t('resident.card.part.urgency')}
        choices={cardUrgencies.map((value) => ({
          value,
          label: t(`resident.card.urgency.${value}`),
          hint: t(`detection.newCard.urgency.${value}`),
        }))}
      />
    </Fieldset>
  )
}

function ReachFields({ t, form, neighbourhoods, addresses }: PartProps & Pick<Props, 'neighbourhoods' | 'addresses'>) {
  return (
    <Fieldset legend={t('detection.card.reach')} hint={t('resident.card.contact.hint')}>
      <TextField
        {...form.field('name')}
        label={t('resident.card.name')}
        hint={t('resident.card.name.hint')}
        width="medium"
        autocomplete="off"
        maxLength={cardLengths.name}
      />
      <PhoneField {...form.field('phone')} label={t('resident.card.phone')} autocomplete="off" />
      <EmailField {...form.field('email')} label={t('resident.card.email')} autocomplete="off" />
      <TextField
        {...form.field('placeText')}
        label={t('resident.card.place')}
        hint={t('resident.card.place.hint')}
        autocomplete="off"
        maxLength={cardLengths.placeText}
      />
      {addresses.length > 0 ? (
        <RadioGroup
          {...form.field('addressId')}
          label={t('detection.newCard.whichAddress')}
          hint={t('detection.newCard.whichAddressHint')}
          choices={[
            ...addresses.map((address) => ({ value: address.id, label: addressLine(t, address) })),
            { value: noneOfThese, label: t('detection.newCard.otherAddress') },
          ]}
        />
      ) : null}
      {neighbourhoods.length > 0 ? (
        <Select
          {...form.field('neighbourhoodId')}
          label={t('detection.filter.neighbourhood')}
          hint={t('detection.newCard.neighbourhoodHint')}
          emptyText={t('detection.newCard.unknown')}
          choices={neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <TextField
        {...form.field('reachWhen')}
        label={t('resident.card.reachWhen')}
        hint={t('resident.card.reachWhen.hint')}
        maxLength={cardLengths.reachWhen}
      />
      <Select
        {...form.field('language')}
        label={t('resident.card.field.language')}
        choices={languageChoices(t, cardLanguages)}
      />
      <Checkbox
        {...form.field('needsInterpreter')}
        value="yes"
        label={t('resident.card.interpreter')}
        checked={form.field('needsInterpreter').value === 'yes'}
      />
    </Fieldset>
  )
}

function AgreementFields({ t, form }: PartProps) {
  return (
    <Fieldset legend={t('detection.card.agreement')}>
      <TextArea
        {...form.field('mayTell')}
        label={t('resident.card.mayTell')}
        rows={2}
        maxLength={cardLengths.mayTell}
      />
      <CheckboxGroup
        {...form.list('toWhom')}
        label={t('resident.card.toWhom')}
        hint={t('detection.newCard.coordinatorReads')}
        choices={cardReceivers
          .filter((value) => value !== 'coordinator')
          .map((value) => ({ value, label: t(`resident.card.receiver.${value}`) }))}
      />
      <RadioGroup
        {...form.field('given')}
        label={t('resident.card.given')}
        inline
        choices={(['spoken', 'written'] as const).map((value) => ({ value, label: t(`resident.card.given.${value}`) }))}
      />
      <DateField
        {...form.field('validUntil')}
        label={t('detection.card.validUntil')}
        hint={t('detection.card.untilWithdrawn')}
        optionalText={t('resident.card.optional')}
        min={t.today}
      />
    </Fieldset>
  )
}
