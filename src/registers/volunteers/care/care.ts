import type { IsoDate } from '@meernet/calendar'

/** What every volunteer learns, in this order. */
export const trainingTopics = ['listening', 'noticing', 'discretion', 'boundaries', 'safety', 'rightsBasics'] as const
export type TrainingTopic = (typeof trainingTopics)[number]
export type Training = { readonly topic: TrainingTopic; readonly followedOn: IsoDate }

/** Formalities that may be needed before somebody volunteers. Shown as help; which one applies is never kept. */
export const formalities = ['unemployment', 'sickness', 'livingWage', 'minor'] as const

/** Why a talk is owed: an alarm, the volunteer asked, or who guides them did. */
export type DebriefOrigin = 'alarm' | 'volunteer' | 'guide'

/** A talk owed after a hard visit. Nothing about a resident. */
export type Debrief = {
  readonly id: string
  readonly volunteerId: string
  readonly volunteerName: string
  readonly origin: DebriefOrigin
  /** The day of the visit. */
  readonly visitedOn: IsoDate
  readonly dueAt: Date
  readonly heldOn: IsoDate | null
  /** Account of whoever held it. */
  readonly heldBy: string | null
}

/** Hours within which the talk after a hard visit is held. */
const debriefHours = 48

/** The moment by which the talk after a hard visit is promised. */
export function debriefDue(visitedAt: Date): Date {
  return new Date(visitedAt.getTime() + debriefHours * 3_600_000)
}

/** Whether an owed talk is late; one held never is. */
export function isLate({ dueAt, heldOn }: Pick<Debrief, 'dueAt' | 'heldOn'>, now: Date): boolean {
  return heldOn === null && dueAt.getTime() < now.getTime()
}

/** What the organisation learns from somebody who leaves. */
export type ExitTalk = { readonly heldOn: IsoDate; readonly learned: string; readonly version: number }

/** The care for one volunteer, as its page shows it. */
export type Care = {
  readonly trainings: readonly Training[]
  readonly formalitiesHandledOn: IsoDate | null
  readonly contactOn: IsoDate | null
  readonly debriefs: readonly Debrief[]
}
