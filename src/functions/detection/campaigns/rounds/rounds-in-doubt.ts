import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Volunteer } from '../../../../registers/volunteers/index.ts'
import type { Campaign } from '../campaign.ts'
import type { RoundProblem } from './actions.ts'
import { type RoundLine, roundsToCome } from './progress-store.ts'
import { membersOf } from './proposal.ts'
import { dayProblems } from './round-days.ts'

/** A round that cannot go as it was planned, and what came in between. */
export type DoubtfulRound = {
  readonly id: string
  readonly day: IsoDate
  readonly problems: readonly RoundProblem[]
}

/** Rounds to come of a campaign that cannot go as planned any more, by day: a plan is judged again each time it is looked at. */
export async function roundsInDoubt(tx: Tx, campaign: Campaign, today: IsoDate): Promise<readonly DoubtfulRound[]> {
  if (campaign.state === 'ended') return []
  const coming = await roundsToCome(tx, campaign.id, today)
  if (coming.length === 0) return []
  const members = await membersOf(tx, campaign)
  return coming
    .map((round) => ({
      id: round.id,
      day: round.day,
      problems: doubtsAbout(round, campaign, members.get(round.pairId)),
    }))
    .filter(({ problems }) => problems.length > 0)
}

/**
 * What came in between since a round was planned: its volunteers stopped, paused or would rather not on that day, the insurance ends
 * before it, a file was frozen (`members` absent), or the campaign moved. Limits a week or month were counted when it was planned.
 */
function doubtsAbout(
  { day }: Pick<RoundLine, 'day'>,
  { startsOn, endsOn }: Pick<Campaign, 'startsOn' | 'endsOn'>,
  members: readonly Volunteer[] | undefined,
): readonly RoundProblem[] {
  return [
    ...(day < startsOn || day > endsOn ? [{ kind: 'outsideCampaign' as const }] : []),
    ...(members ? dayProblems(members, { day, doors: 0, given: [] }) : [{ kind: 'pairFrozen' as const }]),
  ]
}
