import { addDays, type IsoDate, isoDateIn } from '@meernet/calendar'
import { bandOf, type ShownBand, sensitiveCounts } from '@meernet/statistics'
import { systemActor } from '../../../../platform/access/actor.ts'
import type { Transact } from '../../../../platform/database/transact.ts'
import { colleagues, tellColleague } from '../../../../platform/identity/index.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import { type TeamMonth, visitorCardMonths } from './team-feedback-store.ts'

/** Cards tell of needs: none is told below ten (P13). */
const firstBand = sensitiveCounts.hideBelow
const bandWidth = 5
const lastBand = 1000
const bandLimits: readonly [number, ...number[]] = [
  firstBand,
  ...Array.from({ length: (lastBand - firstBand) / bandWidth }, (_, k) => firstBand + (k + 1) * bandWidth),
]

/** The band of a count of cards, so that neither a small number nor the difference between two numbers says who. */
export const banded = (count: number): ShownBand => bandOf(count, bandLimits)

/** What became of the cards of visitors in one zone, per month, newest first, without names. Counted by the program. */
export function teamFeedback(
  transact: Transact,
  municipalityId: string,
  zoneId: string,
): Promise<readonly TeamMonth[]> {
  return transact(systemActor(municipalityId, 'feedback to the visitor team'), (tx) =>
    visitorCardMonths(tx, { zoneId, since: addDays(isoDateIn(municipalTimeZone, tx.now), -366) }),
  )
}

/** Lets visitors know at the beginning of a month that there is feedback on the cards of the month before. */
export function tellVisitorTeams(transact: Transact, municipalityId: string): Promise<void> {
  return transact(systemActor(municipalityId, 'feedback to the visitor team'), async (tx) => {
    const yesterday = addDays(isoDateIn(municipalTimeZone, tx.now), -1)
    const byZone = Map.groupBy(await colleagues(tx, { roles: ['visitor'] }), ({ zoneId }) => zoneId)
    for (const [zoneId, visitors] of byZone) {
      const months = await visitorCardMonths(tx, { zoneId, since: firstOf(yesterday) })
      if (months.length > 0) for (const { userId } of visitors) await tellColleague(tx, userId)
    }
  })
}

const firstOf = (day: IsoDate): IsoDate => `${day.slice(0, 7)}-01`
