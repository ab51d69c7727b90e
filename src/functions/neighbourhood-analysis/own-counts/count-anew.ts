import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { municipalityById } from '../../../registers/municipalities/index.ts'
import { keepFigures } from '../figures/import-figures.ts'
import { countPlaces } from './count-places.ts'
import { countWork } from './count-work.ts'
import { ownDataset } from './own-dataset.ts'
import type { WorkCounts } from './work-counts.ts'

type Needs = { readonly transact: Transact; readonly workCounts: WorkCounts }

/**
 * Counts what the municipality has and did, and keeps it as figures with their source. Twice on a day changes nothing. The
 * program counts, over the zones of all controllers; what is kept tells of nobody.
 */
export async function countAnew({ transact, workCounts }: Needs, municipalityId: string): Promise<void> {
  await transact(systemActor(municipalityId, 'analysis.countAnew'), (tx) =>
    keepOwnCounts(tx, workCounts, isoDateIn(municipalTimeZone, tx.now)),
  )
}

/** As above, in a transaction of the program. */
export async function keepOwnCounts(tx: Tx, workCounts: WorkCounts, today: IsoDate): Promise<void> {
  const municipality = await municipalityById(tx.db, tx.actor.municipalityId)
  if (!municipality) return
  const asked = { nisCode: municipality.nisCode, municipality: municipality.name, source: municipality.name }
  const counts = [
    await countPlaces(tx, { ...asked, today }),
    await countWork(tx, { ...asked, workCounts, year: Number(today.slice(0, 4)) - 1 }),
  ]
  for (const count of counts) {
    const dataset = ownDataset(count, today)
    if (dataset) await keepFigures(tx, dataset)
  }
}
