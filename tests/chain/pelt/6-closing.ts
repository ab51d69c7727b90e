import { expect, test } from 'vitest'
import { personIn } from '../../support/person.ts'
import { names, noted, type Story } from './story.ts'

/** Results are looked at, the case closes with what policy should know, and the person sees the path of the card. */
export function theCaseCloses(story: () => Story): void {
  test('results are looked at after six weeks and after six months', async () => {
    const { coordinator } = story().people
    for (const [moment, outcome] of [
      ['2026-12-30T08:00:00Z', 'de hulp loopt'],
      ['2027-05-18T07:00:00Z', 'een recht is toegekend'],
    ] as const) {
      await story().laterOn(moment, 'coordinator')
      expect((await coordinator.open('/today')).text).toMatch(/Resultaat na zes (weken|maanden) vandaag/)
      await coordinator.open(noted(story(), 'handover'))
      await coordinator.send('Bewaar het resultaat', { 'Wat leverde het op': outcome })
    }
    const tasks = await coordinator.open(`${noted(story(), 'case')}/tasks`)
    expect(tasks.text).toContain(`Zes weken later: wat leverde het op? ${names.coordinator}, 30 december 2026`)
    expect(tasks.text).toContain(`Zes maanden later: wat leverde het op? ${names.coordinator}, 18 mei 2027`)
  })

  test('a case does not close without an answer to the question for policy', async () => {
    const { coordinator } = story().people
    await coordinator.open(noted(story(), 'case'))
    await coordinator.send('Kijk het resultaat na')
    await coordinator.open(`${noted(story(), 'case')}/closing`)
    const refused = await coordinator.tryToSend('Sluit het dossier af', { 'Hoe eindigt': 'resultaat bereikt' })
    expect(refused.status).toBe(422)
  })

  test('on closing, what policy should know is kept without the person', async () => {
    const { coordinator } = story().people
    await coordinator.send('Sluit het dossier af', {
      'Hoe eindigt': 'resultaat bereikt',
      'Had een regel': 'ja',
      Thema: 'Inkomen en schulden',
      'Wat ligt eraan': 'Taal of moeilijke woorden',
      'Wie kan er iets': 'Federale overheid',
      'Welke groepen': ['Mensen met een laag inkomen'],
      'Wat gebeurt er met mensen':
        'Mensen begrijpen de brieven over hun energiefactuur niet en vragen geen korting aan.',
    })
    expect(coordinator.page.text).toContain('Dit dossier is afgesloten')
    const signals = await coordinator.open('/policy-signals')
    expect(signals.text).toContain('energiefactuur')
    expect(signals.text).not.toContain('Bensalem')
  })

  test('the person sees with the code of the card how it went, and who looked', async () => {
    const { visitor } = story().people
    await story().laterOn('2027-05-18T07:20:00Z', 'visitor', 'coordinator')
    const receipt = await visitor.open(`/cards/${noted(story(), 'card from the door')}`)
    const code = /([0-9A-Z]{4} ?){3}/.exec(receipt.text)?.[0] ?? ''
    const resident = personIn(story().world)
    await resident.open('/in/pelt/my-card')
    await resident.send('Toon mijn kaartje', { 'Wat is de code': code })
    expect(resident.page.text).toContain('afgerond (gedaan)')
    expect(resident.page.text).toContain('12 oktober 2026: coördinator, Gemeente Pelt')
    expect(resident.page.text).not.toContain(names.coordinator)
    await resident.open('/in/pelt/my-card/card?lang=ar')
    expect(resident.page.html).toContain('dir="rtl"')
  })
}
