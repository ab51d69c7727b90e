import type { SystemActor } from '../platform/access/actor.ts'
import type { Db } from '../platform/database/connect.ts'
import type { Transact } from '../platform/database/transact.ts'
import type { DemoWorld } from '../platform/demo/demo-world.ts'
import { createMunicipality } from '../registers/municipalities/index.ts'

/** Identifier of the fictional municipality. */
export const netegemId = '01900000-0000-7000-8000-000000099999'

type Needs = {
  readonly owner: Db
  readonly transact: Transact
  readonly world: DemoWorld
  readonly system: SystemActor
}

/** Makes Netegem, from its streets to its cases: each module its own part, in the order in which they need each other. */
export async function openNetegem({ owner, transact, system }: Needs): Promise<void> {
  await createMunicipality(
    owner,
    {
      nisCode: '99999',
      name: 'Netegem',
      slug: 'netegem',
      jurisdiction: 'flanders',
      languages: ['nl', 'fr', 'en', 'ar'],
      contact: {
        name: 'Sociaal Huis Netegem',
        phone: '09 000 00 10',
        address: 'Dorpsplein 1, 9999 Netegem',
        hours: 'ma–vr 9–12 u. en 13–16 u.',
      },
    },
    netegemId,
  )
  await transact(system, async () => undefined)
}
