import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { ErrorSummary, Heading, Lead, Notice, Panel, Stack } from '../../../../ui/index.ts'
import type { Handover } from '../handover.ts'
import { AnswerForms } from './answer-forms.tsx'
import { SharedText } from './shared-text.tsx'

type Props = {
  readonly t: Texts
  readonly path: string
  readonly sender: string
  readonly handover: Handover
  readonly form: FilledForm
  readonly problem?: string | undefined
}

/** A handover for a receiver without account, once the code was right. */
export function LinkHandoverPage({ t, path, sender, handover, form, problem }: Props) {
  return (
    <Stack gap="large">
      <Heading level={1}>{t('guidance.received.from', { organisation: sender })}</Heading>
      <Lead>{t('guidance.received.lead')}</Lead>
      {problem ? (
        <Notice kind="attention" announce title={t('guidance.problem.title')}>
          <p>{t(`guidance.problem.${problem}`)}</p>
        </Notice>
      ) : null}
      {handover.state === 'accepted' ? (
        <Notice kind="success">
          <p>{t('guidance.link.page.accepted')}</p>
        </Notice>
      ) : null}
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Panel>
        <SharedText t={t} shared={handover.shared} />
      </Panel>
      <AnswerForms t={t} path={path} handover={handover} form={form} />
    </Stack>
  )
}
