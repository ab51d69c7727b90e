import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freeFile, freezeFile } from '../../../../tests/support/frozen-volunteers.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { eraseReimbursements, eraseVolunteers } from '../erasing-store.ts'
import { fellowsByIds, volunteersIn } from '../volunteer-store.ts'
import { freezeVolunteer } from './freezing-store.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
let partner: StaffActor
let officer: StaffActor
let visitor: StaffActor
/** The volunteer whose file is frozen, somebody whose buddy it is, and the request. */
let frozenId: string
let learnerId: string
let requestId: string

beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place, { name: 'Sofie De Wilde' })
  partner = await makeStaff(world, place, { role: 'partnerCoordinator', secrecy: 'none' })
  officer = await makeStaff(world, place, { role: 'dataProtectionOfficer', secrecy: 'none' })
  visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion', name: 'Rita Vos' })
})
beforeEach(async () => {
  frozenId = uuidv7()
  learnerId = uuidv7()
  await world.database.owner.updateTable('volunteers.volunteer').set({ account_id: null }).execute()
  const file = { birthYear: '1960', tasks: ['homeVisit'], languages: ['nl'] }
  await done(coordinator, '/volunteers', { ...file, id: frozenId, name: 'Rita Vos', userId: visitor.userId })
  await done(coordinator, '/volunteers', { ...file, id: learnerId, name: 'Jos Leerling', buddyId: frozenId })
  await done(coordinator, `/volunteers/${frozenId}/proofs`, { kind: 'insurance', givenOn: '2026-11-02' })
  await done(coordinator, `/volunteers/${frozenId}/debriefs`, {})
  await done(partner, `/volunteers/${frozenId}/reimbursements/declaration`, declared)
  await done(partner, `/volunteers/${frozenId}/reimbursements`, paid(uuidv7(), '20'))
  requestId = await freezeFile(world, coordinator, frozenId)
})
afterAll(() => world.close())

const declared = { year: '2026', version: '0', elsewhere: 'none' }
const paid = (id: string, amount: string) => ({ id, day: '2026-11-20', kind: 'lumpSum', activity: 'ordinary', amount })
const program = () => systemActor(place.id, 'test')

async function done(actor: StaffActor, path: string, form: Record<string, string | readonly string[]>): Promise<void> {
  expect((await world.as(actor).post(path, form)).status, path).toBe(303)
}
const status = async (actor: StaffActor, path: string, form: Record<string, string> = {}) =>
  (await world.as(actor).post(path, form)).status
const textOf = async (actor: StaffActor, path: string) => (await world.as(actor).get(path)).text()

/** All that is kept of the frozen volunteer, as it stands. */
async function held() {
  const { rows } = await sql<{ row: unknown }>`
    select to_jsonb(v) as row from volunteers.volunteer v where id = ${frozenId}::uuid
    union all select to_jsonb(p) from volunteers.onboarding_proof p where volunteer_id = ${frozenId}::uuid
    union all select to_jsonb(d) from volunteers.debrief d where volunteer_id = ${frozenId}::uuid
    union all select to_jsonb(r) from volunteers.reimbursement r where volunteer_id = ${frozenId}::uuid
    union all select to_jsonb(d) from volunteers.reimbursement_declaration d where volunteer_id = ${frozenId}::uuid`.execute(
    world.database.owner,
  )
  return rows
}

test('P16 who guided a volunteer whose file is frozen finds no name in any list, and reads why and what others take over', async () => {
  for (const guide of [coordinator, partner]) {
    for (const path of ['/volunteers', '/volunteers/debriefs', '/volunteers/not-heard', '/volunteers?q=Rita'])
      expect([path, (await textOf(guide, path)).includes('Rita Vos')]).toEqual([path, false])
    const file = await textOf(guide, `/volunteers/${frozenId}`)
    expect(file).toContain('bevroren sinds 23 november 2026')
    expect(file).toContain('Wat anderen overnemen')
    expect(file).not.toContain('Rita Vos')
  }
  expect(await textOf(coordinator, '/volunteers')).toContain(`href="/volunteers/${frozenId}"`)
  expect(await textOf(coordinator, '/volunteers/debriefs')).toContain('Eén gesprek staat hier niet')
  expect(await textOf(coordinator, '/today')).not.toContain('gesprek tegoed')
})

test('P16 a colleague who knew only that somebody is a volunteer does not find them', async () => {
  const matcher = await makeStaff(world, place, { role: 'matcher', secrecy: 'dutyOfDiscretion' })
  expect(await textOf(matcher, '/volunteers')).not.toContain('Rita Vos')
  expect((await world.app.transact(matcher, (tx) => fellowsByIds(tx, [frozenId]))).size).toBe(0)
})

test('P16 the database shows a frozen file and what belongs to it to no colleague, and to its own volunteer', async () => {
  const parts = ['volunteers.onboarding_proof', 'volunteers.debrief'] as const
  const seen = (actor: StaffActor) =>
    world.app.transact(actor, async (tx) => [
      await tx.db.selectFrom('volunteers.volunteer').select('id').where('id', '=', frozenId).execute(),
      ...(await Promise.all(
        parts.map((part) => tx.db.selectFrom(part).selectAll().where('volunteer_id', '=', frozenId).execute()),
      )),
    ])
  for (const colleague of [coordinator, partner, officer]) expect(await seen(colleague)).toEqual([[], [], []])
  expect((await seen(visitor)).map(({ length }) => length)).toEqual([1, 1, 1])
})

test('P16 a guide of another zone does not learn that a file is frozen', async () => {
  const elsewhere = await makeStaff(world, place, { zoneId: place.ocmwZone })
  expect((await world.as(elsewhere).get(`/volunteers/${frozenId}`)).status).toBe(404)
  expect(await textOf(elsewhere, '/volunteers')).not.toContain('Bevroren')
})

test('P16 nothing of a frozen file is changed by who guides volunteers: every form says why', async () => {
  const before = await held()
  const base = `/volunteers/${frozenId}`
  const acts: readonly [StaffActor, string, Record<string, string>][] = [
    [coordinator, base, { version: '2', name: 'Anders', birthYear: '1960' }],
    [coordinator, `${base}/proofs`, { kind: 'discretion', givenOn: '2026-11-20' }],
    [coordinator, `${base}/refusals`, { kind: 'street', placeId: uuidv7() }],
    [coordinator, `${base}/ending`, {}],
    [coordinator, `${base}/trainings`, { topic: 'safety', on: '2026-11-20' }],
    [coordinator, `${base}/formalities`, { on: '2026-11-20' }],
    [coordinator, `${base}/contacts`, { on: '2026-11-20' }],
    [coordinator, `${base}/debriefs`, {}],
    [coordinator, `${base}/exit-talk`, { version: '0', heldOn: '2026-11-20', learned: 'Dank u.' }],
    [partner, `${base}/reimbursements`, paid(uuidv7(), '10')],
    [partner, `${base}/reimbursements/declaration`, { ...declared, version: '1' }],
  ]
  for (const [actor, path, form] of acts) expect([path, await status(actor, path, form)]).toEqual([path, 423])
  for (const path of ['edit', 'care', 'exit-talk'])
    expect([path, (await world.as(coordinator).get(`${base}/${path}`)).status]).toEqual([path, 423])
  expect(await held()).toEqual(before)
})

test('P16 the database refuses to change a frozen file or what belongs to it, to its own volunteer and to the program too', async () => {
  const before = await held()
  const ids = { municipality_id: place.id, zone_id: place.municipalityZone, volunteer_id: frozenId }
  const file: readonly ((tx: Tx) => Promise<unknown>)[] = [
    (tx) => tx.db.updateTable('volunteers.volunteer').set({ phone: '1' }).where('id', '=', frozenId).execute(),
    (tx) => tx.db.updateTable('volunteers.onboarding_proof').set({ given_on: '2026-01-01' }).execute(),
    (tx) =>
      tx.db
        .insertInto('volunteers.contact')
        .values({ ...ids, contact_on: '2026-11-20' })
        .execute(),
    (tx) =>
      tx.db
        .insertInto('volunteers.onboarding_proof')
        .values({ ...ids, kind: 'discretion', given_on: '2026-11-20' })
        .execute(),
  ]
  const accounts: typeof file = [
    (tx) => tx.db.updateTable('volunteers.reimbursement').set({ amount_cents: 1 }).execute(),
    (tx) => tx.db.updateTable('volunteers.reimbursement_declaration').set({ lump_sum_cents: 1 }).execute(),
  ]
  for (const actor of [coordinator, visitor, partner, program()])
    for (const change of [...file, ...accounts]) await world.app.transact(actor, change).catch(() => undefined)
  expect(await held()).toEqual(before)
  for (const change of file) await expect(world.app.transact(program(), change)).rejects.toThrow(/is frozen/)
  for (const change of accounts) await expect(world.app.transact(partner, change)).rejects.toThrow(/is frozen/)
})

test('P16 only the program freezes and lets go, and neither changes anything else', async () => {
  const free = (tx: Tx) => freezeVolunteer(tx, frozenId, undefined)
  expect(await world.app.transact(coordinator, free)).toBe(false)
  await expect(world.app.transact(visitor, free)).rejects.toThrow(/is frozen/)
  const freezes = (tx: Tx) => freezeVolunteer(tx, learnerId, { on: '2026-11-23', requestId })
  await expect(world.app.transact(coordinator, freezes)).rejects.toThrow(/is frozen/)
  const both = (tx: Tx) =>
    tx.db
      .updateTable('volunteers.volunteer')
      .set({ frozen_on: null, frozen_for: null, phone: '1' })
      .where('id', '=', frozenId)
      .execute()
  await expect(world.app.transact(program(), both)).rejects.toThrow(/is frozen/)
})

test('P16 a volunteer reads the own frozen file, and changes nothing in it', async () => {
  const before = await held()
  const own = await textOf(visitor, '/my-volunteering')
  expect(own).toContain('Uw gegevens zijn bevroren sinds 23 november 2026')
  expect(own).toContain('Rita Vos')
  expect(own).not.toContain('<form class="form form-stacked" action="/my-volunteering')
  const acts: readonly [string, Record<string, string>][] = [
    ['/my-volunteering/wishes', { version: '1', tasks: 'letters' }],
    ['/my-volunteering/refusals', { kind: 'street', placeId: uuidv7() }],
    ['/my-volunteering/debriefs', {}],
    ['/my-volunteering/reimbursements/declaration', { ...declared, version: '1' }],
  ]
  for (const [path, form] of acts) expect([path, await status(visitor, path, form)]).toEqual([path, 423])
  expect(await textOf(visitor, '/my-volunteering/reimbursements')).not.toContain('declaration?year')
  expect(await textOf(visitor, '/my-data')).toContain('Bevroren sinds')
  expect(await held()).toEqual(before)
})

test('P16 what was paid back stays readable by name for the accounts, is in the log, and takes nothing new', async () => {
  for (const guide of [coordinator, partner]) {
    const list = await textOf(guide, `/volunteers/${frozenId}/reimbursements`)
    expect(list).toContain('Rita Vos')
    expect(list).toContain('20,00')
    expect(list).toContain('De lijst per jaar blijft te lezen')
    expect(list).not.toContain(`action="/volunteers/${frozenId}/reimbursements`)
  }
  const lines = await world.database.owner
    .selectFrom('audit.line')
    .select('action')
    .where('subject_id', '=', frozenId)
    .where('action', '=', 'read reimbursements')
    .execute()
  expect(lines).toHaveLength(2)
})

test('P16 of a frozen volunteer to whom nothing was paid back no name is read at all', async () => {
  const id = uuidv7()
  await done(coordinator, '/volunteers', { id, name: 'Fons Wauters', birthYear: '1960' })
  await freezeFile(world, coordinator, id)
  expect(await textOf(coordinator, `/volunteers/${id}`)).not.toContain('boekhouding')
  expect((await world.as(partner).get(`/volunteers/${id}/reimbursements`)).status).toBe(423)
})

test('a buddy whose file is frozen stays until another is chosen, and becomes nobody’s buddy anew', async () => {
  const page = await textOf(coordinator, `/volunteers/${learnerId}`)
  expect(page).toContain('Het dossier van deze buddy is bevroren')
  expect(await textOf(coordinator, `/volunteers/${learnerId}/edit`)).toContain('Vrijwilliger met een bevroren dossier')
  const learner = { version: '1', name: 'Jos Leerling', birthYear: '1961', tasks: 'homeVisit', buddyId: frozenId }
  await done(coordinator, `/volunteers/${learnerId}`, { ...learner, id: learnerId })
  const another = { id: uuidv7(), name: 'Nieuwe', birthYear: '1970', buddyId: frozenId }
  const refused = await world.as(coordinator).post('/volunteers', another)
  expect([refused.status, (await refused.text()).includes('Kies een andere')]).toEqual([422, true])
  const add = world.app.transact(coordinator, (tx) =>
    tx.db
      .insertInto('volunteers.volunteer')
      .values({
        municipality_id: place.id,
        zone_id: place.municipalityZone,
        id: uuidv7(),
        name: 'Nieuwe',
        birth_year: 1970,
        buddy_id: frozenId,
      })
      .execute(),
  )
  await expect(add).rejects.toThrow(/buddy is frozen/)
})

test('an account whose file is frozen gets no second file', async () => {
  const again = { id: uuidv7(), name: 'Rita Vos', birthYear: '1960', userId: visitor.userId }
  expect(await status(coordinator, '/volunteers', again)).toBe(422)
})

test('P23 a file that an older backup brought back frozen is deleted again, and what was paid back stays until that goes too', async () => {
  const { owner } = world.database
  await world.app.transact(program(), (tx) => eraseVolunteers(tx, [frozenId]))
  const left = await owner.selectFrom('volunteers.volunteer').selectAll().where('id', '=', frozenId).executeTakeFirst()
  expect(left).toMatchObject({ name: 'Rita Vos', account_id: null, frozen_on: null })
  const { id } = await owner
    .selectFrom('volunteers.reimbursement')
    .select('id')
    .where('volunteer_id', '=', frozenId)
    .executeTakeFirstOrThrow()
  await world.app.transact(program(), (tx) => eraseReimbursements(tx, [id]))
  expect(await owner.selectFrom('volunteers.volunteer').select('id').where('id', '=', frozenId).execute()).toEqual([])
})

test('P15 the buddy of a frozen volunteer can be deleted: the frozen file forgets who it was, and nothing else', async () => {
  const { owner } = world.database
  const buddyId = uuidv7()
  await done(coordinator, '/volunteers', { id: buddyId, name: 'Ex Buddy', birthYear: '1950' })
  await owner.updateTable('volunteers.volunteer').set({ buddy_id: buddyId }).where('id', '=', frozenId).execute()
  const [before] = await held()
  await world.app.transact(program(), (tx) => eraseVolunteers(tx, [buddyId]))
  expect((await held())[0]).toEqual({ row: { ...Object(before?.row), buddy_id: null } })
})

test('when the data are let go, everything is as it was', async () => {
  await freeFile(world, officer, requestId)
  const page = await textOf(coordinator, `/volunteers/${frozenId}`)
  expect(page).toContain('Rita Vos')
  expect((await world.app.transact(coordinator, (tx) => volunteersIn(tx))).map(({ id }) => id)).toContain(frozenId)
  expect(await textOf(visitor, '/my-volunteering')).not.toContain('bevroren')
  await done(coordinator, `/volunteers/${frozenId}/contacts`, { on: '2026-11-20' })
})
