import { expect, test } from 'vitest'
import { elementsOf, readText } from '../../support/markup.ts'
import { buttonsNamed, personIn } from '../../support/person.ts'
import { emailOf, names, noted, type Story } from './story.ts'

/** Volunteers get their files, whole streets are chosen and announced, and rounds are made for a pair. */
export function theCampaignIsPrepared(story: () => Story): void {
  test('the coordinator notes what volunteers are told, and makes a file for each with its proofs', async () => {
    const { coordinator } = story().people
    await coordinator.open('/volunteers/conditions')
    await coordinator.send('Bewaar', {
      Rechtsvorm: 'openbaar bestuur',
      Doel: 'Buren leren kennen en vragen opvangen',
      Terugbetaling: 'Fietskilometers, na afspraak',
      Verzekeraar: 'Voorbeeldverzekering',
      Polisnummer: 'V-2026-43',
      'Verzekerd tot en met': '2027-12-31',
    })
    for (const part of ['visitor', 'fellowVisitor'] as const) {
      await coordinator.open('/volunteers/new')
      await coordinator.send('Bewaar', {
        Naam: names[part],
        'E-mail': emailOf(part),
        Account: names[part],
        Geboortejaar: '1957',
        'Wat graag': ['op bezoek gaan'],
        'Talen waarin': ['Nederlands'],
      })
      expect(coordinator.page.text).toContain('Kan vandaag geen ronde krijgen')
      const proofs = buttonsNamed(coordinator.page, 'Noteer')
      expect(proofs).toHaveLength(4)
      for (const proof of proofs) await coordinator.send(proof, { 'Verteld op': '2026-10-05' })
      expect(coordinator.page.text).toContain('Kan een ronde krijgen')
    }
  })

  test('a campaign is planned in Boseind, for whole streets and the six doors that are published without one', async () => {
    const { coordinator } = story().people
    await coordinator.open('/campaigns/new')
    await coordinator.send('Verder naar de straten', {
      'Naam van de campagne': 'Boseind, herfst 2026',
      Reden: 'Weten hoe het gaat in de wijk',
      'Beslist door': 'vast bureau',
      'Beslist op': '2026-09-14',
      Verwerkingsgrond: 'taak van algemeen belang',
      'Waar dat staat': 'Decreet lokaal sociaal beleid, artikel 9',
      Buurten: ['Boseind'],
      'Eerste dag': '2026-10-12',
      'Laatste dag': '2026-11-20',
      'Coördinator van wacht': names.coordinator,
      'Talen van': ['Nederlands'],
    })
    await coordinator.send('Bewaar deze straten', {
      'Kies de straten': streets,
      'Deuren zonder straatnaam': ['Boseind'],
    })
    story().noted.set('campaign', coordinator.page.path)
  })

  test('every address of the streets gets a letter with a code of its own', async () => {
    const { coordinator } = story().people
    await coordinator.open(`${noted(story(), 'campaign')}/letters`)
    await coordinator.send('Maak 107 brieven')
    const sheets = await coordinator.follow('Afdrukken Klaproosstraat')
    const codes = elementsOf(sheets.content, 'code').map(readText)
    expect(new Set(codes).size).toBe(24)
    expect(sheets.text).toContain('Aan de bewoners van Klaproosstraat 1 3910 Pelt')
    expect(sheets.html).toContain('lang="ar" dir="rtl"')
    story().noted.set('letter code of Klaproosstraat 1', codes[0] ?? '')
  })

  test('the letters are delivered, and the campaign is announced', async () => {
    const { coordinator } = story().people
    await coordinator.open(noted(story(), 'campaign'))
    await coordinator.send('De campagne is aangekondigd', { 'Alle brieven gebust op': '2026-10-05' })
    expect(coordinator.page.text).toContain('De campagne start vanzelf op 12 oktober 2026')
  })

  test('somebody says with the code of the letter to rather have no visit', async () => {
    const resident = personIn(story().world)
    await resident.open('/in/pelt/opt-out')
    const code = noted(story(), 'letter code of Klaproosstraat 1')
    await resident.send('Geen bezoek op dit adres', { 'Wat is de code': code.toLowerCase() })
    expect(resident.page.heading).toBe('Wij komen niet langs')
    const { coordinator } = story().people
    const optOuts = await coordinator.open(`${noted(story(), 'campaign')}/opt-outs`)
    expect(optOuts.text).toContain('Toch wel bezoek Klaproosstraat 1')
  })

  test('two volunteers are a pair, and get rounds of a walk as long as these streets are', async () => {
    const { coordinator } = story().people
    const campaign = noted(story(), 'campaign')
    await coordinator.open(`${campaign}/pairs`)
    await coordinator.send('Maak dit tweetal', {
      'Eerste vrijwilliger': names.visitor,
      'Tweede vrijwilliger': names.fellowVisitor,
    })
    await coordinator.open(`${campaign}/rounds`)
    expect(coordinator.page.text).toContain('106 deuren hebben nog geen ronde')
    await coordinator.send('Maak een voorstel', { 'Deuren per ronde': '22', Vanaf: '2026-10-12' })
    const rounds = await coordinator.send('Bewaar deze 5 rondes')
    const sizes = [...rounds.text.matchAll(/(\d+) deuren, (\d+) meter wandelen/g)].map(([, ...size]) =>
      size.map(Number),
    )
    expect(sizes.reduce((sum, [doors = 0]) => sum + doors, 0)).toBe(106)
    for (const [doors = 0, metres = 0] of sizes) {
      expect(metres / doors).toBeGreaterThan(5)
      // Houses without a street lie scattered: getting there is a walk.
      expect(metres / doors).toBeLessThan(100)
    }
  })

  test('a round can be printed with the number to call, and without the door that wants no visit', async () => {
    const { coordinator } = story().people
    await coordinator.follow('Ronde 1,')
    const sheet = await coordinator.follow('Rondelijst op papier')
    expect(sheet.text).toContain(`Coördinator van wacht: ${names.coordinator}, 0470 00 00 43`)
    expect(sheet.text).toMatch(/Klaproosstraat .* 3 ☐/)
    expect(sheet.text).not.toMatch(/ 1 ☐/)
  })
}

/** Of the eighty streets of Boseind. */
const streets = ['Klaproosstraat', 'Korenbloemstraat', 'Lavendelstraat', 'Lupinestraat']
