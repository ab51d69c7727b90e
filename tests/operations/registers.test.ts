import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meernet } from '../support/command-line.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../support/world.ts'

type Row = Readonly<Record<string, string>>
type Registers = Readonly<Record<'processing' | 'fields' | 'retention' | 'access', readonly Row[]>>
let world: World
beforeAll(async () => {
  world = await openWorld()
  const here = await makeMunicipality(world, 'Hiergem', '99001')
  await makeStaff(world, here, { name: 'Sofie De Wilde' })
  const administrator = await makeStaff(world, here, { role: 'administrator', secrecy: 'none', name: 'Fatima Yildiz' })
  const rule = { id: uuidv7(), series: 'volunteers', count: '2', unit: 'Y', reference: 'Selectielijst 7.1' }
  const decided = { motivation: 'Wet op de vrijwilligers.', decidedBy: 'college', decidedOn: '2026-01-15' }
  expect((await world.as(administrator).post('/retention/rules', { ...rule, ...decided })).status).toBe(303)
})
afterAll(() => world.close())

const printed = async () => (await meernet(world, 'registers', '--json')).json.registers as Registers

test('P1 the registers are printed whole: every table about people with purpose, ground and term', async () => {
  const { processing, fields } = await printed()
  expect(processing.length).toBeGreaterThan(60)
  expect(processing.filter(({ purpose, legalGround, term }) => !purpose || !legalGround || !term)).toEqual([])
  expect(fields.length).toBeGreaterThan(400)
})

test('P15 the register of terms says what each municipality decided', async () => {
  const { retention } = await printed()
  expect(retention.find(({ series }) => series === 'volunteers')).toMatchObject({
    municipality: 'Hiergem',
    decidedTerm: 'P2Y',
    reference: 'Selectielijst 7.1',
  })
  expect(retention.find(({ series }) => series === 'case files')?.decidedTerm).toBe('')
})

test('P18 the register of access names roles and what binds them, and nobody by name', async () => {
  const { out, json } = await meernet(world, 'registers', 'access', '--json')
  const { access = [] } = json.registers as Registers
  const cards = access.find(({ data, role }) => data === 'cards' && role === 'coordinator')
  expect(cards).toMatchObject({ municipality: 'Hiergem', secrecy: 'professionalSecrecy', people: '1' })
  expect(access.some(({ data, secrecy }) => data === 'members' && secrecy === 'none')).toBe(true)
  expect(out).not.toMatch(/Sofie|Fatima/)
})

test('as text each register has a title and a line a row; as CSV one has a line a row', async () => {
  const { out } = await meernet(world, 'registers')
  for (const title of ['PROCESSING', 'FIELDS', 'RETENTION', 'ACCESS']) expect(out).toContain(`\n${title}`.trimStart())
  const csv = (await meernet(world, 'registers', 'retention', '--csv')).out
  expect(csv.split('\n')[0]).toContain('municipality,series,terms,legalGrounds,deletion,zone,decidedTerm,reference')
  expect(csv).toContain('Hiergem,volunteers,P2Y')
})

test('a register that is not there is refused with those that are, and all four are no CSV', async () => {
  const unknown = await meernet(world, 'registers', 'wages')
  expect([unknown.exitCode, unknown.err]).toEqual([1, expect.stringContaining('processing, fields, retention, access')])
  expect((await meernet(world, 'registers', '--csv')).err).toContain('Say which register')
})
