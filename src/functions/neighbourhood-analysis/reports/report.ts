import type { IsoDate } from '@meernet/calendar'

/** What a report went through. Superseded: that of a later year was published. Withdrawn: taken off, with a reason; both stay in the history. */
const reportStates = ['draft', 'checked', 'published', 'superseded', 'withdrawn'] as const
export type ReportState = (typeof reportStates)[number]

/** One version of the analysis of one or several neighbourhoods, or of the whole municipality. */
export type Report = {
  readonly id: string
  readonly followsId: string | null
  readonly title: string
  readonly language: 'nl' | 'fr'
  readonly aboutYear: number
  readonly state: ReportState
  /** None: the whole municipality. */
  readonly areaIds: readonly string[]
  readonly leftOutFindings: readonly string[]
  readonly leftOutIndicators: readonly string[]
  readonly gatheredAt: Date | null
  /** Counts every change of anything in it; a second reader answers for one number only. */
  readonly editNumber: number
  readonly changedBy: string
  /** Who wrote its texts as they stand. */
  readonly writtenBy: readonly string[]
  readonly startedOn: IsoDate
  readonly secondReader: string | null
  readonly readOn: IsoDate | null
  readonly readEdit: number | null
  readonly publishedOn: IsoDate | null
  readonly withdrawnOn: IsoDate | null
  readonly withdrawalReason: string | null
  readonly version: number
}

/** Whether it may still be written in. */
export const isOpen = ({ state }: Pick<Report, 'state'>): boolean => state === 'draft' || state === 'checked'

/** Whether residents can read it: the one that holds now, and earlier ones that nobody took off. */
export const isPublic = ({ state }: Pick<Report, 'state'>): boolean => state === 'published' || state === 'superseded'

/** Whether the second reader read it as it stands now. */
export const isReadAsItStands = ({ readEdit, editNumber }: Pick<Report, 'readEdit' | 'editNumber'>): boolean =>
  readEdit === editNumber

/** Somebody else than who changed it last or wrote one of its texts reads whether anybody can be recognised in it (P14). */
export const maySecondRead = (report: Report, userId: string): boolean =>
  isOpen(report) && ![report.changedBy, ...report.writtenBy].includes(userId) && !isReadAsItStands(report)

/** What a report holds, as far as it matters for publishing. */
export type Standing = Pick<Report, 'state' | 'gatheredAt' | 'readEdit' | 'editNumber'> & {
  readonly hasSummary: boolean
  readonly priorityCount: number
  readonly meetingCount: number
}

/** Why it cannot be published yet; never an order in which to do things. */
export const lacks = ['contents', 'summary', 'priorities', 'meeting', 'checked', 'secondReader'] as const
export type Lack = (typeof lacks)[number]

/** What must still be there before residents read it. Empty: it may be published. */
export function lacksOf(standing: Standing): readonly Lack[] {
  const isThere: Readonly<Record<Lack, boolean>> = {
    contents: standing.gatheredAt !== null,
    summary: standing.hasSummary,
    priorities: standing.priorityCount > 0,
    meeting: standing.meetingCount > 0,
    checked: standing.state === 'checked',
    secondReader: isReadAsItStands(standing),
  }
  return lacks.filter((lack) => !isThere[lack])
}

/** How residents chose. */
export const waysOfChoosing = ['meeting', 'dots', 'talks', 'survey'] as const
export type WayOfChoosing = (typeof waysOfChoosing)[number]

/** What became of a priority a year later. */
export const progresses = ['notStarted', 'busy', 'done', 'dropped'] as const
export type Progress = (typeof progresses)[number]

/** Something to work on first, chosen with residents. */
export type Priority = {
  readonly id: string
  readonly place: number
  readonly title: string
  readonly why: string
  readonly findingIds: readonly string[]
  readonly chosenBy: WayOfChoosing
  /** Who took part in choosing. NOTE others see a band (P13). */
  readonly residentsPresent: number
  /** What those thought who did not agree. */
  readonly dissent: string | null
  readonly followsId: string | null
  readonly progress: Progress | null
  readonly became: string | null
  readonly version: number
}

/** A meeting, or a round of talks, in which the analysis was told back. */
export type ValidationMeeting = {
  readonly id: string
  readonly heldOn: IsoDate
  readonly heldAt: string
  readonly invitedHow: string
  /** NOTE others see bands (P13). */
  readonly peoplePresent: number
  /** Per code of a group; somebody may count in several. */
  readonly groupsPresent: Readonly<Record<string, number>>
  readonly confirmed: string | null
  readonly corrected: string | null
  readonly added: string | null
  readonly version: number
}

export const textParts = ['title', 'summary', 'introduction', 'conclusion'] as const
export type TextPart = (typeof textParts)[number]

/** A part of the report in one language. */
export type ReportText = {
  readonly part: TextPart
  readonly language: string
  readonly text: string
  readonly version: number
}
