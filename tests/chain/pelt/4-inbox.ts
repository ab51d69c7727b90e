import { expect, test } from 'vitest'
import { doWaitingJobs } from '../../support/jobs.ts'
import { personIn } from '../../support/person.ts'
import { moveClock } from '../../support/sign-in/sign-in.ts'
import { noted, type Story } from './story.ts'

/** Cards come in from the door, the web and paper, and one of them becomes a case. */
export function theCardsAreWorkedThrough(story: () => Story): void {
  test('the card of the door is in the inbox, promised within fourteen days', async () => {
    const { coordinator } = story().people
    await coordinator.open('/inbox')
    expect(coordinator.page.text).toContain('Rachida Bensalem over 14 dagen26 oktober 2026')
    expect(coordinator.page.text).toContain('1van niemand')
  })

  test('somebody fills in a card on the web without an account, and gets a code', async () => {
    const resident = personIn(story().world)
    await resident.open('/in/pelt/card')
    await resident.send('Begin een nieuw kaartje')
    await resident.send('Verder', { 'Voor wie is dit kaartje': 'Voor mijzelf' })
    await resident.send('Verder', { 'Waarvoor zoekt u hulp': 'Ik geraak niet meer in de winkel zonder auto.' })
    await resident.send('Verder', { 'Uw naam': 'Leon Schrijvers', Telefoon: '011 99 88 77', Adres: 'Molenstraat 12' })
    await resident.send('Verder', { 'In welke taal': 'Nederlands' })
    await resident.send('Verder', { 'Ja, de coördinator': true })
    await resident.send('Verder', { 'Hoe snel': 'Gewoon' })
    moveClock(story().world, '2026-10-12T07:10:00Z')
    const receipt = await resident.send('Verstuur het kaartje')
    expect(receipt.text).toMatch(/([0-9A-Z]{4} ?){3}/)
  })

  test('a card on paper about the same person is typed in', async () => {
    const { coordinator } = story().people
    await coordinator.open('/cards/new')
    await coordinator.send('Bezorg het kaartje', {
      'Van wie': 'sleutelfiguur',
      'Kwam binnen via': 'papier',
      'Het kaartje is samen': true,
      'In eigen woorden': 'Zoekt vervoer naar de winkel',
      'Naam van de persoon': 'Leon Schryvers',
      Telefoon: '011/99.88.77',
    })
    expect(coordinator.page.heading).toBe('Het kaartje is bezorgd')
  })

  test('a card is found by a name with a typing error', async () => {
    const { coordinator } = story().people
    await coordinator.open('/inbox')
    await coordinator.send('Zoek', { 'Zoek in de kaartjes': 'Bensallem' })
    expect(coordinator.page.path).not.toContain('Bensallem')
    expect(coordinator.page.text).toContain('Rachida Bensalem over 14 dagen')
    expect(coordinator.page.text).not.toContain('Leon Schrijvers')
  })

  test('two cards about the same person are found, merged and parted again', async () => {
    await doWaitingJobs(story().world)
    const { coordinator } = story().people
    await coordinator.open('/inbox')
    await coordinator.follow('Leon Schrijvers')
    expect(coordinator.page.text).toContain('Leon Schryvers zelfde telefoon')
    await coordinator.send('Voeg hier samen')
    expect(coordinator.page.text).toContain('Zoekt vervoer naar de winkel')
    await coordinator.send('Maak ongedaan')
    expect(coordinator.page.text).toContain('Samenvoegen ongedaan gemaakt')
    expect((await coordinator.open('/inbox')).text).toContain('Leon Schryvers')
  })

  test('the coordinator calls, and opens a case for somebody new', async () => {
    const { coordinator } = story().people
    await coordinator.open(`/inbox/${noted(story(), 'card from the door')}`)
    await coordinator.send('gewoon: binnen 14 dagen')
    await coordinator.send('Bereikt', { 'Contact gezocht via': 'telefoon' })
    await coordinator.send('Wil hulp')
    await coordinator.follow('Open een dossier')
    await coordinator.send('Open een dossier', {
      'Wie is het': 'Iemand nieuw',
      Voornaam: 'Rachida',
      Familienaam: 'Bensalem',
    })
    expect(coordinator.page.text).toContain('Bied eerst een rechtenverkenning aan')
    story().noted.set('case', coordinator.page.path)
  })

  test('the sender sees that the card is taken up, and nothing of what it says', async () => {
    const { visitor } = story().people
    const cards = await visitor.open('/cards')
    expect(cards.text).toContain('opgenomen')
    expect(cards.text).not.toContain('verwarming')
  })
}
