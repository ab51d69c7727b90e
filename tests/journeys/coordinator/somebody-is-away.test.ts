import { addDays, isoDateIn } from '@meernet/calendar'
import { expect, test } from 'vitest'
import { netegemId } from '../../../src/demo/netegem.ts'
import { municipalTimeZone } from '../../../src/platform/messages/index.ts'
import { doWorkOfTheClock } from '../../support/jobs.ts'
import { cardArrives } from '../support/cards.ts'
import { openFromSearch } from '../support/inbox.ts'
import { journeyInNetegem } from '../support/journey.ts'
import type { Person } from '../support/person.ts'

const journey = journeyInNetegem()
const today = () => isoDateIn(municipalTimeZone, new Date())
const name = 'Philomène Steyaert'
let sofie: Person

test('a coordinator who will be away says who stands in, and is told when the days are the wrong way round', async () => {
  sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await sofie.follows('Inbox')
  await sofie.follows('Vervangers')
  await sofie.arrivesAt('Vervangers')
  await sofie.chooses('Voor wie', 'Sofie De Wilde')
  await sofie.chooses('Vervangen door', 'Inge Hermans')
  await sofie.writes('Afwezig van', addDays(today(), 3))
  await sofie.writes('Afwezig tot en met', today())
  await sofie.presses('Bewaar')
  await sofie.arrivesAt('Vervangers')
  await sofie.reads('De laatste dag ligt voor de eerste')
  await sofie.writes('Afwezig van', today())
  await sofie.writes('Afwezig tot en met', addDays(today(), 3))
  await sofie.presses('Bewaar')
  await sofie.arrivesAt('Vervangers')
  await sofie.doesNotRead('De laatste dag ligt voor de eerste')
})

test('a card is found by a word of its wish with a typing error, and taken up', async () => {
  await cardArrives(journey.server, {
    name,
    phone: '0470 21 22 23',
    wish: 'Ik begrijp de brief van de mutualiteit niet',
  })
  await openFromSearch(sofie, 'mutalitijt', name)
  await sofie.presses(/^Gelezen/)
  await sofie.presses(/^gewoon: binnen 14 dagen/)
  await sofie.presses('Ik neem dit op')
  await sofie.reads('toegewezen aan Sofie De Wilde')
})

test('what stays too long goes to who stands in, and stands on their Vandaag under what is late, without a name', async () => {
  await promiseWasFor(addDays(today(), -1))
  await doWorkOfTheClock(journey.server.world, netegemId)
  const inge = await journey.colleague('Inge Hermans', { script: 'off', screen: 'phone' })
  await inge.arrivesAt('Vandaag')
  const late = inge.page.getByRole('list', { name: 'Te laat' })
  const line = late.getByRole('listitem').filter({ hasText: 'Een kaartje dat te laat is kwam naar u' })
  await line
    .filter({ hasText: /kaartje van \d/ })
    .first()
    .waitFor()
  await inge.doesNotRead('Philomène')
  await openFromSearch(inge, 'Filomene Steijaert', name)
  await inge.reads('1 dag te laat')
  await inge.reads(/Te laat, doorgegeven: Inge Hermans/)
})

test('what also the substitute leaves goes to the head of service, and comes to rest once somebody calls', async () => {
  await promiseWasFor(addDays(today(), -3))
  await doWorkOfTheClock(journey.server.world, netegemId)
  await openFromSearch(sofie, 'Steyaert', name)
  expect(await sofie.page.getByText('Te laat, doorgegeven').count()).toBe(2)
  await sofie.presses(/^Bereikt/)
  await sofie.reads('Bewaard.')
  await sofie.doesNotRead('3 dagen te laat')
  await sofie.arrivesAt(name)
})

/** Lets days pass for the card that Sofie took up: its promise was for `day`. */
async function promiseWasFor(day: string): Promise<void> {
  const { owner } = journey.server.world.database
  const signalId = /inbox\/([0-9a-f-]{36})/.exec(sofie.page.url())?.[1] ?? ''
  await owner.updateTable('detection.signal').set({ due_on: day }).where('id', '=', signalId).execute()
}
