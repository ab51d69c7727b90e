import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { longestWords, staffChannels, staffChecks } from '../forms.ts'
import { requestKinds } from '../request.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly id: string
  readonly person: { readonly id: string; readonly name: string } | undefined
}

/** Notes what somebody asks about the own data. */
export function NewRequestPage({ t, form, id, person }: Props) {
  const back = person
    ? { href: `/people/${person.id}`, text: person.name }
    : { href: '/rights', text: t('rights.title') }
  return (
    <Stack>
      <BackLink {...back} />
      <Heading level={1}>{t('rights.new')}</Heading>
      <Lead>{person ? t('rights.new.about', { name: person.name }) : t('rights.new.lead')}</Lead>
      <Form action="/rights" hidden={{ id, ...(person && { personId: person.id }) }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        {person ? null : (
          <TextField
            {...form.field('asker')}
            label={t('rights.asker')}
            hint={t('rights.asker.hint')}
            maxLength={200}
            required
          />
        )}
        <RadioGroup
          {...form.field('kind')}
          label={t('rights.kind')}
          choices={requestKinds.map((kind) => ({
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
        <TextArea
          {...form.field('ask')}
          label={t('rights.ask')}
          hint={t('rights.ask.hint')}
          maxLength={longestWords}
          countText={t('rights.left')}
          numberPatternWarning={t('people.error.nationalNumber')}
        />
        <ButtonRow>
          <Button>{t('rights.register')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
