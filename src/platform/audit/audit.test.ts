import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { roles, type StaffActor, systemActor } from '../access/actor.ts'
import { auditJobs, lookersOf, verifyAudit, waitingInAudit } from './index.ts'

let world: World
let here: TestMunicipality
let officer: StaffActor
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world, 'Hier', '99001')
  officer = await makeStaff(world, here, { role: 'dataProtectionOfficer', name: 'Tom Hendrickx' })
  coordinator = await makeStaff(world, here, { name: 'Sofie De Wilde' })
})
afterAll(() => world.close())

const note = (actor: StaffActor, action: string, personId: string) =>
  world.app.transact(actor, async (tx) => tx.audit({ action, subject: { type: 'case', id: uuidv7() }, personId }))

test('P16 who looked at somebody’s data is told by day, role and organisation, never by name', async () => {
  const [personId, other] = [uuidv7(), uuidv7()]
  await note(coordinator, 'read case', personId)
  await note(coordinator, 'read case', personId)
  await note(coordinator, 'read case', other)
  const lookers = await world.app.transact(systemActor(here.id, 'who looked'), (tx) => lookersOf(tx, { personId }))
  expect(lookers).toEqual([
    {
      day: '2026-11-23',
      role: 'coordinator',
      organisation: 'Gemeente Hier',
      action: 'read case',
      times: 2,
      userId: coordinator.userId,
    },
  ])
})

test('P16 a card that is nobody’s yet tells who looked at it too', async () => {
  const subject = { type: 'card', id: uuidv7() }
  await world.app.transact(coordinator, async (tx) => tx.audit({ action: 'read card', subject }))
  const lookers = await world.app.transact(systemActor(here.id, 'who looked'), (tx) => lookersOf(tx, { subject }))
  expect(lookers.map(({ action }) => action)).toEqual(['read card'])
})

test('P16 who looked is not told to other roles, nor in another municipality', async () => {
  const personId = uuidv7()
  await note(coordinator, 'read case', personId)
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const visitor = await makeStaff(world, here, { role: 'visitor' })
  const stranger = await makeStaff(world, elsewhere, { role: 'dataProtectionOfficer' })
  for (const actor of [visitor, stranger])
    expect(await world.app.transact(actor, (tx) => lookersOf(tx, { personId }))).toEqual([])
})

test('P17 the data protection officer reads the log by day and act, and the look itself is noted', async () => {
  await note(coordinator, 'export list', uuidv7())
  const page = await (await world.as(officer).get('/audit?action=export%20list&day=2026-11-23')).text()
  expect(page).toContain('Sofie De Wilde')
  expect(page).not.toMatch(/<td[^>]*>read case/)
  const again = await (await world.as(officer).get('/audit?action=read%20audit%20log')).text()
  expect(again).toContain('Tom Hendrickx')
})

test('P17 the sample of last month is the same whenever it is asked, and waits until it was', async () => {
  world.setNow('2026-10-12T09:00:00Z')
  for (let line = 0; line < 30; line += 1) await note(coordinator, 'read case', uuidv7())
  world.setNow('2026-11-23T08:00:00Z')
  const waiting = () => world.app.transact(officer, waitingInAudit)
  expect((await waiting()).map(({ message, dueOn }) => [message, dueOn])).toEqual([
    ['audit.waiting.sample', '2026-11-30'],
  ])
  const first = await (await world.as(officer).get('/audit/sample')).text()
  expect(first.match(/<tr class="table-row"/g)).toHaveLength(20)
  const numbers = (page: string) => page.match(/<tbody[\s\S]*<\/tbody>/)?.[0]
  expect(numbers(await (await world.as(officer).get('/audit/sample')).text())).toBe(numbers(first))
  expect(await waiting()).toEqual([])
})

test('P17 a day with unusually many looks, or looks at night, waits until the officer has seen it', async () => {
  const curious = await makeStaff(world, here, { name: 'Bram Vercauteren' })
  const nightly = await makeStaff(world, here, { name: 'Nele Baert' })
  const odd = async () =>
    (await world.app.transact(officer, waitingInAudit)).filter(({ message }) => message === 'audit.waiting.odd')
  world.setNow('2026-11-24T10:00:00Z')
  for (let look = 0; look < 59; look += 1) await note(curious, 'read case', uuidv7())
  expect(await odd()).toEqual([])
  await note(curious, 'read case', uuidv7())
  world.setNow('2026-11-25T22:30:00Z')
  for (let look = 0; look < 3; look += 1) await note(nightly, 'read card', uuidv7())
  expect((await odd()).map(({ href }) => href)).toEqual(['/audit?day=2026-11-25', '/audit?day=2026-11-24'])
  world.setNow('2026-11-27T08:00:00Z')
  const page = await (await world.as(officer).get('/audit?day=2026-11-24')).text()
  expect(page).toContain('Bram Vercauteren, 24 november 2026: gegevens van 60 mensen')
  expect((await odd()).map(({ href }) => href)).toEqual(['/audit?day=2026-11-25'])
  world.setNow('2026-11-23T08:00:00Z')
})

test('an address of the log that makes no sense shows the whole log', async () => {
  expect((await world.as(officer).get('/audit?day=gisteren&page=-3')).status).toBe(200)
})

test.each(roles.filter((role) => role !== 'dataProtectionOfficer'))('a %s does not read the log', async (role) => {
  const browser = world.as(await makeStaff(world, here, { role }))
  expect((await browser.get('/audit')).status).toBe(403)
  expect((await browser.get('/audit/sample')).status).toBe(403)
  expect((await browser.get('/integrity')).status).toBe(role === 'administrator' ? 200 : 403)
  expect((await browser.get('/register')).status).toBe(role === 'administrator' ? 200 : 403)
})

test('P1 the register of fields is a page and a file', async () => {
  expect(await (await world.as(officer).get('/register')).text()).toContain('identity.membership')
  const file = await (await world.as(officer).get('/register.csv')).text()
  expect(file).toContain('table,column,class,purpose,legalGround,series,term,deletion')
})

test('lines of one call hold together whatever they say, the same in all or different in each', async () => {
  const odd = [
    'read "case"',
    'back\\slash',
    "it's",
    'τί, ουρανέ 🙂',
    'tab\there',
    'line\nbreak',
    '\u0001',
    '</script>',
    '',
  ]
  const alike = {
    reason: 'a "word", another',
    zoneId: coordinator.zoneId,
    details: { 'a "key"': 'ë\\', n: 1.5, none: null },
  }
  await world.app.transact(coordinator, async (tx) => {
    for (const id of odd) tx.audit({ action: 'read case', subject: { type: 'case', id }, ...alike })
  })
  await world.app.transact(systemActor(here.id, 'odd "task"'), async (tx) => {
    for (const [place, word] of odd.entries()) {
      const details = place % 3 === 0 ? { [word]: word, list: place } : undefined
      const more = { ...(place % 2 === 0 && { reason: word, personId: uuidv7() }), ...(details && { details }) }
      tx.audit({ action: word, subject: { type: `type ${word}`, id: `${place}` }, ...more })
    }
  })
  const administrator = await makeStaff(world, here, { role: 'administrator', secrecy: 'none' })
  expect(await world.app.transact(administrator, verifyAudit)).toMatchObject({ kind: 'whole' })
})

// Last: it damages the log.
test('a line that was changed, or lines gone at the end, show', async () => {
  const administrator = await makeStaff(world, here, { role: 'administrator', secrecy: 'none' })
  const check = () => world.app.transact(administrator, verifyAudit)
  const { owner } = world.database
  expect(await check()).toMatchObject({ kind: 'whole' })
  const broken = async () =>
    (await world.app.transact(officer, waitingInAudit)).filter(({ message }) => message === 'audit.waiting.broken')
  await auditJobs(world.app).recurring?.['audit.check']?.task(here.id)
  expect(await broken()).toEqual([])
  await sql`alter table audit.line disable trigger line_is_kept`.execute(owner)
  await sql`delete from audit.line where sequence = (select max(sequence) from audit.line)`.execute(owner)
  expect(await check()).toMatchObject({ kind: 'broken', from: undefined })
  await sql`update audit.line set action = 'nothing' where sequence = 3`.execute(owner)
  expect(await check()).toMatchObject({ kind: 'broken', from: 3 })
  expect(await (await world.as(administrator).get('/integrity')).text()).toContain('Vanaf regel 3')
  await auditJobs(world.app).recurring?.['audit.check']?.task(here.id)
  expect((await world.app.transact(officer, waitingInAudit))[0]?.message).toBe('audit.waiting.broken')
})
