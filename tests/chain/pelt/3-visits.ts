import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import type { ActsAnswer, RoundsAnswer } from '../../../src/functions/detection/contract.ts'
import { names, noted, type Story } from './story.ts'

/** The pair rings at doors with a phone, and what it noted arrives once. */
export function theVisitsAreMade(story: () => Story): void {
  test('the campaign starts by itself on its day, and the phone gets every door once', async () => {
    await story().laterOn('2026-10-12T07:00:00Z', 'coordinator', 'visitor')
    const { coordinator } = story().people
    await coordinator.open(noted(story(), 'campaign'))
    expect(coordinator.page.text).toContain('De campagne loopt')

    const { rounds } = await roundsOn(story())
    const doors = rounds.flatMap((round) => round.doors)
    expect(rounds.map(({ day }) => day)).toEqual(['12', '13', '14', '15', '16'].map((day) => `2026-10-${day}`))
    expect(doors).toHaveLength(106)
    expect(new Set(doors.map(({ addressId }) => addressId)).size).toBe(106)
    const streetless = doors.filter(({ street }) => street === null)
    expect(streetless.map(({ streetNearby }) => streetNearby !== null)).toEqual([true, true, true, true, true, true])
    expect(doors.filter(({ street, number }) => street === 'Klaproosstraat' && number === '1')).toEqual([])
    expect(rounds[0]).toMatchObject({
      partner: names.fellowVisitor,
      onCall: { name: names.coordinator, phone: '0470 00 00 43' },
    })
  })

  test('every outcome and a card arrive from the phone, and sending them again changes nothing', async () => {
    const acts = await actsOfTheMorning(story())
    const first = await sendActs(story(), acts)
    expect(first.answers.map(({ status }) => status)).toEqual(acts.map(() => 'applied'))
    const again = await sendActs(story(), acts)
    expect(again.answers.map(({ status }) => status)).toEqual(acts.map(() => 'duplicate'))
    const { cards, rounds } = await roundsOn(story())
    expect(cards).toMatchObject([{ status: 'received', sentOn: '2026-10-12' }])
    expect(rounds[0]?.doors.slice(0, 6).map(({ outcome }) => outcome)).toEqual(outcomes)
  })

  test('the coordinator sees how far each street is', async () => {
    const { coordinator } = story().people
    await coordinator.open(noted(story(), 'campaign'))
    expect(coordinator.page.text).toContain('4 van 106 deuren')
  })
}

const outcomes = ['notHome', 'notNow', 'noWish', 'pleasantTalk', 'cardFilled', 'alarm'] as const

async function roundsOn({ people }: Story): Promise<RoundsAnswer> {
  const response = await people.visitor.browser.get('/api/visits/rounds')
  expect(response.status).toBe(200)
  return (await response.json()) as RoundsAnswer
}

async function sendActs(story: Story, acts: readonly unknown[]): Promise<ActsAnswer> {
  const { visitor } = await roundsOn(story)
  const response = await story.people.visitor.browser.postJson('/api/visits/acts', { visitor: visitor.id, acts })
  expect(response.status).toBe(200)
  return (await response.json()) as ActsAnswer
}

/** Check-in, six doors with six outcomes, the card of the fifth, check-out. */
async function actsOfTheMorning(story: Story): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const [round] = (await roundsOn(story)).rounds
  const at = '2026-10-12T07:00:00.000Z'
  const visits = outcomes.map((outcome, index) => ({
    id: uuidv7(),
    kind: 'recordVisit',
    at,
    visitId: uuidv7(),
    body: { roundAddressId: round?.doors[index]?.id, outcome, sentence: sentences[outcome] },
  }))
  const card = { id: uuidv7(), kind: 'fillCard', at, visitId: visits[4]?.visitId, body: { card: cardAtTheDoor() } }
  story.noted.set('card from the door', card.body.card.id)
  const outing = { at, body: { roundId: round?.id } }
  return [{ ...outing, id: uuidv7(), kind: 'checkIn' }, ...visits, card, { ...outing, id: uuidv7(), kind: 'checkOut' }]
}

const sentences: Partial<Record<(typeof outcomes)[number], string>> = {
  pleasantTalk: 'Woont hier graag en helpt de buren met de tuin.',
}

const cardAtTheDoor = () => ({
  id: uuidv7(),
  source: 'visitor',
  channel: 'homeVisit',
  wish: 'De verwarming is te duur en ik begrijp de brieven niet goed.',
  name: 'Rachida Bensalem',
  phone: '0470 12 34 56',
  reachWhen: 'in de voormiddag',
  language: 'nl',
  needsInterpreter: false,
  agreement: { mayTell: 'mijn vraag', toWhom: ['coordinator', 'socialWorker', 'partner', 'sender'], given: 'spoken' },
  urgency: 'ordinary',
  filledInBy: names.visitor,
  filledInOn: '2026-10-12',
})
