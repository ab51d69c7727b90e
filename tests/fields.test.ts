import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from './support/world.ts'

let world: World
type Column = { table: string; column: string; type: string }
let columns: readonly Column[]

/** Not data of a municipality: what technology needs. */
const technical = ['platform.migration', 'platform.attempt', 'platform.installation', 'platform.demo_load']

beforeAll(async () => {
  world = await openWorld()
  const { rows } = await sql<Column>`
    select n.nspname || '.' || c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public')`.execute(
    world.database.owner,
  )
  columns = rows.filter(({ table }) => !technical.includes(table))
})
afterAll(() => world.close())

test('P1 every column has a purpose, a legal ground, a retention rule and a class', () => {
  const register = world.app.fields
  expect(columns.length).toBeGreaterThan(50)
  const without = columns.filter(({ table, column }) => !register[table]?.fields[column])
  expect(without.map(({ table, column }) => `${table}.${column}`)).toEqual([])
})

test('P1 the register names no column that does not exist', () => {
  const existing = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  const named = Object.entries(world.app.fields).flatMap(([table, { fields }]) =>
    Object.keys(fields).map((column) => `${table}.${column}`),
  )
  expect(named.filter((name) => !existing.has(name))).toEqual([])
})

test('P3 no column holds a national number', () => {
  expect(columns.filter(({ column }) => /insz|national_number|rijksregister|niss/i.test(column))).toEqual([])
})

test('P23 what is sealed is of class card, case or safety, and is stored as bytes', () => {
  const sealed = columns.filter(({ column }) => column.endsWith('_sealed'))
  expect(sealed.length).toBeGreaterThan(3)
  expect(sealed.filter(({ type }) => type !== 'bytea')).toEqual([])
})

test('P15 what is deleted automatically belongs to a short-term series of at most three months', () => {
  const automatic = Object.entries(world.app.fields).filter(([, { retention }]) => retention.mode === 'automatic')
  const tooLong = automatic.filter(([, { retention }]) => !/^P(\d{1,2}D|[1-3]M|T\d+H)$/.test(retention.term))
  expect(tooLong.map(([table]) => table)).toEqual([])
})
