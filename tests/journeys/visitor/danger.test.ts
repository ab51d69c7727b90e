import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import { findNetwork, loseNetwork, nextDoor, preparePhone, restart, unlock } from '../support/visit-phone.ts'

const journey = journeyInNetegem()

test('a visitor in danger without network calls, writes nothing, and the coordinator on call hears as soon as it can', async () => {
  const rita = await journey.colleague('Rita Goossens', { screen: 'phone' })
  await preparePhone(rita)
  await rita.presses('Ik vertrek')
  await rita.reads('Ik ben terug')
  await rita.reads('Alles verzonden')
  await loseNetwork(rita)
  const address = await nextDoor(rita)
  await rita.picks('Er is gevaar')
  await rita.presses('Alarm geven')
  await rita.arrivesAt('Hulp')
  expect(await rita.page.getByRole('link', { name: 'Bel 112' }).first().getAttribute('href')).toBe('tel:112')
  const onCall = rita.page.getByRole('link', { name: /^Bel Sofie De Wilde/ })
  expect(await onCall.getAttribute('href')).toMatch(/^tel:0\d+$/)
  for (const number of ['1712', '1813', '106']) await rita.reads(`Bel ${number}`)
  await rita.reads('U schrijft hier niets op.')
  expect(await rita.page.getByRole('textbox').count()).toBe(0)
  await rita.reads('De coördinator ziet het zodra er internet is. Bel zelf als het dringend is.')

  // The phone dies; the alarm is still there and leaves by itself.
  const again = await restart(rita, journey.server)
  await unlock(again)
  await again.reads('Nog te verzenden: 2')
  await findNetwork(again)
  await again.reads('Alles verzonden')

  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows(/bezoekers? vra(agt|gen) om te bellen/)
  await sofie.arrivesAt('Wie is op pad')
  await sofie.reads('Er is alarm geslagen. Bel de bezoeker nu.')
  // What it was about is told by voice.
  await sofie.doesNotRead(address)
  await sofie.presses(/^Ik bel Rita Goossens/)
  await sofie.reads('Genoteerd: u belt.')
  await sofie.arrivesAt('Wie is op pad')
  await sofie.doesNotRead('Er is alarm geslagen')
})

test('who is not back in time is with the coordinator on call, and is called', async () => {
  const karim = await journey.colleague('Karim El Amrani', { screen: 'phone' })
  await preparePhone(karim)
  // By the hour, the demo has him out already.
  await karim.reads(/^(Ik ben terug|Ik vertrek)$/)
  const isBack = karim.page.getByRole('button', { name: 'Ik ben terug' })
  if (await isBack.isVisible()) await isBack.click()
  await karim.chooses('Ik denk terug te zijn binnen', '1 uur')
  await karim.presses('Ik vertrek')
  await karim.reads('Ik ben terug')
  await karim.reads('Alles verzonden')
  await twoHoursPass()

  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows(/bezoekers? (is|zijn) niet op tijd terug/)
  await sofie.arrivesAt('Wie is op pad')
  const out = sofie.page.getByRole('list', { name: 'Nu op pad' }).getByRole('listitem')
  const late = out.filter({ hasText: 'Karim El Amrani' }).filter({ hasText: 'te laat' })
  const before = await late.count()
  expect(before).toBeGreaterThan(0)
  await sofie.presses(/^Alles goed gehoord Karim El Amrani/)
  await sofie.reads('Genoteerd als terug.')
  await sofie.arrivesAt('Wie is op pad')
  expect(await late.count()).toBe(before - 1)
})

/** Nothing else of these hours matters: whoever is out set out two hours earlier. */
async function twoHoursPass(): Promise<void> {
  const earlier = (moment: string) => sql<Date>`${sql.ref(moment)} - interval '2 hours'`
  await journey.server.world.database.owner
    .updateTable('detection.outing')
    .set({ checked_in_at: earlier('checked_in_at'), expected_back_at: earlier('expected_back_at') })
    .where('back_at', 'is', null)
    .execute()
}
