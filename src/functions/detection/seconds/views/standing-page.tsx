import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  DescriptionList,
  Form,
  Heading,
  Hint,
  Lead,
  Notice,
  Section,
  Select,
  Stack,
  Tag,
} from '../../../../ui/index.ts'
import { cardStatus } from '../../cards/card-status.ts'
import type { ToldWord } from '../../cards/following/told-word-store.ts'
import { ToldWords } from '../../cards/following/views/told-words.tsx'
import { StatusPath } from '../../cards/views/status-path.tsx'
import { isOpen } from '../../signals/signal.ts'
import { canAsk, type SecondRequest } from '../second.ts'
import type { Standing } from '../standing-store.ts'
import { whoHasIt } from './standing-words.ts'

type Props = {
  readonly t: Texts
  readonly standing: Standing
  readonly request: SecondRequest | undefined
  readonly neighbourhood: string | undefined
  /** Who can be asked, and those named on the page. */
  readonly seconds: readonly { readonly userId: string; readonly name: string }[]
  readonly names: ReadonlyMap<string, string>
  readonly told: readonly ToldWord[]
  /** Identifier of the request that the form would make. */
  readonly requestId: string
  readonly error: string | undefined
  readonly problem: string | undefined
}

/** One signal for a coordinator who does not read it: how far it is, its second, and what that one was allowed to tell. */
export function StandingPage({ t, standing, request, neighbourhood, names, told, problem, ...asking }: Props) {
  return (
    <Stack gap="large">
      <Stack gap="small">
        <BackLink href="/signals" text={t('detection.seconds.title')} />
        <Heading level={1}>{t('detection.seconds.signal', { moment: t.moment(standing.receivedAt) })}</Heading>
        <Lead>{t('detection.seconds.statusOnly')}</Lead>
      </Stack>
      {problem ? (
        <Notice kind="attention" announce title={t('detection.seconds.problem')}>
          <p>{t(`detection.seconds.problem.${problem}`)}</p>
        </Notice>
      ) : null}
      <StatusPath t={t} status={cardStatus(standing)} />
      <DescriptionList
        items={[
          { term: t('detection.seconds.who'), value: whoHasIt(t, standing, request, names) },
          { term: t('detection.filter.neighbourhood'), value: neighbourhood },
          {
            term: t('detection.seconds.promised'),
            value: standing.dueOn && isOpen(standing.state) ? t.day(standing.dueOn) : undefined,
          },
          {
            term: t('detection.seconds.urgency'),
            value: standing.urgency === 'urgent' ? <Tag icon="siren">{t('detection.urgent')}</Tag> : undefined,
          },
        ]}
      />
      <ToldWords t={t} title={t('detection.seconds.toldMe')} told={told} names={names} />
      {isOpen(standing.state) && standing.assigneeId === null && canAsk(request) ? (
        <AskForm t={t} standing={standing} request={request} {...asking} />
      ) : null}
    </Stack>
  )
}

type AskProps = Pick<Props, 't' | 'standing' | 'request' | 'seconds' | 'requestId' | 'error'>

function AskForm({ t, standing, request, seconds, requestId, error }: AskProps) {
  if (seconds.length === 0)
    return (
      <Notice kind="attention" title={t('detection.seconds.noSecond')}>
        <p>{t('detection.seconds.noSecondHint')}</p>
      </Notice>
    )
  return (
    <Section title={t(request ? 'detection.seconds.askAnother' : 'detection.seconds.ask')}>
      <Form action={`/signals/${standing.id}/seconds`} hidden={{ id: requestId }}>
        <Select
          name="of"
          label={t('detection.seconds.whom')}
          hint={t('detection.seconds.whomHint')}
          emptyText={t('detection.seconds.choose')}
          choices={seconds.map(({ userId, name }) => ({ value: userId, label: name }))}
          error={error}
          required
        />
        <Button>{t('detection.seconds.ask')}</Button>
      </Form>
      <Hint>{t('detection.seconds.urgentCall')}</Hint>
    </Section>
  )
}
