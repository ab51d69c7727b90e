import { expect, test } from 'vitest'
import { journeyInNetegem } from '../support/journey.ts'
import type { Looking, Person } from '../support/person.ts'

const journey = journeyInNetegem()

/** Turns 66, the pension age of who was born then, on the next 10 March. */
const today = new Date()
const nextMarch = today.getFullYear() + (today.getMonth() >= 2 ? 1 : 0)
const born = `10/03/${nextMarch - 66}`

const lookings: readonly (readonly [string, Looking])[] = [
  ['without script, at a desk', { script: 'off' }],
  ['with script, on a phone in the dark', { script: 'on', screen: 'phone', light: 'night' }],
]

test.each(lookings)(
  'a social worker goes through rights with somebody who nears pension age: %s',
  async (_, looking) => {
    const nele = await journey.colleague('Nele Baert', looking)
    const title = `pensioen in maart, ${looking.script}`
    const rights = `${await opensCase(nele, title)}/rights`
    await nele.opens(rights)
    await nele.arrivesAt(title)
    await nele.reads('Nog niets bewaard')

    await nele.presses('Begin van nul')
    await nele.arrivesAt('Wie woont er in dit huishouden?')
    await nele.writes('Leeftijd of geboortedatum van de persoon', 'oud')
    await nele.presses('Volgende')
    await nele.reads(/Schrijf een leeftijd van 0 tot 120/)
    await nele.arrivesAt('Wie woont er in dit huishouden?')
    await nele.writes('Leeftijd of geboortedatum van de persoon', born)
    await nele.picks('nee')
    await nele.presses('Volgende')
    await nele.page.getByRole('button', { name: 'Toon wat ik kan vragen' }).waitFor()
    await nele.presses('Toon wat ik kan vragen')
    await nele.arrivesAt('Dit kunt u vragen')
    expect(nele.page.url()).not.toContain(String(nextMarch - 66))

    await nele.presses(`De persoon wordt 66: 10 maart ${nextMarch}`)
    await nele.arrivesAt('Twee dagen naast elkaar')
    const pension = nele.page.getByRole('row').filter({ hasText: 'Inkomensgarantie voor ouderen' })
    expect(await pension.innerText()).toMatch(/minder waarschijnlijk[\s\S]*misschien[\s\S]*U hebt de pensioenleeftijd/)
    expect(nele.page.url()).not.toContain('03-10')
    await nele.page.emulateMedia({ media: 'print' })
    expect(await pension.isVisible()).toBe(true)
    expect(await nele.page.getByRole('button', { name: 'Druk af' }).isVisible()).toBe(false)
    await nele.page.emulateMedia({ media: 'screen' })

    await nele.presses('Terug naar de uitkomst')
    await nele.arrivesAt('Dit kunt u vragen')
    await nele.presses('Bewaar in het dossier')
    await nele.reads(/Zonder akkoord wordt niets bewaard/)
    await nele.arrivesAt('Dit kunt u vragen')
    await nele.page.getByText(/rechten die misschien passen/).click()
    await nele.picks('Verhoogde tegemoetkoming')
    await nele.picks('De persoon weet wat bewaard wordt en gaat akkoord')
    await nele.presses('Bewaar in het dossier')
    await nele.reads('De verkenning is bewaard')
    await nele.arrivesAt(title)
    await nele.reads('alle antwoorden, behalve die over gezondheid, verblijf en spaargeld')
    await nele.opens(`${rights}/followed`)
    await nele.reads(/Verhoogde tegemoetkoming/)
  },
)

test.each(lookings)(
  'and sees what it makes when somebody moves in, and lets the answers go: %s',
  async (_, looking) => {
    const nele = await journey.colleague('Nele Baert', looking)
    const title = `pensioen in maart, ${looking.script}`
    await nele.opens('/cases')
    await nele.follows(/Georgette/)
    await nele.arrivesAt(/pensioen in maart/)
    await nele.opens('/cases')
    await nele.page.getByRole('listitem').filter({ hasText: title }).getByRole('link').first().click()
    await nele.arrivesAt(title)
    await nele.reads('gedaan')
    const rights = `${new URL(nele.page.url()).pathname}/rights`
    await nele.opens(rights)
    await nele.presses(/^Ga verder met de antwoorden van/)
    await nele.arrivesAt('Dit kunt u vragen')
    await nele.reads('Geen enkel recht staat anders dan voor de verandering.')

    await nele.chooses('Wie komt erbij?', 'een partner')
    await nele.writes('Leeftijd of geboortedatum', '60')
    await nele.presses('Kijk wat er verandert')
    await nele.arrivesAt('Dit kunt u vragen')
    await nele.follows(/rechten staan anders. Bekijk het verschil/)
    await nele.reads('Verschil met de bewaarde antwoorden')
    await nele.picks('De persoon weet wat bewaard wordt en gaat akkoord')
    await nele.presses('Bewaar in het dossier')
    await nele.reads('De verkenning is bewaard')

    await nele.opens(rights)
    await nele.arrivesAt(title)
    await nele.presses('Toon het verschil')
    await nele.arrivesAt('Twee verkenningen naast elkaar')
    await nele.reads(/de partner/)
    await nele.opens(rights)
    await nele.page
      .getByRole('link', { name: /^Rechten op/ })
      .first()
      .click()
    await nele.arrivesAt(title)
    await nele.presses('Wis de antwoorden')
    await nele.reads('De antwoorden zijn gewist')
    await nele.arrivesAt(title)
    await nele.doesNotRead(/met antwoorden/)
  },
)

test('one other answer is held against the first without keeping any', async () => {
  const nele = await journey.colleague('Nele Baert', { script: 'off' })
  const rights = `${await opensCase(nele, 'iets anders proberen')}/rights`
  await nele.opens(`${rights}/questions`)
  await nele.writes('Leeftijd of geboortedatum van de persoon', born)
  await nele.presses('Volgende')
  await nele.presses('Toon wat ik kan vragen')
  await nele.arrivesAt('Dit kunt u vragen')
  await nele.presses('Vergelijk vanaf hier')
  await nele.reads('Geen enkel recht staat anders dan voor de verandering.')
  await nele.page.getByText('Wat u vertelde', { exact: true }).first().click()
  await nele.page.getByRole('button', { name: /^Verander.*geboortedatum/ }).click()
  await nele.arrivesAt(/geboortedatum/)
  await nele.page.getByLabel(/geboortedatum/).fill(`${nextMarch - 70}-03-10`)
  await nele.presses('Toon wat ik kan vragen')
  await nele.arrivesAt('Dit kunt u vragen')
  await nele.follows(/rechten staan anders. Bekijk het verschil/)
  await nele.reads('Wat er verandert')
  await nele.opens(rights)
  await nele.reads('Nog niets bewaard')
})

/** Opens a case for somebody who comes to the counter; gives its address. */
async function opensCase(nele: Person, title: string): Promise<string> {
  await nele.opens('/cases/new')
  await nele.writes('Voornaam', 'Georgette')
  await nele.writes('Familienaam', 'Vercauteren')
  await nele.writes('In een paar woorden', title)
  await nele.presses('Open het dossier')
  await nele.arrivesAt(title)
  return new URL(nele.page.url()).pathname
}
