import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  addressesKept,
  addressTable,
  areasZip,
  east,
  importPlacesFrom,
  municipalityIn,
  west,
} from '../support/files/places-files.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const row = (number: number) => `71001;Proefgem;3990;Dorpsstraat;${number};${200_100 + number};200100;71001A00-`
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index + 1))

/** From the given row on the database answers what it answers when its disk is full (53100). */
async function fillTheDisk(atNumber: string): Promise<void> {
  await sql`create function platform.full_disk() returns trigger language plpgsql as $$ begin
    if new.number = ${sql.lit(atNumber)} then
      raise exception 'could not extend file: No space left on device' using errcode = 'disk_full';
    end if;
    return new;
  end $$`.execute(world.database.owner)
  await sql`create trigger full_disk before insert or update on places.address
    for each row execute function platform.full_disk()`.execute(world.database.owner)
}

test('a disk that fills up in the middle of an import leaves everything as it was, and the same import works later', async () => {
  const zip = areasZip(west, east)
  const first = await importPlacesFrom(world, '71001', zip, addressTable(...rows(20)))
  expect(first.exitCode).toBe(0)
  const id = municipalityIn(first)
  const before = await addressesKept(world, id)

  await fillTheDisk('150')
  const failed = await importPlacesFrom(world, '71001', zip, addressTable(...rows(200)))
  expect(failed.exitCode).toBe(1)
  expect(failed.json.error?.message).toMatch(/space|disk/i)
  expect(await addressesKept(world, id)).toEqual(before)

  await sql`drop trigger full_disk on places.address`.execute(world.database.owner)
  const later = await importPlacesFrom(world, '71001', zip, addressTable(...rows(200)))
  expect(later.exitCode).toBe(0)
  expect(await addressesKept(world, id)).toHaveLength(200)
})
