/** Outcomes of ringing at a door, as the volunteers know them (domain chapter 6). There is no score anywhere. */
export const visitOutcomes = ['notHome', 'notNow', 'noWish', 'pleasantTalk', 'cardFilled', 'alarm'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

/** Topics of the conversation: a memory aid to look at, never questions to tick off. */
export const visitTopics = [
  'feelingInNeighbourhood',
  'livingHere',
  'neighbours',
  'fallBackOn',
  'whereToTurn',
  'joiningIn',
  'informationOrVolunteering',
] as const
export type VisitTopic = (typeof visitTopics)[number]

/** Hours after handing over in which the visitor still sees and may correct what was written (rule P8). */
export const visibleHoursAfterHandover = 24

/** Whether the visitor still sees what was handed over at `handedOverAt`. */
export function isStillVisible(handedOverAt: Date, now: Date): boolean {
  return now.getTime() - handedOverAt.getTime() < visibleHoursAfterHandover * 3_600_000
}

/** Hours a round lasts when the visitor named no other moment to be back. */
const usualRoundHours = 3

/** The moment somebody is expected back; never more than twelve hours ahead, so that nobody is forgotten till tomorrow. */
export function expectedBack(checkedInAt: Date, wished: Date | undefined): Date {
  const latest = checkedInAt.getTime() + 12 * 3_600_000
  const usual = checkedInAt.getTime() + usualRoundHours * 3_600_000
  const asked = wished && wished > checkedInAt ? wished.getTime() : usual
  return new Date(Math.min(asked, latest))
}
