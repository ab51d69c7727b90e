import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DateField,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  Stack,
  TextArea,
} from '../../../../ui/index.ts'
import type { Volunteer } from '../../volunteer.ts'

type Props = { readonly t: Texts; readonly volunteer: Volunteer; readonly form: FilledForm }

/** Asked when somebody leaves: what the organisation can learn. */
export function ExitTalkPage({ t, volunteer, form }: Props) {
  const base = `/volunteers/${volunteer.id}`
  return (
    <Stack>
      <BackLink href={base} text={t('volunteers.backToFile')} />
      <Heading level={1}>{t('volunteers.exitTalk.of', { name: volunteer.name })}</Heading>
      <Lead>{t('volunteers.exitTalk.lead')}</Lead>
      <Form action={`${base}/exit-talk`} hidden={{ version: form.field('version').value }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <DateField {...form.field('heldOn')} label={t('volunteers.exitTalk.heldOn')} max={t.today} required />
        <TextArea
          {...form.field('learned')}
          label={t('volunteers.exitTalk.learned')}
          hint={t('volunteers.exitTalk.hint')}
          rows={8}
          maxLength={2000}
          numberPatternWarning={t('volunteers.care.error.number')}
          required
        />
        <p>{t('volunteers.exitTalk.readers')}</p>
        <ButtonRow>
          <Button>{t('volunteers.exitTalk.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
