import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'
import { findNetwork, loseNetwork, nextDoor, preparePhone } from '../support/visit-phone.ts'

const journey = journeyInNetegem()
const hour = 3_600_000

test('a phone whose clock is hours ahead, and then years behind, notes no visit in hours to come or before the last contact', async () => {
  const began = new Date()
  const rita = await journey.colleague('Rita Goossens', { screen: 'phone' })
  const { clock } = rita.page.context()
  await clock.install({ time: Date.now() + 3 * hour })
  await preparePhone(rita)
  await rita.reads('De klok van deze telefoon loopt niet juist. De app noteert de juiste tijd.')
  await rita.presses('Ik vertrek')
  await rita.reads('Ik ben terug')
  await rita.reads('Alles verzonden')

  await loseNetwork(rita)
  const first = await note(rita, 'Zingt in het koor.')
  // The battery was empty: the clock begins anew.
  await clock.setSystemTime(new Date('2010-01-01T00:00:00Z'))
  const second = await note(rita, 'Bakt elke week wafels.')
  expect(second).not.toBe(first)
  await rita.reads('De klok van deze telefoon staat te vroeg.')
  await findNetwork(rita)
  await rita.reads('Alles verzonden')

  const visits = await journey.server.world.database.owner
    .selectFrom('detection.visit as v')
    .innerJoin('detection.round_address as d', 'd.id', 'v.round_address_id')
    .innerJoin('places.address as a', 'a.id', 'd.address_id')
    .select(['v.visited_at', 'a.number'])
    .where('v.handed_over_at', '>=', began)
    .orderBy('v.visited_at')
    .execute()
  const numberOf = (address: string) => address.split(' ').at(-1)
  // Set back, the clock gives the moment of the last contact; no visit is before it, nor in hours to come.
  for (const { visited_at } of visits) {
    expect(visited_at.getTime()).toBeGreaterThanOrEqual(began.getTime() - hour / 12)
    expect(visited_at.getTime()).toBeLessThanOrEqual(Date.now() + hour / 12)
  }
  expect(visits.map(({ number }) => number).toSorted()).toEqual([numberOf(first), numberOf(second)].toSorted())
})

async function note(visitor: Person, sentence: string): Promise<string> {
  const address = await nextDoor(visitor)
  await visitor.picks('Een fijn gesprek')
  await visitor.writes('Eén zin over het bezoek', sentence)
  await visitor.presses('Bewaren')
  await visitor.arrivesAt(/^Uw ronde/)
  return address
}
