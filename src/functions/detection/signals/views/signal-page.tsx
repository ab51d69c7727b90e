import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, Cluster, Columns, Heading, KeyboardHelp, Notice, Stack, Status, Tag } from '../../../../ui/index.ts'
import { cardStatus } from '../../cards/card-status.ts'
import { StatusPath } from '../../cards/views/status-path.tsx'
import { possibleMoves } from '../signal.ts'
import type { SignalView } from '../signal-reading.ts'
import { AskedAsSecond } from './asked-as-second.tsx'
import { CardSheet } from './card-sheet.tsx'
import { DuplicateSection } from './duplicate-section.tsx'
import { titleOf } from './inbox-list.tsx'
import { NextActs } from './next-acts.tsx'
import { OtherActs } from './other-acts.tsx'
import { PromiseDate } from './promise-date.tsx'
import { SignalHistory } from './signal-history.tsx'
import { stateIcons } from './state-icons.ts'
import { TellBackSection } from './tell-back-section.tsx'

export type SignalPageProps = {
  readonly t: Texts
  readonly view: SignalView
  readonly userId: string
  /** Message key of why the last act was not done. */
  readonly refusal?: string | undefined
  /** Message keys by field of a form on the page. */
  readonly errors?: readonly { readonly field: string; readonly text: string }[]
}

/** One card with all there is to do about it. */
export function SignalPage({ t, view, userId, refusal, errors = [] }: SignalPageProps) {
  const { signal, card } = view
  const moves = possibleMoves({ ...signal, isMerged: signal.mergedInto !== null })
  return (
    <Stack>
      <BackLink href="/inbox" text={t('detection.inbox.title')} />
      {refusal ? (
        <Notice kind="attention" announce title={t('detection.refused')}>
          <p>{t(refusal)}</p>
        </Notice>
      ) : null}
      {errors.map(({ field, text }) => (
        <Notice key={field} kind="attention" announce>
          <p>{text}</p>
        </Notice>
      ))}
      <Heading level={1}>{titleOf(t, { card })}</Heading>
      <Cluster>
        <PromiseDate t={t} signal={signal} />
        <Status word={t(`detection.state.${signal.state}`)} icon={stateIcons[signal.state]} weight="strong" />
        {signal.triage ? <Tag>{t(`detection.triage.${signal.triage}`)}</Tag> : null}
        {!signal.triage && signal.urgency === 'urgent' ? <Tag icon="siren">{t('detection.urgent')}</Tag> : null}
        <span>{assigneeText(t, view)}</span>
      </Cluster>
      <StatusPath t={t} status={cardStatus(signal)} />
      <Columns
        asideLabel={t('detection.card.acts')}
        below={<SignalHistory t={t} view={view} />}
        aside={
          <>
            <AskedAsSecond t={t} view={view} />
            <NextActs t={t} view={view} moves={moves} />
            <TellBackSection t={t} view={view} />
            <OtherActs t={t} view={view} moves={moves} userId={userId} />
          </>
        }
      >
        <CardSheet t={t} card={card} neighbourhood={view.neighbourhood} />
        <DuplicateSection t={t} view={view} />
      </Columns>
      <KeyboardHelp
        title={t('detection.keys.title')}
        switchText={t('detection.keys.switch')}
        shortcuts={['a', 'triage', 'attempt', 'g', 'd', 'o', 'm'].map((key) => ({
          keys: t(`detection.keys.${key}.keys`),
          text: t(`detection.keys.${key}.text`),
        }))}
      />
    </Stack>
  )
}

function assigneeText(t: Texts, { signal, names }: SignalView): string {
  const name = names.get(signal.assigneeUserId ?? '')
  return name ? t('detection.card.assignee', { name }) : t('detection.card.noAssignee')
}
