import type { Texts } from '../../../../platform/messages/index.ts'
import { DescriptionList, Hint, List, Section, Stack } from '../../../../ui/index.ts'
import type { ReportPlace } from '../contents/contents.ts'
import type { Priority, ValidationMeeting } from '../report.ts'
import { passageKey } from '../translations/passages.ts'
import { peopleAtLeast } from './people-at-least.ts'
import type { ReportToRead } from './published-report.ts'
import { NotYetTranslated, Told } from './told.tsx'

type Props = { readonly t: Texts; readonly toRead: ReportToRead }

/** What the neighbourhood works on first, who chose, who thought differently, and how it stands. */
export function Priorities({ t, toRead }: Props) {
  const { priorities } = toRead
  if (priorities.length === 0) return null
  const fields = ['title', 'why', 'dissent', 'became'] as const
  const pieces = priorities.flatMap((priority) =>
    fields.filter((field) => priority[field]).map((field) => passageKey('priority', priority.id, field)),
  )
  return (
    <Section title={t('resident.analysis.priorities')}>
      <NotYetTranslated t={t} toRead={toRead} pieces={pieces} />
      <List
        look="numbers"
        items={priorities.map((priority) => (
          <PriorityWords key={priority.id} t={t} toRead={toRead} priority={priority} />
        ))}
      />
    </Section>
  )
}

function PriorityWords({ t, toRead, priority }: Props & { readonly priority: Priority }) {
  const { id, title, why, chosenBy, residentsPresent, dissent, progress, became } = priority
  const count = peopleAtLeast(residentsPresent)
  const told = (field: string, source: string) => (
    <Told t={t} toRead={toRead} piece={passageKey('priority', id, field)} source={source} />
  )
  return (
    <Stack gap="tiny">
      <strong>{told('title', title)}</strong>
      <p>{told('why', why)}</p>
      <Hint>
        {t(`resident.analysis.chosen.${chosenBy}`)}
        {count === undefined ? '' : ` ${t('resident.analysis.people', { count })}`}
      </Hint>
      {dissent ? (
        <p>
          {t('resident.analysis.dissent')} {told('dissent', dissent)}
        </p>
      ) : null}
      {progress ? (
        <p>
          {t('resident.analysis.became')}: {t(`resident.analysis.progress.${progress}`)}.{' '}
          {became ? told('became', became) : null}
        </p>
      ) : null}
    </Stack>
  )
}

/** Places, associations and services by name: what there is comes before what is missing. */
export function Places({ t, toRead }: Props) {
  const { places } = toRead.contents
  if (places.length === 0) return null
  const isFree = places.filter((place) => place.isFree === true)
  return (
    <Section title={t('resident.analysis.places')}>
      <p>{namesOf(t, places)}</p>
      {isFree.length > 0 ? <p>{t('resident.analysis.free', { names: namesOf(t, isFree) })}</p> : null}
      {places.some(({ isFromOpenStreetMap }) => isFromOpenStreetMap) ? (
        <Hint>{t('resident.analysis.openStreetMap')}</Hint>
      ) : null}
    </Section>
  )
}

/** Names in a row; each keeps its direction to itself, so that the row runs as the reader's language does (Unicode annex 9, isolates). */
export const namesOf = (t: Texts, places: readonly Pick<ReportPlace, 'name'>[]): string =>
  t.list(places.map(({ name }) => (t.direction === 'rtl' ? `\u2068${name}\u2069` : name)))

/** Where it was told back, and what residents changed in it. */
export function Checked({ t, toRead }: Props) {
  const { meetings } = toRead
  if (meetings.length === 0) return null
  const pieces = meetings.flatMap((meeting) =>
    said.filter((field) => meeting[field]).map((field) => passageKey('meeting', meeting.id, field)),
  )
  return (
    <Section title={t('resident.analysis.checked')}>
      <NotYetTranslated t={t} toRead={toRead} pieces={pieces} />
      {meetings.map((meeting) => (
        <MeetingWords key={meeting.id} t={t} toRead={toRead} meeting={meeting} />
      ))}
    </Section>
  )
}

const said = ['confirmed', 'corrected', 'added'] as const

function MeetingWords({ t, toRead, meeting }: Props & { readonly meeting: ValidationMeeting }) {
  const { id, heldOn, heldAt, peoplePresent } = meeting
  const count = peopleAtLeast(peoplePresent)
  return (
    <Stack gap="tiny">
      <p>
        {t('resident.analysis.checked.at', { day: t.day(heldOn), place: heldAt })}.
        {count === undefined ? '' : ` ${t('resident.analysis.people', { count })}`}
      </p>
      <DescriptionList
        items={said.flatMap((what) => {
          const source = meeting[what]
          const piece = passageKey('meeting', id, what)
          const value = source ? <Told t={t} toRead={toRead} piece={piece} source={source} /> : undefined
          return value ? [{ term: t(`resident.analysis.checked.${what}`), value }] : []
        })}
      />
    </Stack>
  )
}
