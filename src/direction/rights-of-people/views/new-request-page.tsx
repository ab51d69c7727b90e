import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CodeField,
  DateField,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Notice,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { longestCode, longestWords, staffChannels, staffChecks } from '../forms.ts'
import { type RequestKind, requestKinds } from '../request.ts'
import type { ZoneHandlers } from '../zone-handlers.ts'
import { pageOf, type RequestSubject } from './request-page-props.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly id: string
  readonly about: RequestSubject | undefined
  readonly handlers: ZoneHandlers
}

/** Notes what somebody asks about the own data. */
export function NewRequestPage({ t, form, id, about, handlers }: Props) {
  const back = about ? { href: pageOf(about), text: about.name } : { href: '/rights', text: t('rights.title') }
  return (
    <Stack>
      <BackLink {...back} />
      <Heading level={1}>{t('rights.new')}</Heading>
      <Lead>{leadOf(t, about)}</Lead>
      {handlers.hasHandler || handlers.hasOfficer ? null : (
        <Notice kind="attention">
          <p>{t('rights.nobodyHandles')}</p>
        </Notice>
      )}
      <Form action="/rights" hidden={{ id, ...(about && { [`${about.kind}Id`]: about.id }) }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <Asker t={t} form={form} about={about} />
        <HowItCameIn t={t} form={form} about={about} />
        <WhatIsAsked t={t} form={form} about={about} />
        <ButtonRow>
          <Button>{t('rights.register')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

type FieldsProps = Pick<Props, 't' | 'form' | 'about'>

/** Who asks: typed, unless it is asked about somebody with a file. */
function Asker({ t, form, about }: FieldsProps) {
  if (about && about.kind !== 'card') return null
  return (
    <TextField
      {...form.field('asker')}
      label={t('rights.asker')}
      hint={t(about ? 'rights.asker.hintCard' : 'rights.asker.hint')}
      maxLength={200}
      required={about === undefined}
      optionalText={about && t('rights.optional')}
    />
  )
}

/** Which right, along which way, on which day, and how it was seen that it is the person. */
function HowItCameIn({ t, form, about }: FieldsProps) {
  return (
    <>
      <RadioGroup
        {...form.field('kind')}
        label={t('rights.kind')}
        choices={kindsFor(about).map((kind) => ({
          value: kind,
          label: t(`rights.kind.${kind}`),
          hint: t(`rights.kindHint.${kind}`),
        }))}
        required
      />
      <RadioGroup
        {...form.field('channel')}
        label={t('rights.channel')}
        choices={staffChannels.map((one) => ({ value: one, label: t(`rights.channel.${one}`) }))}
        required
      />
      <DateField
        {...form.field('receivedOn')}
        label={t('rights.receivedOn')}
        hint={t('rights.receivedOn.hint')}
        required
      />
      <RadioGroup
        {...form.field('identityChecked')}
        label={t('rights.identity')}
        hint={t('rights.identity.hint')}
        choices={staffChecks.map((one) => ({ value: one, label: t(`rights.identity.${one}`) }))}
        required
      />
    </>
  )
}

/** The words of the person, and the code of a card when there may be one. */
function WhatIsAsked({ t, form, about }: FieldsProps) {
  return (
    <>
      <TextArea
        {...form.field('ask')}
        label={t('rights.ask')}
        optionalText={t('rights.optional')}
        hint={t('rights.ask.hint')}
        maxLength={longestWords}
        countText={t('rights.left')}
        numberPatternWarning={t('people.error.nationalNumber')}
      />
      {about && about.kind !== 'person' ? null : (
        <CodeField
          {...form.field('code')}
          label={t('rights.card.code')}
          optionalText={t('rights.optional')}
          hint={t('rights.card.codeHintNew')}
          maxLength={longestCode}
        />
      )}
    </>
  )
}

function leadOf(t: Texts, about: RequestSubject | undefined): string {
  if (about?.kind === 'card') return t('rights.new.card')
  return about ? t('rights.new.about', { name: about.name }) : t('rights.new.lead')
}

/** Agreements are of people; what a volunteer agreed to ends with the file. */
const kindsFor = (about: RequestSubject | undefined): readonly RequestKind[] =>
  about?.kind === 'volunteer' ? requestKinds.filter((kind) => kind !== 'withdraw') : requestKinds
