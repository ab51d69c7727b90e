import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { colleagues, tellColleague } from '../../../platform/identity/index.ts'
import type { ModuleJobs } from '../../../platform/jobs/index.ts'
import { gapsIn } from './holders.ts'
import { placesWithCards } from './standing-store.ts'

/** Each morning: whoever can do something about cards that nobody under secrecy may read hears that something waits. */
export const secondJobs = ({ transact }: { readonly transact: Transact }): ModuleJobs => ({
  recurring: {
    'detection.warnOfCardsWithoutHolder': {
      schedule: '0 6 * * *',
      task: (municipalityId) => warnOfGaps(transact, municipalityId),
    },
  },
})

const warnOfGaps = (transact: Transact, municipalityId: string): Promise<void> =>
  transact(systemActor(municipalityId, 'detection.warnOfCardsWithoutHolder'), async (tx) => {
    const coordinators = await colleagues(tx, { roles: ['coordinator'] })
    const gaps = gapsIn(await placesWithCards(tx), coordinators)
    if (gaps.length === 0) return
    const zones = new Set(gaps.map(({ zoneId }) => zoneId))
    const administrators = await colleagues(tx, { roles: ['administrator'] })
    const told = [...administrators, ...coordinators.filter(({ zoneId }) => zones.has(zoneId))]
    for (const userId of new Set(told.map((one) => one.userId))) await tellColleague(tx, userId)
  })
