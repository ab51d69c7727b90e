import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { applyMigrations, migrate, prepareMigrations, readMigrations } from '../../src/platform/database/migrate.ts'

/** An installation of before translations had a table of their own: title and summary stood beside those they were made from. */
const migrations = readMigrations('migrations')
const before = migrations.findIndex(({ name }) => name.startsWith('0440'))
const name = 'upgrade_translated_analysis'
let pool: pg.Pool

beforeAll(async () => {
  await asAdmin(`create database ${name}`)
  pool = new pg.Pool({ connectionString: `${inject('serverUrl')}/${name}`, max: 2 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  await runMigrations({ pgPool: pool })
  await prepareMigrations(pool as unknown as pg.ClientBase)
  const client = await pool.connect()
  try {
    await applyMigrations(client, migrations.slice(0, before))
    await client.query(writtenBefore)
  } finally {
    // A role that the migrations took stays on a connection.
    client.release(true)
  }
  await migrate(pool, migrations)
})
afterAll(async () => {
  await pool.end()
  await asAdmin(`drop database ${name} with (force)`)
})

test('titles and summaries that were translated are translations now, of the text as it is', async () => {
  const { rows } = await pool.query(
    'select language, passage, is_awaiting, text, translated_from from analysis.translated_passage order by language, passage',
  )
  expect(rows).toEqual([
    { language: 'ar', passage: 'title', is_awaiting: false, text: 'الحياة', translated_from: 'Zo leeft Pelt' },
    { language: 'fr', passage: 'introduction', is_awaiting: false, text: 'Ainsi.', translated_from: null },
    { language: 'fr', passage: 'summary', is_awaiting: false, text: 'En bref.', translated_from: 'In het kort.' },
  ])
})

test('the texts that stay are those in the language of the report', async () => {
  const { rows } = await pool.query('select part, language from analysis.report_text')
  expect(rows).toEqual([{ part: 'summary', language: 'nl' }])
})

const [municipality, report, writer] = [1, 2, 3].map((one) => `00000000-0000-7000-8000-00000000000${one}`)
const writtenBefore = `
  insert into municipalities.municipality (id, nis_code, slug, name, jurisdiction, languages)
    values ('${municipality}', '72043', 'pelt', 'Pelt', 'flanders', '{nl,fr,ar}');
  insert into analysis.report (municipality_id, id, title, language, about_year, changed_by, started_on, started_by)
    values ('${municipality}', '${report}', 'Zo leeft Pelt', 'nl', 2026, '${writer}', '2026-01-01', '${writer}');
  insert into analysis.report_text (municipality_id, report_id, part, language, text, changed_by) values
    ('${municipality}', '${report}', 'summary', 'nl', 'In het kort.', '${writer}'),
    ('${municipality}', '${report}', 'summary', 'fr', 'En bref.', '${writer}'),
    ('${municipality}', '${report}', 'introduction', 'fr', 'Ainsi.', '${writer}'),
    ('${municipality}', '${report}', 'title', 'ar', 'الحياة', '${writer}');`

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: `${inject('serverUrl')}/postgres` })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
