import type { Texts } from '../../../../platform/messages/index.ts'
import { DescriptionList, Hint, List, Section, Stack } from '../../../../ui/index.ts'
import type { ReportPlace } from '../contents/contents.ts'
import type { Priority, ValidationMeeting } from '../report.ts'
import { InOwnLanguage } from './own-language.tsx'
import { peopleAtLeast } from './people-at-least.ts'
import type { ReportToRead } from './published-report.ts'

type Props = { readonly t: Texts; readonly toRead: ReportToRead }

/** What the neighbourhood works on first, who chose, who thought differently, and how it stands. */
export function Priorities({ t, toRead: { report, priorities } }: Props) {
  if (priorities.length === 0) return null
  return (
    <Section title={t('resident.analysis.priorities')}>
      <List
        look="numbers"
        items={priorities.map((priority) => (
          <PriorityWords key={priority.id} t={t} language={report.language} priority={priority} />
        ))}
      />
    </Section>
  )
}

function PriorityWords({ t, language, priority }: { t: Texts; language: string; priority: Priority }) {
  const { title, why, chosenBy, residentsPresent, dissent, progress, became } = priority
  const count = peopleAtLeast(residentsPresent)
  return (
    <Stack gap="tiny">
      <InOwnLanguage reader={t.language} language={language}>
        <strong>{title}</strong>
        <p>{why}</p>
      </InOwnLanguage>
      <Hint>
        {t(`resident.analysis.chosen.${chosenBy}`)}
        {count === undefined ? '' : ` ${t('resident.analysis.people', { count })}`}
      </Hint>
      {dissent ? <p>{t('resident.analysis.dissent', { text: dissent })}</p> : null}
      {progress ? (
        <p>
          {t('resident.analysis.became')}: {t(`resident.analysis.progress.${progress}`)}. {became ?? ''}
        </p>
      ) : null}
    </Stack>
  )
}

/** Places, associations and services by name: what there is comes before what is missing. */
export function Places({ t, toRead: { report, contents } }: Props) {
  const { places } = contents
  if (places.length === 0) return null
  const isFree = places.filter((place) => place.isFree === true)
  return (
    <Section title={t('resident.analysis.places')}>
      <InOwnLanguage reader={t.language} language={report.language}>
        <p>{namesOf(t, places)}</p>
      </InOwnLanguage>
      {isFree.length > 0 ? <p>{t('resident.analysis.free', { names: namesOf(t, isFree) })}</p> : null}
      {places.some(({ isFromOpenStreetMap }) => isFromOpenStreetMap) ? (
        <Hint>{t('resident.analysis.openStreetMap')}</Hint>
      ) : null}
    </Section>
  )
}

const namesOf = (t: Texts, places: readonly ReportPlace[]) => t.list(places.map(({ name }) => name))

/** Where it was told back, and what residents changed in it. */
export function Checked({ t, toRead: { report, meetings } }: Props) {
  if (meetings.length === 0) return null
  return (
    <Section title={t('resident.analysis.checked')}>
      {meetings.map((meeting) => (
        <MeetingWords key={meeting.id} t={t} language={report.language} meeting={meeting} />
      ))}
    </Section>
  )
}

function MeetingWords({ t, language, meeting }: { t: Texts; language: string; meeting: ValidationMeeting }) {
  const { heldOn, heldAt, peoplePresent, confirmed, corrected, added } = meeting
  const count = peopleAtLeast(peoplePresent)
  const said = { confirmed, corrected, added }
  return (
    <Stack gap="tiny">
      <p>
        {t('resident.analysis.checked.at', { day: t.day(heldOn), place: heldAt })}.
        {count === undefined ? '' : ` ${t('resident.analysis.people', { count })}`}
      </p>
      <DescriptionList
        items={(['confirmed', 'corrected', 'added'] as const).flatMap((what) =>
          said[what]
            ? [
                {
                  term: t(`resident.analysis.checked.${what}`),
                  value: (
                    <InOwnLanguage reader={t.language} language={language}>
                      {said[what]}
                    </InOwnLanguage>
                  ),
                },
              ]
            : [],
        )}
      />
    </Stack>
  )
}
