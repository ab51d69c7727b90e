import { uuidv7 } from 'uuidv7'

/** What a phone sends; the same documents go to both sides. */
export type SentAct = { readonly id: string; readonly kind: string; readonly [key: string]: unknown }

/** How the acts of a measurement are made up. */
export type Load = 'visits' | 'visits with cards'

const words = 'привіт сусід зима тепло дім вулиця розмова чай онук лікар крамниця автобус сад музика кухня вікно'.split(
  ' ',
)
const text = (seed: number, length: number) => {
  let made = ''
  for (let turn = seed; made.length < length; turn += 7) made += `${words[turn % words.length]} `
  return made.slice(0, length).trim()
}

const syllables = 'ka be do mi ru sa le no vi ter gen bos dam hof wel pa'.split(' ')

/** A name like no other, or the clerk who looks for doubles would find nothing else. */
function madeUp(seed: number): string {
  const turns = [seed, seed >> 4, seed * 7, seed >> 8, seed * 3]
  return turns.map((turn) => syllables[turn & 15]).join('')
}

/**
 * One act per door, of about 1 kB: a visit with a sentence as long as may be, in letters of two bytes; or by turns a visit
 * and the card that was filled in there.
 */
export function actsFor(load: Load, doorIds: readonly string[]): readonly SentAct[] {
  if (load === 'visits') return doorIds.map((door, index) => visit(door, uuidv7(), index))
  return doorIds.slice(0, doorIds.length / 2).flatMap((door, index) => {
    const visitId = uuidv7()
    return [visit(door, visitId, index), card(visitId, index)]
  })
}

function visit(roundAddressId: string, visitId: string, index: number): SentAct {
  const body = { roundAddressId, outcome: 'pleasantTalk', sentence: text(index, 280), wantsReturnOn: '2027-01-15' }
  return { id: uuidv7(), kind: 'recordVisit', at: new Date().toISOString(), visitId, body }
}

function card(visitId: string, index: number): SentAct {
  const card = {
    id: uuidv7(),
    source: 'visitor',
    channel: 'homeVisit',
    wish: text(index + 3, 220),
    name: `${madeUp(index)} ${madeUp(index * 31 + 7)}`,
    phone: `04${String(10_000_000 + index)}`,
    placeText: `${madeUp(index * 17 + 3)}straat ${index % 90}`,
    reachWhen: 'вранці',
    language: 'uk',
    needsInterpreter: true,
    agreement: { mayTell: 'Все, що написано тут', toWhom: ['coordinator', 'socialWorker'], given: 'spoken' },
    urgency: 'ordinary',
    filledInBy: 'Visitor',
    filledInOn: new Date().toISOString().slice(0, 10),
  }
  return { id: uuidv7(), kind: 'fillCard', at: new Date().toISOString(), visitId, body: { card } }
}
