import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../../tests/support/world.ts'
import { systemActor } from '../../../../platform/access/actor.ts'
import { fileCards } from '../../cards/file-cards.ts'
import { demoNames } from '../demo/demo-wishes.ts'
import { likelyPairs } from './duplicate-store.ts'

let world: World
let place: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
})
afterAll(() => world.close())

const streets = ['Kerkstraat', 'Molenstraat', 'Stationslaan', 'Dorpsplein', 'Lindelaan']
const syllables = ['ka', 'bo', 'del', 'mer', 'sch', 'van', 'ei', 'tuy']

/** The nth card: names and streets return, some with a typing error, some without a place, some people twice. */
function cardOf(nth: number) {
  const [given, family] = demoNames[nth % demoNames.length] ?? ['An', 'Maes']
  const madeUp = [nth, nth >> 3, nth * 5].map((turn) => syllables[turn & 7]).join('')
  const name = nth % 11 === 0 ? `${given} ${family}` : `${given} ${nth % 7 === 0 ? family : madeUp}`
  return {
    id: uuidv7(),
    zoneId: place.municipalityZone,
    source: 'resident' as const,
    channel: 'web' as const,
    wish: 'Naar de winkel',
    name: nth % 13 === 0 ? name.replace('e', '') : name,
    ...(nth % 5 === 4 ? {} : { placeText: `${streets[nth % 5]} ${nth % 17}` }),
    phone: `011 ${String(100_000 + (nth % 180))}`,
    language: 'nl',
    needsInterpreter: false,
    agreement: { mayTell: 'alles', toWhom: ['coordinator' as const], given: 'spoken' as const },
    urgency: 'ordinary' as const,
    filledInBy: 'zelf',
    filledInOn: '2026-11-23',
  }
}

test('the pairs found in memory are those that comparing each card with each in the database finds', async () => {
  const cards = Array.from({ length: 420 }, (_, nth) => cardOf(nth))
  const actor = systemActor(place.id, 'test')
  await world.app.transact(actor, (tx) => fileCards(tx, cards))
  const asked = cards.filter((_, nth) => nth % 3 === 0).map(({ id }) => id)
  const found = await world.app.transact(actor, (tx) => likelyPairs(tx, asked))
  const { rows: all } = await sql<{ one: string; other: string; because: string }>`
    select distinct on (1, 2) least(new.id, old.id) as one, greatest(new.id, old.id) as other,
      case when new.phone_digest = old.phone_digest then 'samePhone' else 'similarNameAndPlace' end as because
    from detection.referral_card new join detection.referral_card old on old.id <> new.id
    where new.id = any(${asked}::uuid[]) and (new.phone_digest = old.phone_digest or (cardinality(new.name_tokens) >= 12
      and (select count(*) from unnest(old.name_tokens) token where token = any(new.name_tokens))
        >= 0.6::float8 * least(cardinality(new.name_tokens), cardinality(old.name_tokens))))
    order by 1, 2`.execute(world.database.owner)
  expect(found.toSorted((a, b) => (a.one + a.other < b.one + b.other ? -1 : 1))).toEqual(all)
  const byName = all.filter(({ because }) => because === 'similarNameAndPlace')
  expect(byName.length).toBeGreaterThan(50)
  expect(all.length - byName.length).toBeGreaterThan(50)
})
