import { labelOf } from '../../../../platform/content/dated-content.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { Link, Timeline, type TimelineEntry } from '../../../../ui/index.ts'
import { lifeDomainContent } from '../../plan/life-domains.ts'
import { nameOfRight } from '../../rights-followed/index.ts'
import type { CaseHead } from '../case-page.ts'
import type { CaseEvent } from '../event-store.ts'
import { CaseFrame, casePath } from './case-frame.tsx'

/** Something that happened before the case: with the signal it began with. */
export type EarlierEvent = { readonly at: Date; readonly what: string; readonly who: string }

type Props = {
  readonly t: Texts
  readonly head: CaseHead
  readonly events: readonly CaseEvent[]
  readonly earlier: readonly EarlierEvent[]
}

/** Everything that happened, newest first: in the case, and before it with the signal. */
export function TimelinePage({ t, head, events, earlier }: Props) {
  const entries = [...events.map((event) => entryOf(t, head, event)), ...earlier.map((event) => earlierEntry(t, event))]
  return (
    <CaseFrame t={t} head={head} current="timeline">
      <Timeline label={t('guidance.tab.timeline')} entries={entries} />
    </CaseFrame>
  )
}

function entryOf(t: Texts, { care, nameOf }: CaseHead, event: CaseEvent): TimelineEntry {
  const { id, kind, at, byUser, aboutId } = event
  const isAboutColleague = kind === 'memberAdded' || kind === 'memberEnded' || kind === 'leadPassed'
  const isAboutHandover = kind === 'handover' || kind === 'disclosure' || kind === 'linkMade'
  return {
    key: id,
    moment: t.moment(at),
    dateTime: at.toISOString(),
    who: nameOf(byUser) || (kind === 'handover' ? t('guidance.receiver') : t('guidance.program')),
    what: [t(`guidance.event.${kind}`), isAboutColleague ? nameOf(aboutId) : valueText(t, event)]
      .filter(Boolean)
      .join(': '),
    detail:
      isAboutHandover && aboutId ? (
        <Link href={`${casePath(care.id, 'handovers')}/${aboutId}`}>{t('guidance.handover.view')}</Link>
      ) : kind === 'rightsCheck' && aboutId ? (
        <Link href={`${casePath(care.id, 'rights')}/checks/${aboutId}`}>{t('guidance.rights.viewCheck')}</Link>
      ) : undefined,
  }
}

/** What the code beside a kind of event means: a state, a life domain, an outcome. */
function valueText(t: Texts, { kind, value }: CaseEvent): string {
  if (value === null) return ''
  switch (kind) {
    case 'moved':
      return t(`guidance.state.${value}`)
    case 'closed':
      return t(`guidance.closing.outcome.${value}`)
    case 'rightsCheck':
      return t(`guidance.rights.${value}`)
    case 'handover':
      return t(`guidance.handover.state.${value}`)
    case 'goalChanged':
      return t(`guidance.goal.state.${value}`)
    case 'taskSet':
    case 'taskDone':
      return t(`guidance.task.${value}`)
    case 'explored':
    case 'action':
    case 'result':
      return labelOf(lifeDomainContent, value, t.language)
    case 'rightWorthAsking':
    case 'rightAsked':
    case 'rightGranted':
    case 'rightRefused':
    case 'rightNotApplicable':
    case 'rightDoesNotWant':
      return nameOfRight(value, t.language)
    default:
      return ''
  }
}

const earlierEntry = (t: Texts, { at, what, who }: EarlierEvent): TimelineEntry => ({
  moment: t.moment(at),
  dateTime: at.toISOString(),
  who,
  what,
})
