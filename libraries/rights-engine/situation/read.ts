import { dayOf } from '../language/tokens.ts'
import { moveAges } from './ages-told-before.ts'
import { refuseImpossibleFamily } from './family.ts'
import type { Names } from './names.ts'
import { wordsFor } from './number-set.ts'
import type { ParameterTable } from './parameters.ts'
import { type PersonInRow, personsIn } from './persons.ts'
import { readFact } from './read-fact.ts'
import { type Situation, SituationError, type ToldFacts } from './situation.ts'
import { dwellingRow, firstPersonRow, householdRow, type World } from './world.ts'

/** A situation as numbers, and the names of the persons in the order of their rows. */
export type ReadSituation = {
  readonly world: World
  readonly people: readonly PersonInRow[]
  readonly persons: readonly string[]
}

/** Everybody is held against everybody: the work grows with the square of a household. */
const mostPersons = 100

/** Reads what was told. Throws a `SituationError` at the first thing that cannot be. */
export function readSituation(situation: Situation, names: Names, parameters: ParameterTable): ReadSituation {
  const today = dayIn(situation.date, 'date')
  if (!Array.isArray(situation.persons))
    throw new SituationError('bad_shape', 'persons', 'persons is a list, with at least one person')
  if (situation.persons.length === 0)
    throw new SituationError('bad_shape', 'persons', 'there is nobody in this household')
  const { persons } = situation
  if (persons.length > mostPersons)
    throw new SituationError('bad_shape', 'persons', `a household of more than ${mostPersons} persons is not checked`)
  refuseUnknownParameters(situation, parameters)
  const world = emptyWorld(today, persons.length, names, parameters, situation.parameters)
  fill(world, names, 'household', householdRow, situation.household, 'household')
  fill(world, names, 'dwelling', dwellingRow, situation.dwelling, 'dwelling')
  for (let index = 0; index < persons.length; index += 1)
    fill(world, names, 'person', firstPersonRow + index, persons[index], `persons[${index}]`)
  loneReference(world, names)
  if (situation.agesOn !== undefined && situation.agesOn !== situation.date)
    moveAges(world, names, dayIn(situation.agesOn, 'agesOn'))
  const people = personsIn(world, names)
  refuseImpossibleFamily(people, today)
  return { world, people, persons: idsOf(persons) }
}

function dayIn(text: unknown, path: 'date' | 'agesOn'): number {
  const day = typeof text === 'string' ? dayOf(text) : null
  if (day === null) throw new SituationError('bad_date', path, 'a day of the calendar is written as YYYY-MM-DD')
  return day
}

function refuseUnknownParameters({ parameters: given }: Situation, table: ParameterTable): void {
  if (given === undefined) return
  for (const [id, value] of Object.entries(given)) {
    if (table.numberOf(id) === undefined)
      throw new SituationError('unknown_parameter', `parameters.${id}`, `there is no parameter ${id}`)
    if (typeof value !== 'number' && typeof value !== 'boolean')
      throw new SituationError('wrong_type', `parameters.${id}`, 'a parameter is a number, or true or false')
  }
}

/**
 * A world of which nothing is told: every cell holds the bounds of its fact. NOTE: the next situation with so many persons is
 * read into the same one, because making the arrays costs more than a check; nobody keeps a world.
 */
function emptyWorld(
  today: number,
  persons: number,
  names: Names,
  table: ParameterTable,
  given: Situation['parameters'],
): World {
  const { low, high, worlds } = blankOf(names)
  const known = worlds.get(persons) ?? newWorld(firstPersonRow + persons, names, table)
  if (persons <= 12) worlds.set(persons, known)
  for (let row = 0; row < known.rows; row += 1) {
    const kind = Math.min(row, firstPersonRow)
    known.low.set(low[kind] as Float64Array, row * names.width)
    known.high.set(high[kind] as Float64Array, row * names.width)
  }
  known.done.fill(0)
  known.touched.fill(0)
  known.today = today
  known.parameters = table.on(today, given)
  known.self = known.member = firstPersonRow
  return known
}

function newWorld(rows: number, names: Names, table: ParameterTable): World {
  const words = wordsFor(table.ids.length)
  return {
    today: 0,
    rows,
    low: new Float64Array(rows * names.width),
    high: new Float64Array(rows * names.width),
    parameters: table.on(0),
    done: new Uint8Array(rows * names.definitions),
    doneLow: new Float64Array(rows * names.definitions),
    doneHigh: new Float64Array(rows * names.definitions),
    touched: new Int32Array(words),
    looked: new Int32Array((rows * names.definitions + 1) * words),
    lookedAt: rows * names.definitions * words,
    self: firstPersonRow,
    member: firstPersonRow,
    lo: 0,
    hi: 0,
  }
}

/** Rows of a household, a dwelling and a person of whom nothing is told, and worlds that were used before. */
type Blank = {
  readonly low: readonly Float64Array[]
  readonly high: readonly Float64Array[]
  readonly worlds: Map<number, World>
}

const blanks = new WeakMap<Names, Blank>()

function blankOf(names: Names): Blank {
  const known = blanks.get(names)
  if (known) return known
  const rows = () => Array.from({ length: firstPersonRow + 1 }, () => new Float64Array(names.width))
  const blank = { low: rows(), high: rows(), worlds: new Map<number, World>() }
  for (const { id, slot, low, high } of names.facts) {
    const bearer = id.slice(0, id.indexOf('.'))
    const row = bearer === 'household' ? householdRow : bearer === 'dwelling' ? dwellingRow : firstPersonRow
    ;(blank.low[row] as Float64Array)[slot] = low
    ;(blank.high[row] as Float64Array)[slot] = high
  }
  blanks.set(names, blank)
  return blank
}

function bound(world: World, width: number, row: number, slot: number, low: number, high: number): void {
  world.low[row * width + slot] = low
  world.high[row * width + slot] = high
}

function fill(
  world: World,
  names: Names,
  carrier: 'household' | 'dwelling' | 'person',
  row: number,
  told: ToldFacts | undefined | null,
  path: string,
): void {
  if (told === undefined || (told === null && carrier !== 'person')) return
  if (told === null || typeof told !== 'object' || Array.isArray(told))
    throw new SituationError('bad_shape', path, `${path} holds facts by name`)
  for (const name in told) {
    const value = told[name]
    if (value === null || value === undefined || (carrier === 'person' && name === 'id')) continue
    const slot = names.fact(carrier, name)
    if (!slot) throw new SituationError('unknown_fact', `${path}.${name}`, `there is no fact ${carrier}.${name}`)
    const number = readFact(value, slot.id, slot.fact, `${path}.${name}`)
    bound(world, names.width, row, slot.slot, number, number)
  }
}

/** Who is alone is the reference person without saying so. */
function loneReference(world: World, names: Names): void {
  const role = names.fact('person', 'role')
  if (!role || world.rows !== firstPersonRow + 1) return
  const cell = firstPersonRow * names.width + role.slot
  const reference = role.code('reference')
  if (world.low[cell] !== world.high[cell] && reference !== -1)
    bound(world, names.width, firstPersonRow, role.slot, reference, reference)
}

/** Outcomes are about a person by its id, about the household or about the dwelling: no two of these are called alike. */
function idsOf(persons: readonly ToldFacts[]): readonly string[] {
  const ids = persons.map(({ id }, index) => idOf(id, index))
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index || id === 'household' || id === 'dwelling')
  if (twice !== -1)
    throw new SituationError('duplicate_person', `persons[${twice}].id`, `something else is called ${ids[twice]} too`)
  return ids
}

function idOf(id: unknown, index: number): string {
  if (id === undefined || id === null) return `p${index + 1}`
  if (typeof id === 'string' || typeof id === 'number') return String(id)
  throw new SituationError('wrong_type', `persons[${index}].id`, 'the id of a person is a text or a number')
}
