import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard } from '../../../../tests/support/cards.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import type { StaffActor } from '../../../platform/access/actor.ts'
import { indexCardsAgain } from './index-again.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
})
afterAll(() => world.close())

/** As cards stand that were filed before the index became what it is. */
const forgetIndex = () =>
  world.database.owner
    .updateTable('detection.referral_card')
    .set({ word_numbers: [], words_version: 0 })
    .where('municipality_id', '=', place.id)
    .execute()
const rows = () =>
  world.database.owner
    .selectFrom('detection.referral_card')
    .select(['id', 'words_version', 'word_numbers'])
    .orderBy('id')
    .execute()
const finds = async (words: string) => {
  const asked = await world.as(coordinator).post('/inbox/search', { words, filter: '/inbox' })
  return (await world.as(coordinator).get(asked.headers.get('location') ?? '')).text()
}

test('cards that were there before are found again once they are indexed, as if they had come in today', async () => {
  for (const name of ['Zulma Vanderschueren', 'Kamiel Desmedt'])
    await fileCard(world, place, { name, wish: 'Ik begrijp de brieven van de mutualiteit niet' })
  const before = await rows()
  await forgetIndex()
  expect(await finds('mutalitijt')).not.toContain('Zulma Vanderschueren')
  await indexCardsAgain(world.app.transact, place.id)
  expect(await rows()).toEqual(before)
  expect(await finds('mutalitijt')).toContain('Zulma Vanderschueren')
})

test('indexing again does nothing when there is nothing to index, and leaves no line in the log', async () => {
  const lines = () =>
    world.database.owner.selectFrom('audit.line').select('subject_id').where('action', '=', 'index cards').execute()
  const before = await lines()
  expect(before.length).toBe(1)
  await indexCardsAgain(world.app.transact, place.id)
  expect(await lines()).toEqual(before)
})
