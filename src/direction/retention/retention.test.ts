import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAgreement } from '../../../tests/support/guidance.ts'
import { doWaitingJobs, doWorkOfTheClock } from '../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import type { StaffActor } from '../../platform/access/actor.ts'
import { createPerson, personById } from '../../registers/people/index.ts'
import { applyJournal, type Journal, readJournal } from './journal-file.ts'

const deletionsFile = join(mkdtempSync(join(tmpdir(), 'meernet-deletions-')), 'deletions.jsonl')
let world: World
let place: TestMunicipality
let coordinator: StaffActor
let second: StaffActor
let administrator: StaffActor
let officer: StaffActor
const gone = uuidv7()
const kept = uuidv7()

beforeAll(async () => {
  world = await openWorld({ deletionsFile })
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
  second = await makeStaff(world, place)
  administrator = await makeStaff(world, place, { role: 'administrator', secrecy: 'none' })
  officer = await makeStaff(world, place, { role: 'dataProtectionOfficer', secrecy: 'none' })
  await register([gone, kept])
})
afterAll(() => world.close())

const register = (ids: readonly string[]) =>
  world.app.transact(coordinator, async (tx) => {
    for (const id of ids)
      await createPerson(tx, { id, zoneId: place.municipalityZone, givenName: 'Alma', familyName: 'Verdonck' })
  })
const rule = () => ({
  id: uuidv7(),
  series: 'people in guidance',
  count: '10',
  unit: 'Y',
  reference: 'Selectielijst 12.3',
  motivation: 'Verjaring van vorderingen.',
  decidedBy: 'college',
  decidedOn: '2026-01-15',
})
const openProposal = async () => {
  const page = await (await world.as(officer).get('/retention')).text()
  return /\/retention\/proposals\/([0-9a-f-]{36})/.exec(page)?.[1]
}
const night = () => doWorkOfTheClock(world, place.id)

test('P15 nothing is proposed without a rule, and nothing before the term is over', async () => {
  world.setNow('2036-11-24T08:00:00Z')
  await night()
  expect(await openProposal()).toBeUndefined()
  world.setNow('2026-11-24T08:00:00Z')
  expect((await world.as(coordinator).post('/retention/rules', rule())).status).toBe(403)
  expect((await world.as(administrator).post('/retention/rules', { ...rule(), count: '0' })).status).toBe(422)
  expect((await world.as(administrator).post('/retention/rules', rule())).status).toBe(303)
  await night()
  expect(await openProposal()).toBeUndefined()
})

test('P15 the program proposes, one person checks, another approves, and only then it is deleted, with a certificate', async () => {
  world.setNow('2036-11-24T08:00:00Z')
  await night()
  const id = (await openProposal()) ?? ''
  const path = `/retention/proposals/${id}`
  expect(await (await world.as(coordinator).get('/today')).text()).toContain(path)
  expect((await world.as(second).post(`${path}/approval`, { version: '1' })).status).toBe(409)
  expect((await world.as(administrator).post(`${path}/check`, { version: '1' })).status).toBe(403)
  const checking = { version: '1', kept: [kept], because: 'dispute' }
  expect((await world.as(coordinator).post(`${path}/check`, checking)).status).toBe(303)
  expect((await world.as(coordinator).post(`${path}/approval`, { version: '2' })).status).toBe(409)
  expect(await personStands(gone)).toBe(true)
  expect((await world.as(second).post(`${path}/approval`, { version: '2' })).status).toBe(303)
  await doWaitingJobs(world)
  expect(await personStands(gone)).toBe(false)
  expect(await personStands(kept)).toBe(true)
  const certificate = await (await world.as(officer).get(`/retention/certificates/${id}/print`)).text()
  expect(certificate).toContain('Gemeente Testgem')
  expect(certificate).toContain('Selectielijst 12.3')
  expect(certificate).toContain('people.person')
  expect(certificate).not.toContain('Verdonck')
})

test('P15 the certificate stands in the chained log with the same digest, and cannot be changed', async () => {
  const { owner } = world.database
  const written = await owner.selectFrom('retention.certificate').selectAll().executeTakeFirstOrThrow()
  const line = await owner
    .selectFrom('audit.line')
    .selectAll()
    .where('action', '=', 'execute deletion')
    .executeTakeFirstOrThrow()
  expect(line.details).toMatchObject({ records: 1, digest: written.digest.toString('hex') })
  const changed = await world.app.transact(administrator, (tx) =>
    tx.db.updateTable('retention.certificate').set({ records: 0 }).returning('id').execute(),
  )
  expect(changed).toEqual([])
})

test('P23 a backup follows: who was deleted and came back with an older backup is deleted again, and the certificate says so', async () => {
  expect(readFileSync(deletionsFile, 'utf8')).not.toContain('Verdonck')
  // As an older backup brings it: the person is there again, and the database knows of no certificate.
  await register([gone])
  const { owner } = world.database
  await owner.deleteFrom('retention.deletion').execute()
  await owner.deleteFrom('retention.certificate').execute()
  const journal = await readJournal(deletionsFile)
  const applied = await applyJournal(world.app.transact, journal, new Set([place.id]))
  expect(applied).toEqual({ certificates: 1, rows: 1 })
  expect(await personStands(gone)).toBe(false)
  expect(await personStands(kept)).toBe(true)
  const page = await (await world.as(officer).get(`/retention/certificates/${certificateIn(journal)}`)).text()
  expect(page).toContain('opnieuw vernietigd')
  expect(await applyJournal(world.app.transact, journal, new Set([place.id]))).toEqual({ certificates: 1, rows: 0 })
})

test('P15 somebody with something open, or who agreed to something within the term, is not proposed', async () => {
  world.setNow('2026-11-24T08:00:00Z')
  const id = uuidv7()
  const person = await makePersonWithOpenRequest(id)
  const [agreedSince, agreedLongAgo] = [uuidv7(), uuidv7()]
  await register([agreedSince, agreedLongAgo])
  await makeAgreement(world, coordinator, agreedSince, { givenOn: '2040-05-02', validUntil: null })
  await makeAgreement(world, coordinator, agreedLongAgo, { givenOn: '2026-11-20', validUntil: null })
  world.setNow('2046-11-24T08:00:00Z')
  await night()
  const page = await (await world.as(officer).get(`/retention/proposals/${await openProposal()}`)).text()
  expect(page).toContain(kept.slice(-12))
  expect(page).not.toContain(person.slice(-12))
  expect(page).not.toContain(agreedSince.slice(-12))
  // Nothing happened in twenty years: that it was never taken back is no reason to keep somebody's data for ever.
  expect(page).toContain(agreedLongAgo.slice(-12))
})

test('P15 another data zone sees neither rule nor proposal nor certificate', async () => {
  const other = await makeStaff(world, place, { zoneId: place.ocmwZone })
  const page = await (await world.as(other).get('/retention')).text()
  expect(page).not.toContain('Selectielijst 12.3')
  expect(page).not.toContain('/retention/certificates/')
  const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'none' })
  expect((await world.as(visitor).get('/retention')).status).toBe(403)
})

async function makePersonWithOpenRequest(id: string): Promise<string> {
  await register([id])
  const form = {
    id: uuidv7(),
    personId: id,
    kind: 'view',
    channel: 'desk',
    receivedOn: '2026-11-24',
    identityChecked: 'known',
  }
  expect((await world.as(coordinator).post('/rights', form)).status).toBe(303)
  return id
}

const certificateIn = (journal: Journal) =>
  journal.entries.flatMap((one) => ('certificate' in one ? one.certificate.id : []))[0]

const personStands = (id: string) =>
  world.app.transact(coordinator, async (tx) => (await personById(tx, id)) !== undefined)
