import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Cluster,
  DateField,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Panel,
  Section,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import { casePath } from '../../cases/views/case-frame.tsx'
import { type Handover, possibleActs } from '../handover.ts'
import { AnswerForms } from './answer-forms.tsx'
import { SharedText } from './shared-text.tsx'

type Props = {
  readonly t: Texts
  readonly handover: Handover
  readonly sender: string
  readonly form: FilledForm
  /** Identifiers for a case of one's own, for who may work on cases. */
  readonly ownCase: { readonly caseId: string; readonly personId: string } | undefined
  readonly problem?: string | undefined
}

/** One handover on the receiver's side: what was shared, and the answer. */
export function ReceivedHandoverPage({ t, handover, sender, form, ownCase, problem }: Props) {
  const path = `/handovers/${handover.id}`
  return (
    <Stack gap="large">
      <Stack gap="small">
        <BackLink href="/handovers" text={t('guidance.received.title')} />
        <Heading level={1}>{t('guidance.received.from', { organisation: sender })}</Heading>
        <Cluster>
          <Status word={t(`guidance.handover.state.${handover.state}`)} weight="strong" />
        </Cluster>
        <Lead>{t('guidance.received.lead')}</Lead>
      </Stack>
      {problem ? (
        <Notice kind="attention" announce title={t('guidance.problem.title')}>
          <p>{t(`guidance.problem.${problem}`)}</p>
        </Notice>
      ) : null}
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <Panel>
        <SharedText t={t} shared={handover.shared} />
      </Panel>
      <AnswerForms t={t} path={path} handover={handover} form={form} />
      {possibleActs(handover.state).includes('arrive') ? (
        <Section title={t('guidance.arrival.title')}>
          <Form action={`${path}/arrival`} hidden={{ version: String(handover.version) }}>
            <DateField
              {...form.field('on')}
              value={form.field('on').value || t.today}
              max={t.today}
              label={t('guidance.arrival.on')}
            />
            <Button>{t('guidance.arrival.arrived')}</Button>
          </Form>
        </Section>
      ) : null}
      {ownCase ? <OwnCase t={t} path={path} handover={handover} ids={ownCase} /> : null}
    </Stack>
  )
}

type OwnCaseProps = Pick<Props, 't' | 'handover'> & {
  readonly path: string
  readonly ids: { readonly caseId: string; readonly personId: string }
}

function OwnCase({ t, path, handover, ids }: OwnCaseProps) {
  if (handover.receiverCaseId)
    return (
      <ButtonRow>
        <LinkButton href={casePath(handover.receiverCaseId)}>{t('guidance.received.toOwnCase')}</LinkButton>
      </ButtonRow>
    )
  if (handover.state !== 'accepted' && handover.state !== 'arrived') return null
  return (
    <Section title={t('guidance.received.ownCase')}>
      <p>{t('guidance.received.ownCaseHint')}</p>
      <Form action={`${path}/case`} hidden={ids}>
        <Button look="secondary">{t('guidance.case.open')}</Button>
      </Form>
    </Section>
  )
}
