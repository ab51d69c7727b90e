import { expect, test } from 'vitest'
import { cardArrives } from '../support/cards.ts'
import { openFromSearch } from '../support/inbox.ts'
import { journeyInNetegem } from '../support/journey.ts'
import { keyboardOn } from '../support/keyboard.ts'

const journey = journeyInNetegem()

test('a coordinator takes a card from the inbox to an open case without a mouse', async () => {
  await cardArrives(journey.server, {
    name: 'Leontine Vermassen',
    phone: '0470 61 62 63',
    wish: 'Ik wil graag gezelschap op zondagnamiddag',
    urgency: 'urgent',
  })
  const sofie = await journey.colleague('Sofie De Wilde')
  const keys = keyboardOn(sofie.page)
  await sofie.arrivesAt('Vandaag')
  await keys.follows('Inbox')
  await sofie.arrivesAt('Inbox')
  await keys.presses('j')
  const first = await keys.focus()
  await keys.presses('j')
  expect(await keys.focus()).not.toBe('')
  await keys.presses('k')
  expect(await keys.focus()).toBe(first)

  await keys.presses('/')
  await keys.presses('Control+a')
  await sofie.page.keyboard.type('Vermasen')
  await keys.opensWith('Enter')
  await sofie.arrivesAt('Inbox')
  await keys.presses('j')
  expect(await keys.focus()).toBe('Leontine Vermassen')
  await keys.opensWith('Enter')
  await sofie.arrivesAt('Leontine Vermassen')

  await keys.opensWith('a')
  await sofie.reads('Bewaard.')
  await keys.opensWith('2')
  await sofie.reads('Triage: gewoon: binnen 14 dagen')
  await keys.writes('Notitie', 'Belde terug, wil graag bezoek op zondag')
  await keys.follows('Bereikt')
  await sofie.reads('Belde terug, wil graag bezoek op zondag')
  await keys.opensWith('m')
  await sofie.reads('toegewezen aan Sofie De Wilde')
  await keys.opensWith('g')
  await sofie.reads('Wil hulp')
  await sofie.arrivesAt('Leontine Vermassen')
  await keys.opensWith('o')
  await sofie.arrivesAt(/^Open een /)
  await keys.picks('Iemand nieuw')
  await keys.follows('Open een ')
  await sofie.reads('Leontine Vermassen')
  expect(new URL(sofie.page.url()).pathname).toMatch(/^\/cases\//)
  await sofie.arrivesAt(/./)
})

test('two cards of one person become one, and apart again when that was a mistake', async () => {
  const phone = '0470 71 72 73'
  await cardArrives(journey.server, { name: 'Omer Buyse', phone, wish: 'Hulp bij de papieren van de verwarming' })
  await cardArrives(journey.server, { name: 'O. Buyse', phone, wish: 'Wie kan mij rijden naar de dokter?' })
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off' })
  await openFromSearch(sofie, 'Omer Buyse', 'Omer Buyse')
  await expect
    .poll(
      async () => {
        await sofie.page.reload()
        return sofie.page.getByRole('heading', { name: 'Misschien dezelfde persoon' }).count()
      },
      { message: 'the job that looks for doubles has run' },
    )
    .toBe(1)
  await sofie.presses(/^Voeg hier samen/)
  await sofie.arrivesAt('Omer Buyse')
  await sofie.reads('Samengevoegd met dit kaartje')
  await sofie.reads('Wie kan mij rijden naar de dokter?')
  await sofie.presses(/^Maak ongedaan/)
  await sofie.arrivesAt('Omer Buyse')
  await sofie.doesNotRead('Samengevoegd met dit kaartje')
  await openFromSearch(sofie, 'Buyse', 'O. Buyse')
})

test('a person who wants no help is left alone, and only that is kept', async () => {
  const code = await cardArrives(journey.server, {
    name: 'Maurits Temmerman',
    phone: '0470 81 82 83',
    wish: 'De buurvrouw stond erop dat ik dit invulde',
  })
  const sofie = await journey.colleague('Sofie De Wilde', { script: 'off', screen: 'phone' })
  await openFromSearch(sofie, 'Temmermans', 'Maurits Temmerman')
  await sofie.presses(/^Gelezen/)
  await sofie.presses(/^gewoon: binnen 14 dagen/)
  await sofie.presses(/^Bereikt/)
  await sofie.follows(/^Wil geen hulp/)
  await sofie.arrivesAt('De persoon wil geen hulp')
  await sofie.presses('Ja, wis het kaartje')
  await sofie.arrivesAt('Inhoud gewist')
  await sofie.doesNotRead('Maurits Temmerman')

  const maurits = await journey.somebody({ script: 'off' })
  await maurits.opens('/in/netegem/my-card')
  await maurits.writes('Wat is de code van uw kaartje?', code)
  await maurits.presses('Toon mijn kaartje')
  await maurits.reads('Dit kaartje is afgerond. Een nieuwe vraag? Vul gerust een nieuw kaartje in.')
})
