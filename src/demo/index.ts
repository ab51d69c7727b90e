import { isoDateIn } from '@meernet/calendar'
import { systemActor } from '../platform/access/actor.ts'
import type { Database } from '../platform/database/connect.ts'
import type { Transact } from '../platform/database/transact.ts'
import { demoWorld } from '../platform/demo/demo-world.ts'
import type { Vault } from '../platform/encryption/vault.ts'
import { municipalTimeZone } from '../platform/messages/index.ts'
import { createMunicipality } from '../registers/municipalities/index.ts'

/** What the demo is loaded with. */
export type DemoNeeds = {
  readonly database: Database
  readonly vault: Vault
  readonly transact: Transact
  readonly clock: () => Date
}

/** Identifier of the fictional municipality Netegem. */
export const netegemId = '01900000-0000-7000-8000-000000099999'

/**
 * Loads Netegem (NIS 99999), the same every time but for the dates, which lie around today. Refuses an installation that is
 * not a demo or already has a municipality: real data can never become a demo.
 */
export async function loadDemo({ database, transact, clock }: DemoNeeds): Promise<void> {
  await refuseUnlessEmptyDemo(database)
  await createMunicipality(
    database.owner,
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
  const world = demoWorld(1999, netegemId, isoDateIn(municipalTimeZone, clock()))
  await transact(systemActor(netegemId, 'demo'), async (tx) => {
    void tx
    void world
  })
}

async function refuseUnlessEmptyDemo({ owner }: Database): Promise<void> {
  const installation = await owner.selectFrom('platform.installation').select('kind').executeTakeFirst()
  const municipality = await owner.selectFrom('municipalities.municipality').select('id').executeTakeFirst()
  if (installation?.kind !== 'demo' || municipality)
    throw new Error('The demo is only loaded into an empty demo installation.')
}
