import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../tests/support/world.ts'
import type { StaffActor } from '../access/actor.ts'
import { namesOf } from '../identity/index.ts'
import { catalogue, textsIn } from '../messages/index.ts'
import { lastChangeOf } from './last-change.ts'

let world: World
let sofie: StaffActor
let bram: StaffActor
beforeAll(async () => {
  world = await openWorld()
  const here = await makeMunicipality(world)
  sofie = await makeStaff(world, here, { name: 'Sofie De Wilde' })
  bram = await makeStaff(world, here, { name: 'Bram Vercauteren' })
})
afterAll(() => world.close())

const note = (actor: StaffActor, action: string, subject: { readonly type: string; readonly id: string }) =>
  world.app.transact(actor, async (tx) => tx.audit({ action, subject }))
const asked = (actor: StaffActor, subject: { readonly type: string; readonly id: string }) =>
  lastChangeOf(world.app.transact, namesOf)(actor, subject, textsIn(catalogue, 'nl', world.now()))

test('who came second hears who was first, what they did and when; looking is no change', async () => {
  const subject = { type: 'campaign', id: uuidv7() }
  await note(sofie, 'change campaign', subject)
  await note(bram, 'print round', subject)
  expect(await asked(bram, subject)).toEqual({
    who: 'Sofie De Wilde',
    what: 'Campagne wijzigen',
    moment: '23 november 2026 om 09:00',
  })
})

test('somebody with two windows hears that it was themselves', async () => {
  const subject = { type: 'campaign', id: uuidv7() }
  await note(sofie, 'change campaign', subject)
  expect(await asked(sofie, subject)).toMatchObject({ who: undefined })
})

test.each(['card', 'case', 'signal', 'person', 'safety concern', 'handover'])(
  'who worked on a %s is not told this way',
  async (type) => {
    const subject = { type, id: uuidv7() }
    await note(sofie, 'change goal', subject)
    expect(await asked(bram, subject)).toBeUndefined()
  },
)

test('nor what happened in another municipality', async () => {
  const subject = { type: 'campaign', id: uuidv7() }
  await note(sofie, 'change campaign', subject)
  const stranger = await makeStaff(world, await makeMunicipality(world, 'Elders', '99002'))
  expect(await asked(stranger, subject)).toBeUndefined()
})
