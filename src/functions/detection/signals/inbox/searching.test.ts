import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard } from '../../../../../tests/support/cards.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import { numbersOf } from '../../../../platform/encryption/word-forms.ts'
import { inboxScope } from '../access.ts'
import { inboxFilter } from './inbox-filter.ts'
import { cardsWithWords, inboxAmong, inboxWithWords } from './inbox-store.ts'
import { askedNumbers } from './search.ts'
import { signalsWithWords } from './searching.ts'

const today = '2026-11-23'
const open = inboxFilter({})
let world: World
let place: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
  for (let card = 0; card < 52; card += 1)
    await fileCard(world, place, {
      wish: 'Wie kan mij helpen met de verwarming?',
      urgency: card === 30 ? 'urgent' : 'ordinary',
    })
})
afterAll(() => world.close())

const search = (words: string, actor = coordinator) =>
  world.app.transact(actor, (tx) => signalsWithWords(tx, words, open, inboxScope(actor, today)))

test('a word that more than fifty cards have gives the fifty promised first, and says that there are more', async () => {
  const found = await search('verwarming')
  expect([found.signals.length, found.isMore]).toEqual([50, true])
  expect(found.signals[0]?.urgency).toBe('urgent')
  const mistyped = await search('verwaming')
  expect([mistyped.signals.length, mistyped.isMore]).toEqual([50, true])
})

test('cards that have the words as typed leave no room for those that nearly have them', async () => {
  await fileCard(world, place, { name: 'Jan Verwarning', wish: 'Gezelschap' })
  expect((await search('verwarming')).signals).toHaveLength(50)
  expect((await search('verwarning')).signals[0]?.urgency).toBe('ordinary')
})

test('looking up one by one and reading in the order of the inbox give the same', async () => {
  const [oneByOne, inOrder] = await world.app.transact(coordinator, async (tx) => {
    const key = await tx.vault.zone(place.id, place.municipalityZone)
    const { nearly } = askedNumbers('verwaming helpen', (forms) => numbersOf(key, forms))
    const scope = inboxScope(coordinator, today)
    const ids = await cardsWithWords(tx, nearly, 100)
    return [await inboxAmong(tx, ids, open, scope, 60), await inboxWithWords(tx, nearly, open, scope, 60)]
  })
  expect(oneByOne.length).toBe(52)
  expect(inOrder).toEqual(oneByOne)
})

test('P9 words are searched in the own zone only, and numbers of one zone mean nothing in another', async () => {
  const other = await makeStaff(world, place, { zoneId: place.ocmwZone, userId: uuidv7() })
  expect((await search('verwarming', other)).signals).toEqual([])
})

test('P5 P6 whoever may not read cards finds none by their words', async () => {
  for (const over of [{ secrecy: 'dutyOfDiscretion' }, { role: 'socialWorker' }] as const) {
    const other = await makeStaff(world, place, over)
    expect((await search('verwarming', other)).signals).toEqual([])
  }
})
