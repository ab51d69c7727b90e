import type { Tx } from '../../../../platform/database/transact.ts'
import { askDebriefs, volunteerOf } from '../../../../registers/volunteers/index.ts'
import type { Decisions, Situation } from '../acts/decide-acts.ts'
import { volunteersOfRounds } from './hard-visit-store.ts'

/** A moment at which a visit was hard, on a round when that is known. */
type HardMoment = { readonly roundId: string | null; readonly at: Date }

/** After an alarm both of the pair are owed a talk within 48 hours; without a known round whoever raised it is. */
export async function askForTalks(
  tx: Tx,
  decisions: Pick<Decisions, 'visits' | 'calls'>,
  situation: Pick<Situation, 'doors' | 'now'>,
  visitorId: string,
): Promise<void> {
  const hard = hardMoments(decisions, situation)
  if (hard.length === 0) return
  const own = await volunteerOf(tx, visitorId)
  const pairs = await volunteersOfRounds(
    tx,
    hard.flatMap(({ roundId }) => roundId ?? []),
  )
  for (const { roundId, at } of hard) {
    const pair = (roundId && pairs.get(roundId)) || []
    const volunteerIds = [...new Set([...pair, ...(own ? [own.id] : [])])]
    await askDebriefs(tx, { volunteerIds, origin: 'alarm', visitedAt: at })
  }
}

/** Visits that ended in an alarm and alarms that were raised; a phone whose clock is ahead does not put the talk off. */
function hardMoments(
  { visits, calls }: Pick<Decisions, 'visits' | 'calls'>,
  { doors, now }: Pick<Situation, 'doors' | 'now'>,
): readonly HardMoment[] {
  const alarms = visits
    .filter(({ outcome }) => outcome === 'alarm')
    .map(({ roundAddressId, visitedAt }) => ({ roundId: doors.get(roundAddressId)?.roundId ?? null, at: visitedAt }))
  const raised = calls
    .filter(({ kind }) => kind === 'raiseAlarm')
    .map(({ body, at }) => ({ roundId: body.roundId ?? null, at: new Date(at) }))
  return [...alarms, ...raised].map(({ roundId, at }) => ({ roundId, at: at < now ? at : now }))
}
