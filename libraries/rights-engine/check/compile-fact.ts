import { wholeYears, yearsBefore } from '../language/calendar.ts'
import type { Carrier, Expression } from '../language/expression.ts'
import { parse } from '../language/parse.ts'
import { partsOf } from '../language/walk.ts'
import { type DefinitionSlot, type FactSlot, rowOf } from '../situation/names.ts'
import { addAll, addNumber, wordsFor } from '../situation/number-set.ts'
import { dwellingRow, householdRow, type World } from '../situation/world.ts'
import type { Compiler } from './compiler.ts'
import { refuseSubject } from './no-subject.ts'
import type { RangeNode } from './node.ts'
import { yes } from './truth.ts'

type Named = Expression & { readonly op: 'fact' }

/** A fact as it was told, a fact with something that holds unless told, or a definition. */
export function compileFact(compiler: Compiler, expression: Named): RangeNode {
  const { carrier, name } = expression
  const row = rowOf(carrier)
  const definition = compiler.names.definition(carrier, name)
  if (definition) return definitionNode(compiler, definition, row)
  const slot = compiler.names.fact(carrier, name)
  if (!slot) return compiler.fault(expression.at, `there is no fact or definition ${carrier}.${name}`)
  const told = toldNode(compiler, slot, row)
  if (carrier !== 'household' && carrier !== 'dwelling') {
    if (name === 'age') return ageNode(compiler, told, carrier)
    if (name === 'birth_date') return birthNode(compiler, told, carrier)
  }
  return slot.fact.when === undefined ? told : unlessToldNode(compiler, slot, told, row)
}

function toldNode(compiler: Compiler, { id, slot }: FactSlot, row: (world: World) => number): RangeNode {
  const { width } = compiler.names
  return {
    range(world) {
      const at = row(world) * width + slot
      world.lo = world.low[at] as number
      world.hi = world.high[at] as number
    },
    ask(world, missing) {
      const at = row(world)
      const cell = at * width + slot
      if (world.low[cell] !== world.high[cell]) missing.fact(id, at)
    },
  }
}

/** The age follows from the birth date where that is known. */
function ageNode(compiler: Compiler, told: RangeNode, carrier: Carrier): RangeNode {
  const birth = compiler.names.fact(carrier, 'birth_date')
  if (!birth) return told
  const row = rowOf(carrier)
  const { width } = compiler.names
  const cell = (world: World) => row(world) * width + birth.slot
  const isBorn = (world: World) => world.low[cell(world)] === world.high[cell(world)]
  return {
    range(world) {
      if (isBorn(world)) world.lo = world.hi = wholeYears(world.low[cell(world)] as number, world.today)
      else told.range(world)
    },
    ask(world, missing) {
      if (!isBorn(world)) told.ask(world, missing)
    },
  }
}

/** Somebody who is 40 today was born in one certain year of days: enough to decide most tests on the birth date. */
function birthNode(compiler: Compiler, told: RangeNode, carrier: Carrier): RangeNode {
  const age = compiler.names.fact(carrier, 'age')
  if (!age) return told
  const row = rowOf(carrier)
  const { width } = compiler.names
  return {
    range(world) {
      told.range(world)
      if (world.lo === world.hi) return
      const cell = row(world) * width + age.slot
      const [youngest, oldest] = [world.low[cell] as number, world.high[cell] as number]
      if (youngest > 0) world.hi = Math.min(world.hi, yearsBefore(world.today, youngest))
      if (oldest < 200) world.lo = Math.max(world.lo, yearsBefore(world.today, oldest + 1) + 1)
    },
    ask: told.ask,
  }
}

/** `when` false: the fact makes no sense for this one, and counts as `otherwise`. */
function unlessToldNode(
  compiler: Compiler,
  { id, fact, code }: FactSlot,
  told: RangeNode,
  row: (world: World) => number,
): RangeNode {
  if (id.startsWith('household.') || id.startsWith('dwelling.')) refuseSubject(fact.when ?? 'true', `"when" of ${id}`)
  const when = compiler.truthOf(fact.when ?? 'true', `"when" of ${id}`)
  const factor = fact.type === 'money' ? 100 : 1
  const { otherwise = false } = fact
  const value = typeof otherwise === 'string' ? code(otherwise) : Number(otherwise) * factor
  const makesSense = (world: World) => {
    const { self, member } = world
    world.self = world.member = row(world)
    const answer = when.test(world)
    world.self = self
    world.member = member
    return answer === yes || answer === 2
  }
  return {
    range(world) {
      told.range(world)
      if (world.lo === world.hi) return
      const { lo, hi } = world
      if (makesSense(world)) {
        world.lo = lo
        world.hi = hi
      } else world.lo = world.hi = value
    },
    ask(world, missing) {
      told.range(world)
      if (world.lo !== world.hi && makesSense(world)) told.ask(world, missing)
    },
  }
}

/** Worked out once for each row; what it says of `person` is then that row. */
function definitionNode(
  compiler: Compiler,
  { id, number, definition }: DefinitionSlot,
  row: (world: World) => number,
): RangeNode {
  if (definition.of === 'household') refuseSubject(definition.is, `definition ${id}`)
  const body =
    definition.type === 'boolean'
      ? asRange(compiler, definition.is, id)
      : compiler.rangeOf(definition.is, `definition ${id}`)
  const words = wordsFor(compiler.parameters.ids.length)
  const behind = new Int32Array(words)
  for (const number of parametersIn(compiler, definition.is)) addNumber(behind, 0, number)
  const { definitions } = compiler.names
  const within = (world: World, at: number, run: () => void) => {
    const { self, member } = world
    if (at !== householdRow && at !== dwellingRow) world.self = world.member = at
    run()
    world.self = self
    world.member = member
  }
  return {
    range(world) {
      const at = row(world)
      const kept = at * definitions + number
      const traces = kept * words
      if (world.done[kept] === 0) {
        const outer = world.lookedAt
        world.lookedAt = traces
        world.looked.fill(0, traces, traces + words)
        within(world, at, () => body.range(world))
        world.lookedAt = outer
        world.done[kept] = 1
        world.doneLow[kept] = world.lo
        world.doneHigh[kept] = world.hi
      }
      addAll(world.touched, 0, behind, 0, words)
      addAll(world.looked, world.lookedAt, world.looked, traces, words)
      world.lo = world.doneLow[kept] as number
      world.hi = world.doneHigh[kept] as number
    },
    ask(world, missing) {
      this.range(world)
      if (world.lo !== world.hi) within(world, row(world), () => body.ask(world, missing))
    },
  }
}

function asRange(compiler: Compiler, rule: string, id: string): RangeNode {
  const truth = compiler.truthOf(rule, `definition ${id}`)
  return {
    range(world) {
      const answer = truth.test(world)
      world.lo = answer === yes ? 1 : 0
      world.hi = answer === 0 ? 0 : 1
    },
    ask: (world, missing) => truth.ask(world, missing),
  }
}

/** All that a definition may rest on, whichever way it takes. */
function parametersIn(compiler: Compiler, rule: string): readonly number[] {
  const found = new Set<number>()
  for (const part of partsOf(parse(rule))) {
    if (part.op === 'parameter') found.add(compiler.parameters.numberOf(part.id) ?? -1)
    if (part.op !== 'fact') continue
    const inner = compiler.names.definition(part.carrier, part.name)
    if (inner) for (const parameter of parametersIn(compiler, inner.definition.is)) found.add(parameter)
  }
  return [...found]
}
