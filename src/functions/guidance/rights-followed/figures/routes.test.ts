import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCase, makePerson } from '../../../../../tests/support/guidance.ts'
import { readMarkup, readText } from '../../../../../tests/support/markup.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../../platform/access/actor.ts'
import type { Standing } from '../followed-right.ts'
import { followedRightsOf, insertFollowedRights, saveOutcome } from '../followed-right-store.ts'

import { countRights } from './figure-store.ts'

let world: World
let here: TestMunicipality
let lead: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  lead = await makeStaff(world, here)
})
afterAll(() => world.close())

const pageFor = async (actor: StaffActor, query = '') =>
  readText(readMarkup(await (await world.as(actor).get(`/rights-in-figures${query}`)).text())).replace(/\s+/g, ' ')

const granted = (euros: number): Standing => ({
  state: 'granted',
  askedOn: '2026-10-01',
  answeredOn: '2026-11-10',
  obtained: { cents: euros * 100, per: 'year' },
})

/** Rights of somebody as they stand. */
async function stand(standings: readonly (readonly [rightId: string, standing: Standing])[], personId?: string) {
  const { caseId, zoneId } = await makeCase(world, lead, personId)
  await world.app.transact(lead, async (tx) => {
    const begun = { caseId, zoneId, askBy: null, begunBy: lead.userId, begunAt: new Date('2026-09-10T09:00:00Z') }
    await insertFollowedRights(
      tx,
      standings.map(([rightId]) => ({ ...begun, id: uuidv7(), rightId })),
    )
    for (const right of await followedRightsOf(tx, caseId)) {
      const standing = standings.find(([rightId]) => rightId === right.rightId)?.[1]
      if (standing) await saveOutcome(tx, right, right.version, { standing, words: null })
    }
  })
  return { caseId }
}

test('P13 nine people are hidden, ten are shown as at least ten, and a rare right is not named', async () => {
  for (let person = 0; person < 9; person++) await stand([['igo', granted(210)]])
  await stand([['palliatief-forfait', { state: 'worthAsking' }]])
  const few = await pageFor(lead)
  expect(few).not.toContain('Inkomensgarantie')
  expect(few).not.toContain('palliatief')
  expect(few).toMatch(/verborgen ?verkregen/)
  await stand([['igo', granted(210)]])
  for (let person = 0; person < 12; person++) await stand([['igo', { state: 'asked', askedOn: '2026-11-01' }]])
  const many = await pageFor(lead)
  // How many were found with IGO is hidden too: with the total it would tell of the one palliative case.
  expect(many).toMatch(/Inkomensgarantie voor ouderen \(IGO\) ?verborgen ?minstens 20 ?minstens 10 ?geen/)
  expect(many).toMatch(/minstens € ?2\.000 ?verkregen in euro/)
  expect(many).not.toContain('palliatief')
  expect(many).toContain('Rechten bij minder dan tien mensen staan er niet apart bij.')
})

test('a year shows only what happened in it', async () => {
  expect(await pageFor(lead, '?year=2025')).toContain('Nog geen cijfers in dit jaar')
  expect(await pageFor(lead, '?year=1999')).toContain('minstens')
})

test('who steers sees the figures and no case; who is bound to neither sees nothing', async () => {
  const may = ['steeringGroup', 'policyMaker', 'socialWorker'] as const
  for (const role of may) {
    const secrecy = role === 'socialWorker' ? 'professionalSecrecy' : 'none'
    const actor = await makeStaff(world, here, { role, secrecy })
    expect(await pageFor(actor)).toContain('minstens 10')
  }
  for (const role of ['visitor', 'partnerCoordinator', 'administrator'] as const) {
    const actor = await makeStaff(world, here, { role, secrecy: 'none' })
    expect((await world.as(actor).get('/rights-in-figures')).status).toBe(403)
  }
  const unbound = await makeStaff(world, here, { secrecy: 'dutyOfDiscretion' })
  expect((await world.as(unbound).get('/rights-in-figures')).status).toBe(403)
})

test('whose data are frozen is counted nowhere', async () => {
  const personId = await makePerson(world, lead)
  const before = await countedFor('leefloon')
  await stand([['leefloon', granted(100)]], personId)
  expect(await countedFor('leefloon')).toBe(before + 1)
  await world.database.owner
    .updateTable('people.person')
    .set({ frozen_on: '2026-11-20', frozen_for: uuidv7() })
    .where('id', '=', personId)
    .execute()
  expect(await countedFor('leefloon')).toBe(before)
})

async function countedFor(rightId: string): Promise<number> {
  const counted = await world.app.transact(systemActor(here.id, 'test'), (tx) => countRights(tx, 2026))
  return counted.perRight.find((right) => right.rightId === rightId)?.people.granted ?? 0
}

test('figures of another municipality stay there', async () => {
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const stranger = await makeStaff(world, elsewhere)
  expect(await pageFor(stranger)).toContain('Nog geen cijfers in dit jaar')
})
