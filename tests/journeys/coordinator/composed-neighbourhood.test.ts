import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { netegemId } from '../../../src/demo/netegem.ts'
import { journeyInNetegem } from '../support/journey.ts'

const journey = journeyInNetegem()

test('a neighbourhood of one’s own crosses the municipal border, chosen on the map and in the list', async () => {
  await loadNeighbour()
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows('Buurten')
  await sofie.arrivesAt('Buurten')
  await sofie.follows('Buurt samenstellen')
  await sofie.arrivesAt('Buurt samenstellen')
  await sofie.writes('Naam van de buurt', 'Rond de gracht')
  await sofie.presses('Bewaar')
  await sofie.reads('Kies minstens één buurt of straat.')
  await sofie.arrivesAt('Buurt samenstellen')
  await sofie.picks('Grensdorp (Buurgem)')
  await sofie.picks(/^Heide \(Netegem\)/)
  await sofie.picks(/^Kerkstraat/)
  await sofie.page.getByText('Statistische sectoren (1)').click()
  await sofie.picks(/^Grens-Oost/)
  await sofie.presses('Bewaar')
  await sofie.reads('De buurt is bewaard.')
  await sofie.arrivesAt('Rond de gracht')
  await sofie.reads(/Grensdorp/)
  await sofie.page.getByRole('rowheader', { name: 'Grensstraat' }).waitFor()
  await sofie.page.getByRole('rowheader', { name: 'Kerkstraat' }).waitFor()
  await sofie.reads(/Grens-Oost/)
  await sofie.follows('Beschrijf de buurt')
  await sofie.arrivesAt('Beschrijf de buurt')
  await sofie.writes('Hoe bewoners haar noemen', 'De Grens')
  await sofie.chooses('Soort buurt', 'Gehucht')
  await sofie.presses('Bewaar')
  await sofie.reads('De beschrijving is bewaard.')
  await sofie.reads('Gehucht')
  await sofie.follows('Buurt aanpassen')
  await sofie.arrivesAt('Buurt aanpassen')
  await sofie.page.getByRole('checkbox', { name: /^Kerkstraat/ }).uncheck()
  await sofie.writes('Waarom verandert de buurt?', 'De kerkstraat hoort bij het dorp.')
  await sofie.presses('Bewaar')
  await sofie.arrivesAt('Rond de gracht')
  await sofie.reads('Eraf: Kerkstraat.')
  await sofie.reads('Waarom: De kerkstraat hoort bij het dorp.')
  await sofie.opens('/campaigns/new')
  await sofie.arrivesAt('Nieuwe campagne')
  expect(await sofie.page.getByRole('checkbox', { name: /^Rond de gracht/ }).count()).toBe(1)
})

/** The municipality next door was loaded along (`--also`): one neighbourhood across the border, one street of six doors. */
async function loadNeighbour(): Promise<void> {
  const { owner } = journey.server.world.database
  const kept = await owner
    .selectFrom('places.area')
    .select(['edition', 'min_x', 'max_x', 'min_y', 'max_y'])
    .where('municipality_id', '=', netegemId)
    .where('name', '=', 'Heide')
    .executeTakeFirstOrThrow()
  const { edition, max_x: left, min_y: low } = kept
  const [x, y] = [left ?? 0, low ?? 0]
  const side = 400
  const border = [
    [x, y],
    [x, y + side],
    [x + side, y + side],
    [x + side, y],
    [x, y],
  ]
  const own = { municipality_id: netegemId, nis_code: '99998' }
  const [area, street, sector] = [uuidv7(), uuidv7(), uuidv7()]
  await owner
    .insertInto('places.area')
    .values({
      ...own,
      ...{ id: area, origin: 'imported', edition, name: 'Grensdorp', code: '99998W01', municipality_name: 'Buurgem' },
      geometry: JSON.stringify([[border]]),
      ...{ min_x: x, max_x: x + side, min_y: y, max_y: y + side, is_approximate: false },
    })
    .execute()
  await owner
    .insertInto('places.area')
    .values({
      ...own,
      ...{ id: sector, origin: 'imported', level: 'sector', edition: '2024', name: 'Grens-Oost', code: '99998A01-' },
      geometry: JSON.stringify([[border]]),
      ...{ min_x: x, max_x: x + side, min_y: y, max_y: y + side, is_approximate: false, municipality_name: 'Buurgem' },
    })
    .execute()
  await owner
    .insertInto('places.street')
    .values({ ...own, id: street, postal_code: '9998', name: 'Grensstraat' })
    .execute()
  for (let door = 1; door <= 6; door += 1) {
    const id = uuidv7()
    await owner
      .insertInto('places.address')
      .values({
        ...own,
        ...{ id, street_id: street, postal_code: '9998', number: String(door), edition, neighbourhood_id: area },
        ...{ x: x + 40 * door, y: y + 200 },
      })
      .execute()
    await owner
      .insertInto('places.placement')
      .values({ municipality_id: netegemId, area_id: area, address_id: id })
      .execute()
  }
}
