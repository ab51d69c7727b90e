import type { RoundsAnswer, VisitorRound } from '../../functions/detection/contract.ts'
import type { Change } from './notebook-store.ts'
import { type BegunCheck, type CardDraft, isOut, type NotedVisit, type Page, type Self } from './page.ts'

// What is kept on this phone, where it lies and until when.

/** Drafts nobody finished are gone after a day. */
const draftHours = 24
/** A visit is over sooner. What somebody told of income and health is on the phone no longer than it has to be. */
const checkHours = 2

/** A round as it now stands on this phone, until its campaign is over. */
export const roundChange = (round: VisitorRound): Change => ({
  place: `round/${round.id}`,
  value: round,
  forgetAt: endOfDay(round.until),
})

/** Where the note of a visit lies, and what was begun at a door of a round. */
export const visitPlace = (visitId: string) => `visit/${visitId}`
export const draftPlace = (roundAddressId: string) => `draft/${roundAddressId}`
export const checkPlace = (roundAddressId: string) => `check/${roundAddressId}`

/** A card that was begun at `now`. */
export const draftChange = (draft: CardDraft, now: Date): Change => ({
  place: draftPlace(draft.roundAddressId),
  value: draft,
  forgetAt: hoursAfter(now, draftHours),
})

/** A check of rights as far as it was at `now`. */
export const checkChange = (check: BegunCheck, now: Date): Change => ({
  place: checkPlace(check.roundAddressId),
  value: check,
  forgetAt: hoursAfter(now, checkHours),
})

/** What the server's answer changes: rounds replaced, visits that do not wait here brought up to date. */
export function changesFrom(answer: RoundsAnswer, page: Page, now: Date): readonly Change[] {
  const { visitor, municipality, today } = answer
  const waiting = new Set(page.acts.flatMap(({ act }) => ('visitId' in act && act.visitId ? [act.visitId] : [])))
  const known = new Map(page.visits.map((visit) => [visit.id, visit]))
  const gone = page.rounds.filter(({ id }) => !answer.rounds.some((round) => round.id === id))
  return [
    { place: 'self', value: { visitor, municipality, today, fetchedAt: now.toISOString() } satisfies Self },
    { place: 'cards', value: answer.cards },
    ...gone.map(({ id }) => ({ place: `round/${id}` })),
    ...answer.rounds.map((round) => roundChange({ ...round, isCheckedIn: isOut(page, round) })),
    ...answer.visits
      .filter(({ id }) => !waiting.has(id))
      .map(({ forgetAt, ...visit }) => ({
        place: visitPlace(visit.id),
        value: {
          wantsReturnOn: null,
          hasCard: visit.outcome === 'cardFilled',
          ...known.get(visit.id),
          ...visit,
        } satisfies NotedVisit,
        forgetAt: Date.parse(forgetAt),
      })),
  ]
}

const hoursAfter = (now: Date, hours: number) => now.getTime() + hours * 3_600_000
/** The night after the last day, in UTC: an hour or two into the next day in Brussels. */
const endOfDay = (day: string) => Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000
