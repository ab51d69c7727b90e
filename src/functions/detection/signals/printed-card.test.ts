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
import { codeFrom, spacedCode } from '../cards/card-code.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
})
afterAll(() => world.close())

const printed = (actor: StaffActor, signalId: string) => world.as(actor).get(`/inbox/${signalId}/print`)

test('a filled-in card is printed with what it says and the code that follows it, and the log says so', async () => {
  const { signalId, code } = await fileCard(world, place, { placeText: 'Kerkstraat 12', reachWhen: 'na 17 uur' })
  const page = await (await printed(coordinator, signalId)).text()
  for (const words of [
    'Iemand om mee te gaan wandelen.',
    'Georgette Maes',
    '011 00 00 07',
    'Kerkstraat 12',
    'na 17 uur',
  ])
    expect(page).toContain(words)
  expect(page).toContain(spacedCode(code))
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select('action')
    .where('subject_id', '=', signalId)
    .where('actor_user_id', '=', coordinator.userId)
    .execute()
  expect(lines).toEqual([{ action: 'read card' }])
})

test('a card that has its code on paper is printed without another one', async () => {
  const onPaper = codeFrom(new Uint8Array(32).fill(7))
  const { signalId } = await fileCard(world, place, { code: onPaper, channel: 'paper' })
  expect(await (await printed(coordinator, signalId)).text()).not.toMatch(/[2-9A-Z]{4} [2-9A-Z]{4} [2-9A-Z]{4}/)
})

test('P6 nobody but a coordinator under secrecy of the zone prints a card', async () => {
  const { signalId } = await fileCard(world, place)
  const status = async (over: Partial<StaffActor>) =>
    (await printed(await makeStaff(world, place, over), signalId)).status
  expect(await status({ zoneId: place.ocmwZone })).toBe(404)
  expect(await status({ secrecy: 'dutyOfDiscretion' })).toBe(403)
  expect(await status({ role: 'visitor', secrecy: 'dutyOfDiscretion' })).toBe(403)
})
