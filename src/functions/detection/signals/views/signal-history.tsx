import type { Texts } from '../../../../platform/messages/index.ts'
import { Section, Timeline } from '../../../../ui/index.ts'
import type { SignalEvent } from '../signal-event.ts'
import type { SignalView } from '../signal-reading.ts'

/** What happened, and the names of colleagues by account. */
export type History = Pick<SignalView, 'events' | 'names'>
type Props = { readonly t: Texts; readonly view: History }

/** Who did what and when, newest first. */
export function SignalHistory({ t, view }: Props) {
  return (
    <Section title={t('detection.history.title')}>
      <Timeline
        label={t('detection.history.title')}
        entries={[...view.events].reverse().map((event) => ({
          key: String(event.number),
          moment: t.moment(event.at),
          dateTime: event.at.toISOString(),
          who: whoDid(t, view, event),
          what: whatHappened(t, view, event),
          detail: event.note ? <p dir="auto">{event.note}</p> : undefined,
        }))}
      />
    </Section>
  )
}

function whoDid(t: Texts, { names }: History, { by, byUserId }: SignalEvent): string {
  return names.get(byUserId ?? '') ?? t(`detection.by.${by}`)
}

function whatHappened(t: Texts, { names }: History, { kind, detail, otherId }: SignalEvent): string {
  const what = t(`detection.event.${kind}`)
  const more = detail ? detailText(t, kind, detail) : names.get(otherId ?? '')
  return more ? `${what}: ${more}` : what
}

function detailText(t: Texts, kind: SignalEvent['kind'], detail: string): string {
  switch (kind) {
    case 'filed':
      return t(`detection.channel.${detail}`)
    case 'triaged':
      return t(`detection.triage.${detail}`)
    case 'attempted':
    case 'contacted':
      return t(`detection.way.${detail}`)
    case 'closed':
      return t(`detection.closing.${detail}`)
    case 'toldBack':
      return t(`detection.tellBack.outcome.${detail}`)
    case 'progressed':
      return t(`detection.progress.${detail}`)
    default:
      return detail
  }
}
