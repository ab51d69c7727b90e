import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../support/command-line.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  for (const [name, nisCode] of [
    ['Eerstegem', '99001'],
    ['Tweedegem', '99002'],
  ] as const) {
    const municipality = await makeMunicipality(world, name, nisCode)
    const coordinator = await makeStaff(world, municipality)
    for (let number = 0; number < 5; number += 1)
      await world.app.transact(coordinator, async (tx) =>
        tx.audit({ action: 'read case', subject: { type: 'case', id: municipality.id } }),
      )
  }
})
afterAll(() => world.close())

test('audit verify recomputes the log of every municipality', async () => {
  const { exitCode, json } = await meernet(world, 'audit', 'verify', '--json')
  expect(exitCode).toBe(0)
  expect(json).toMatchObject({
    whole: true,
    municipalities: [
      { kind: 'whole', lines: 5 },
      { kind: 'whole', lines: 5 },
    ],
  })
})

test('audit verify names the municipality and the first line that does not follow, and ends with 1', async () => {
  const { owner } = world.database
  await sql`alter table audit.line disable trigger user`.execute(owner)
  await sql`update audit.line set action = 'nothing' where sequence = 3 and municipality_id =
    (select id from municipalities.municipality where name = 'Tweedegem')`.execute(owner)
  const { exitCode, out, json } = await meernet(world, 'audit', 'verify')
  expect(exitCode).toBe(1)
  expect(json).toEqual({})
  expect(out).toMatch(/Eerstegem: whole, 5 lines/)
  expect(out).toMatch(/Tweedegem: BROKEN, from line 3 on/)
  await sql`alter table audit.line enable trigger user`.execute(owner)
})

type Found = { readonly area: string; readonly state: string; readonly words: string; readonly cure?: string }
const examined = async () => {
  const { exitCode, json } = await meernet(world, 'doctor', '--json')
  const findings = (json.findings ?? []) as readonly Found[]
  return { exitCode, findings, wrong: findings.filter(({ state }) => state === 'wrong') }
}

test('the doctor finds nothing wrong with what is right, in every area', async () => {
  const { exitCode, findings, wrong } = await examined()
  expect(wrong).toEqual([])
  expect(exitCode).toBe(0)
  const areas = ['configuration', 'disk', 'database', 'mail', 'clock', 'keys', 'work']
  expect([...new Set(findings.map(({ area }) => area))].toSorted()).toEqual(areas.toSorted())
  expect(findings.filter(({ state, cure }) => state !== 'well' && !cure)).toEqual([])
})

test('the doctor says when row-level security was taken off a table by hand', async () => {
  const { owner } = world.database
  await sql`alter table people.person no force row level security`.execute(owner)
  const { exitCode, wrong } = await examined()
  expect(exitCode).toBe(1)
  expect(wrong).toMatchObject([{ area: 'database', words: expect.stringContaining('people.person') }])
  await sql`alter table people.person force row level security`.execute(owner)
})

test('the doctor says when a policy lets everything through, though row-level security is on', async () => {
  const { owner } = world.database
  await sql`create policy oops on audit.line for select to meernet_app using (true)`.execute(owner)
  await sql`alter policy readers on audit.line using (true)`.execute(owner)
  expect((await examined()).wrong).toMatchObject([{ area: 'database', words: expect.stringContaining('audit.line') }])
  await sql`drop policy oops on audit.line`.execute(owner)
})

test('the doctor says when the role of the application may go round row-level security', async () => {
  const { owner } = world.database
  await sql`alter role meernet_app bypassrls`.execute(owner)
  const { wrong } = await examined()
  await sql`alter role meernet_app nobypassrls`.execute(owner)
  expect(wrong.map(({ words }) => words).join(' ')).toContain('meernet_app')
})

test('the doctor says when the master key does not open what is in the database', async () => {
  const { owner } = world.database
  const id = '00000000-0000-0000-0000-0000000000aa'
  await owner
    .insertInto('platform.zone_key')
    .values({ municipality_id: id, zone_id: id, version: 1, wrapped: Buffer.alloc(60) })
    .execute()
  expect((await examined()).wrong).toMatchObject([{ area: 'keys', cure: expect.stringContaining('key file') }])
  await owner.deleteFrom('platform.zone_key').where('zone_id', '=', id).execute()
})

test('the doctor says when the database is newer than the program', async () => {
  const { owner } = world.database
  await sql`insert into platform.migration (name, checksum) values ('9999-of-tomorrow.sql', 'x')`.execute(owner)
  expect((await examined()).wrong).toMatchObject([
    { area: 'database', words: expect.stringContaining('9999-of-tomorrow') },
  ])
  await sql`delete from platform.migration where name like '9999%'`.execute(owner)
})

test('the doctor says when the clock of this machine went back', async () => {
  const { owner } = world.database
  const last = sql`where name = (select max(name) from platform.migration)`
  await sql`update platform.migration set ran_at = now() + interval '1 hour' ${last}`.execute(owner)
  expect((await examined()).wrong).toMatchObject([{ area: 'clock', cure: expect.stringContaining('NTP') }])
  await sql`update platform.migration set ran_at = now() ${last}`.execute(owner)
})

test('the doctor says when the database is older than the program, which mends it when it starts', async () => {
  const { owner } = world.database
  const { rows } = await sql<{ name: string; checksum: string }>`delete from platform.migration
    where name = (select max(name) from platform.migration) returning name, checksum`.execute(owner)
  const { findings, wrong } = await examined()
  for (const { name, checksum } of rows)
    await sql`insert into platform.migration (name, checksum) values (${name}, ${checksum})`.execute(owner)
  expect(wrong).toEqual([])
  expect(findings).toContainEqual(
    expect.objectContaining({ state: 'attention', words: '1 migrations have not run.', area: 'database' }),
  )
})

test('P16 the doctor names organisations in which somebody works and nobody protects the data, before it is needed', async () => {
  const { findings, wrong } = await examined()
  expect(wrong).toEqual([])
  expect(findings).toContainEqual(
    expect.objectContaining({
      area: 'work',
      state: 'attention',
      words: expect.stringContaining('Gemeente Eerstegem (Eerstegem), Gemeente Tweedegem (Tweedegem)'),
    }),
  )
})

test('the doctor says when nobody does the work', async () => {
  const { owner } = world.database
  await sql`select graphile_worker.add_job('never.done', run_at => now() - interval '1 hour')`.execute(owner)
  expect((await examined()).wrong).toMatchObject([{ area: 'work', cure: expect.stringContaining('worker') }])
  await sql`delete from graphile_worker._private_jobs`.execute(owner)
})
