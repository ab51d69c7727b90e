import type { Tx } from '../../../platform/database/transact.ts'
import { colleagues } from '../../../platform/identity/index.ts'
import type { DataZone } from '../municipality-store.ts'
import { zonesIn } from '../zone-store.ts'

/** A data zone with who protects the data there. */
export type GuardedZone = DataZone & {
  readonly officers: readonly string[]
  /** People work there and nobody is its officer: nobody lets frozen data go, and perhaps nobody takes a request (P16). */
  readonly lacksOfficer: boolean
}

/**
 * The data zones with their data protection officers. Each controller appoints its own, or the one of another by an agreement: then
 * that one has a membership in this zone too.
 */
export async function guardedZones(tx: Tx): Promise<readonly GuardedZone[]> {
  const everybody = await colleagues(tx)
  return (await zonesIn(tx)).map((zone) => {
    const here = everybody.filter(({ zoneId }) => zoneId === zone.id)
    const officers = here.filter(({ role }) => role === 'dataProtectionOfficer').map(({ name }) => name)
    return { ...zone, officers, lacksOfficer: here.length > 0 && officers.length === 0 }
  })
}
