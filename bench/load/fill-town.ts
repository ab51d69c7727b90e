import { type Kysely, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { systemActor } from '../../src/platform/access/actor.ts'
import type { Tables } from '../../src/platform/database/generated/tables.ts'
import { demoWorld } from '../../src/platform/demo/demo-world.ts'
import { createPeople } from '../../src/registers/people/person-store.ts'
import { fillInbox } from '../fill-inbox.ts'
import { type Beside, openBeside } from '../open.ts'
import { namesOfTown } from './names.ts'

/** How large the municipality of a measurement is. */
export type TownSize = { readonly people: number; readonly signals: number; readonly staff: number }

const peopleAtOnce = 1000

/** Fills the demo of `varFolder`: people and cards through the product's own code, sealed and indexed as always; the same for the same size. */
export async function fillTown(varFolder: string, { people, signals, staff }: TownSize): Promise<void> {
  const { owner, transact, close } = await openBeside(varFolder)
  try {
    const zone = await townZone(owner)
    await addStaff(owner, zone, staff)
    await addPeople(transact, zone, people)
  } finally {
    await close()
  }
  await fillInbox(varFolder, signals)
}

/** A municipality and the zone of it in which things happen. */
export type TownZone = { readonly municipality_id: string; readonly zone_id: string }

/** Adds people with a name and a telephone number. */
export async function addPeople(transact: Beside['transact'], zone: TownZone, count: number): Promise<void> {
  const world = demoWorld(51, zone.municipality_id, '2026-11-23')
  const nextName = namesOfTown()
  for (let made = 0; made < count; made += peopleAtOnce) {
    const some = Array.from({ length: Math.min(peopleAtOnce, count - made) }, () => ({
      id: uuidv7(),
      zoneId: zone.zone_id,
      ...nextName(),
      phone: `04${world.whole(1e8)}`,
    }))
    await transact(systemActor(zone.municipality_id, 'fill the town'), (tx) => createPeople(tx, some))
  }
}

/** The zone of the municipality in which cards of the demo arrive. */
export async function townZone(owner: Kysely<Tables>): Promise<TownZone> {
  return owner.selectFrom('detection.signal').select(['municipality_id', 'zone_id']).executeTakeFirstOrThrow()
}

/** Colleagues in every role of the zone, by turns. */
export async function addStaff(
  owner: Kysely<Tables>,
  { municipality_id, zone_id }: TownZone,
  count: number,
): Promise<void> {
  await sql`
    with made as (
      insert into identity.account (id, email, name)
      select gen_random_uuid(), 'colleague-' || nth || '@' || ${municipality_id}::text || '.example', 'Colleague ' || nth from generate_series(1, ${count}::int) nth
      returning id, split_part(split_part(email, '@', 1), '-', 2)::int as nth
    )
    insert into identity.membership (municipality_id, id, account_id, zone_id, role, secrecy, secrecy_proof, secrecy_review_on)
    select ${municipality_id}::uuid, gen_random_uuid(), id, ${zone_id}::uuid,
      (array['coordinator', 'socialWorker', 'communityWorker', 'visitor', 'matcher'])[1 + nth % 5],
      case when nth % 5 < 2 then 'professionalSecrecy' else 'dutyOfDiscretion' end, 'bench', '2099-01-01'
    from made`.execute(owner)
}
