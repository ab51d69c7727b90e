import type { Carrier } from '../language/expression.ts'
import type { Definition, Fact, Model } from '../model.ts'
import { dwellingRow, householdRow, type World } from './world.ts'

/** Where a fact lies in the world. `code` gives the index of a choice, −1 for a word that is none. */
export type FactSlot = {
  readonly id: string
  readonly slot: number
  readonly fact: Fact
  readonly low: number
  readonly high: number
  /** The choices of an enum, by their code. */
  readonly choices: readonly string[]
  code(value: string): number
}

/** A definition and its place in a world. */
export type DefinitionSlot = { readonly id: string; readonly number: number; readonly definition: Definition }

/** What a name in a rule stands for, and the place of everything in a world. */
export type Names = {
  readonly width: number
  readonly definitions: number
  readonly facts: readonly FactSlot[]
  fact(carrier: Carrier, name: string): FactSlot | undefined
  definition(carrier: Carrier, name: string): DefinitionSlot | undefined
}

/** The earliest and latest day that an unknown date may be. */
const earliestDay = -47_482 // 1840-01-01
const latestDay = 84_006 // 2200-01-01

/** Gives every fact its column and every definition its number. */
export function namesOf(model: Model): Names {
  const tables = { person: new Map<string, FactSlot>(), household: new Map(), dwelling: new Map() }
  const facts: FactSlot[] = []
  for (const [id, fact] of Object.entries(model.facts)) {
    const [bearer, name] = splitId(id)
    const table = bearer === 'child' ? tables.person : (tables as Record<string, Map<string, FactSlot>>)[bearer]
    if (!table) throw new TypeError(`fact ${id}: its id should begin with household, dwelling, person or child`)
    if (table.has(name)) throw new TypeError(`fact ${id}: a person already has a fact ${name}`)
    const slot = slotOf(id, fact, table.size)
    table.set(name, slot)
    facts.push(slot)
  }
  const definitions = new Map(
    Object.entries(model.definitions).map(([id, definition], number) => [id, { id, number, definition }] as const),
  )
  const bearerOf = (carrier: Carrier) => (carrier === 'member' ? 'person' : carrier)
  return {
    width: Math.max(...Object.values(tables).map(({ size }) => size), 1),
    definitions: definitions.size,
    facts,
    fact: (carrier, name) => tables[bearerOf(carrier)].get(name),
    definition: (carrier, name) => definitions.get(`${bearerOf(carrier)}.${name}`),
  }
}

/** The row in which a carrier's facts lie right now. */
export function rowOf(carrier: Carrier): (world: World) => number {
  if (carrier === 'household') return () => householdRow
  if (carrier === 'dwelling') return () => dwellingRow
  return carrier === 'member' ? (world) => world.member : (world) => world.self
}

function splitId(id: string): readonly [string, string] {
  const dot = id.indexOf('.')
  return [id.slice(0, dot), id.slice(dot + 1)]
}

function slotOf(id: string, fact: Fact, slot: number): FactSlot {
  const choices = Object.keys(fact.values ?? {})
  const codes = new Map(choices.map((value, code) => [value, code]))
  const [low, high] = boundsOf(fact)
  return { id, slot, fact, low, high, choices, code: (value) => codes.get(value) ?? -1 }
}

function boundsOf(fact: Fact): readonly [number, number] {
  const factor = fact.type === 'money' ? 100 : 1
  switch (fact.type) {
    case 'boolean':
      return [0, 1]
    case 'enum':
      return [-1, Object.keys(fact.values ?? {}).length]
    case 'date':
      return [earliestDay, latestDay]
    case 'share':
      return [fact.min ?? 0, fact.max ?? 1]
    default:
      return [(fact.min ?? 0) * factor, (fact.max ?? Number.POSITIVE_INFINITY) * factor]
  }
}
