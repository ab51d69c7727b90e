import type { Contents } from '../contents/contents.ts'
import { longest } from '../forms.ts'
import { type Priority, type Report, type ReportText, textParts, type ValidationMeeting } from '../report.ts'

/** What a piece of a report is, in the order in which residents read it. */
const passageKinds = [
  ...textParts,
  ...['strength', 'need', 'gap', 'residentsSaid'],
  ...['priorityTitle', 'priorityWhy', 'dissent', 'became'],
  ...['confirmed', 'corrected', 'added'],
] as const
export type PassageKind = (typeof passageKinds)[number]

/** A piece of a report that somebody wrote and residents read, so that it has to be said in their language too. */
export type Passage = {
  /** The same for as long as the piece is there: `summary`, `finding.<identifier>.statement`. */
  readonly key: string
  readonly kind: PassageKind
  /** As it was written. */
  readonly source: string
  /** Room for a translation, in characters. */
  readonly longest: number
}

/** What a report says in the words of who made it. */
export type Told = {
  readonly report: Pick<Report, 'title' | 'language'>
  readonly texts: readonly ReportText[]
  readonly contents: Pick<Contents, 'findings'> | undefined
  readonly priorities: readonly Priority[]
  readonly meetings: readonly ValidationMeeting[]
}

/** Every piece of a report that can be translated. Names of places are the same in every language, so they are not among them. */
export function passagesOf(told: Told): readonly Passage[] {
  return [...textPassages(told), ...findingPassages(told), ...priorityPassages(told), ...meetingPassages(told)]
}

/** The key of a piece of a finding, priority or meeting. */
export const passageKey = (thing: 'finding' | 'priority' | 'meeting', id: string, field: string): string =>
  `${thing}.${id}.${field}`

function textPassages({ report, texts }: Told): readonly Passage[] {
  return textParts.flatMap((part) => {
    const own = texts.find((text) => text.part === part && text.language === report.language)?.text
    const source = own ?? (part === 'title' ? report.title : undefined)
    return source ? [{ key: part, kind: part, source, longest: part === 'title' ? longest.title : longest.text }] : []
  })
}

function findingPassages({ contents }: Told): readonly Passage[] {
  return (contents?.findings ?? []).flatMap(({ id, kind, statement, residentsSaid }) => [
    { key: passageKey('finding', id, 'statement'), kind, source: statement, longest: longest.notes },
    ...optional(passageKey('finding', id, 'residentsSaid'), 'residentsSaid', residentsSaid, longest.notes),
  ])
}

function priorityPassages({ priorities }: Told): readonly Passage[] {
  return priorities.flatMap(({ id, title, why, dissent, became }) => [
    { key: passageKey('priority', id, 'title'), kind: 'priorityTitle', source: title, longest: longest.title },
    { key: passageKey('priority', id, 'why'), kind: 'priorityWhy', source: why, longest: longest.notes },
    ...optional(passageKey('priority', id, 'dissent'), 'dissent', dissent, longest.notes),
    ...optional(passageKey('priority', id, 'became'), 'became', became, longest.notes),
  ])
}

function meetingPassages({ meetings }: Told): readonly Passage[] {
  return meetings.flatMap((meeting) =>
    (['confirmed', 'corrected', 'added'] as const).flatMap((field) =>
      optional(passageKey('meeting', meeting.id, field), field, meeting[field], longest.notes),
    ),
  )
}

const optional = (key: string, kind: PassageKind, source: string | null, most: number): readonly Passage[] =>
  source ? [{ key, kind, source, longest: most }] : []
