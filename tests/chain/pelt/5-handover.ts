import { expect, test } from 'vitest'
import { names, noted, type Story } from './story.ts'

/** A plan with the person, and a warm handover to a partner until the help has really begun. */
export function thePersonIsHandedOver(story: () => Story): void {
  test('a rights check is offered, and a plan is made in the words of the person', async () => {
    await story().laterOn('2026-11-02T08:00:00Z', 'coordinator')
    const { coordinator } = story().people
    const path = noted(story(), 'case')
    await coordinator.open(path)
    await coordinator.send('Bewaar de rechtenverkenning', { 'Wat gebeurde er met': 'aangeboden' })
    await coordinator.send('Begin te verkennen')
    const tooEarly = await coordinator.tryToSend('Het plan staat vast')
    expect(tooEarly.status).toBe(409)
    await coordinator.open(`${path}/plan`)
    await coordinator.send('Voeg het doel toe', {
      Doel: 'Ik wil mijn huis warm krijgen zonder schulden.',
      'Eerste stap': 'Samen de brieven lezen',
    })
    await coordinator.open(path)
    await coordinator.send('Het plan staat vast')
    await coordinator.send('Begin uit te voeren')
  })

  test('help of a neighbour alone is no end: the rights check comes first', async () => {
    const { coordinator } = story().people
    const path = noted(story(), 'case')
    await coordinator.open(`${path}/plan`)
    await coordinator.send('Noteer', {
      Levensdomein: 'Papieren en digitaal',
      'Wat noteert u': 'gedaan',
      'Wat?': 'De brieven samen gelezen.',
    })
    await coordinator.send('Noteer', {
      Levensdomein: 'Papieren en digitaal',
      'Wat noteert u': 'bereikt',
      'Wat?': 'De buurvrouw leest de brieven mee.',
      'Wat kwam ervan': 'hulp van buren',
    })
    await coordinator.open(path)
    await coordinator.send('Kijk het resultaat na')
    await coordinator.open(`${path}/closing`)
    const ending = { 'Hoe eindigt': 'resultaat bereikt', 'Had een regel': 'nee' }
    const refused = await coordinator.tryToSend('Sluit het dossier af', ending)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Er is alleen hulp van buren.')
    await coordinator.open(path)
    await coordinator.send('Bewaar de rechtenverkenning', { 'Wat gebeurde er met': 'gedaan' })
    await coordinator.send('Terug naar de uitvoering')
  })

  test('nothing is shared before the five checks rest on an agreement of the person', async () => {
    const { coordinator, partner } = story().people
    await coordinator.open(`${noted(story(), 'case')}/handovers/new`)
    await coordinator.send('Stel de overdracht voor', {
      Ontvanger: 'CAW Limburg',
      'Contactpersoon daar': names.partner,
      'Waarover het gaat': 'Hulp bij de energiefactuur en de brieven erover.',
    })
    story().noted.set('handover', coordinator.page.path)
    await coordinator.follow('Noteer een afspraak')
    await coordinator.send('Noteer de afspraak', {
      'Wat mag verteld worden': 'Dat ik hulp zoek voor de energiefactuur.',
      'Aan wie': ['partnerorganisatie'],
      'Hoe gegeven': 'mondeling',
      'Wie hoorde': names.coordinator,
    })
    expect(coordinator.page.path).toBe(noted(story(), 'handover'))
    const four = [
      'De ontvanger heeft beroepsgeheim',
      'De ontvanger heeft hetzelfde doel',
      'De persoon weet',
      'Alleen wat',
    ]
    const agreement = { 'Op welke afspraak': 'Dat ik hulp zoek' }
    const refused = await coordinator.tryToSend('Deel met de ontvanger', { 'Vijf controles': four, ...agreement })
    expect(refused.text).toContain('Alle vijf controles moeten kloppen')
    await story().laterOn('2026-11-02T08:10:00Z', 'partner')
    expect((await partner.open('/handovers')).text).not.toContain('Gemeente Pelt')

    await coordinator.open(noted(story(), 'handover'))
    await coordinator.send('Deel met de ontvanger', {
      'Vijf controles': [...four, 'De persoon gaat akkoord'],
      ...agreement,
    })
    expect(coordinator.page.text).toContain('Gedeeld met de ontvanger')
  })

  test('the partner reads only what was agreed, and accepts after meeting the person', async () => {
    const { coordinator, partner } = story().people
    await partner.open('/handovers')
    await partner.follow('Rachida Bensalem')
    expect(partner.page.text).toContain('Hulp bij de energiefactuur')
    expect(partner.page.text).not.toContain('zonder schulden')
    expect(partner.page.text).toContain('De afzender brengt u eerst in contact met de persoon')
    await coordinator.send('Noteer de kennismaking', { 'Hoe maakte': 'samen' })

    await story().laterOn('2026-11-04T08:00:00Z', 'partner')
    await partner.open('/handovers')
    await partner.follow('Rachida Bensalem')
    await partner.send('Ja, ik neem dit op', { 'Hoe lang is het wachten': '1' })
    expect(partner.page.text).toContain('Aanvaard: de afzender weet het')
  })

  test('somebody asks within ten working days, Armistice Day not counted, whether the help began', async () => {
    await story().laterOn('2026-11-19T08:00:00Z', 'coordinator', 'visitor')
    const { coordinator } = story().people
    const today = await coordinator.open('/today')
    expect(today.text).toContain('Nakijken of iemand aankwam vandaag19 november 2026')
    await coordinator.open(noted(story(), 'handover'))
    await coordinator.send('De hulp is begonnen', { 'Begonnen op': '2026-11-18' })
    const tasks = await coordinator.open(`${noted(story(), 'case')}/tasks`)
    expect(tasks.text).toContain('30 december 2026')
    expect(tasks.text).toContain('18 mei 2027')
  })

  test('the sender hears that the help is followed', async () => {
    const { visitor } = story().people
    expect((await visitor.open('/cards')).text).toContain('wordt gevolgd')
    const answer = await visitor.browser.get('/api/visits/rounds')
    expect(await answer.json()).toMatchObject({ rounds: [], cards: [{ status: 'followed' }] })
  })
}
