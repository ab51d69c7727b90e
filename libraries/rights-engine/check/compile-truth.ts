import type { Expression } from '../language/expression.ts'
import { rowOf } from '../situation/names.ts'
import { firstPersonRow, type World } from '../situation/world.ts'
import type { Compiler } from './compiler.ts'
import { Missing } from './missing.ts'
import type { RangeNode, TruthNode } from './node.ts'
import { nearly, no, unsure, yes } from './truth.ts'

/** A test as a closure; a number where a test should stand is refused. */
export function compileTruth(compiler: Compiler, expression: Expression): TruthNode {
  switch (expression.op) {
    case 'boolean':
      return constant(expression.value ? yes : no)
    case 'fact':
      return told(compiler.fact(expression))
    case 'parameter':
      return told(compiler.range(expression))
    case 'not':
      return opposite(compiler.truth(expression.of))
    case 'and':
    case 'or':
      return together(
        expression.op === 'and' ? no : yes,
        expression.all.map((part) => compiler.truth(part)),
      )
    case 'compare':
      return comparison(expression, compiler.range(expression.left), compiler.range(expression.right))
    case 'in':
      return choice(compiler, expression)
    case 'if':
      return either(compiler.truth(expression.when), compiler.truth(expression.yes), compiler.truth(expression.no))
    case 'known':
      return known(rangeOfAny(compiler, expression.of))
    case 'surely':
      return surely(compiler.truth(expression.of))
    case 'unknown':
      return undecided(expression.id)
    case 'any':
    case 'all':
      return overMembers(expression.op === 'any' ? yes : no, compiler.truth(expression.of))
    case 'self':
      return { test: (world) => (world.self === world.member ? yes : no), ask: nothing }
    case 'partner':
      return partners(compiler)
    default:
      return compiler.fault(expression.at, 'a test was expected here, and this is a number')
  }
}

const nothing = () => {}

function constant(answer: 0 | 1): TruthNode {
  return { test: () => answer, ask: nothing }
}

function told(of: RangeNode): TruthNode {
  return {
    test(world) {
      of.range(world)
      return world.lo > 0 ? yes : world.hi < 1 ? no : unsure
    },
    ask: (world, missing) => of.ask(world, missing),
  }
}

function opposite(of: TruthNode): TruthNode {
  return {
    test(world) {
      const answer = of.test(world)
      return answer === unsure ? unsure : answer === yes ? no : yes
    },
    ask: (world, missing) => of.ask(world, missing),
  }
}

/** `and` is decided by one false, `or` by one true; until then every undecided part is still asked. */
function together(deciding: 0 | 1, parts: readonly TruthNode[]): TruthNode {
  const other = deciding === yes ? no : yes
  return {
    test(world) {
      let answer: 0 | 1 | 2 = other
      for (const part of parts) {
        const one = part.test(world)
        if (one === deciding) return deciding
        if (one === unsure) answer = unsure
      }
      return answer
    },
    ask(world, missing) {
      for (const part of parts) if (part.test(world) === unsure) part.ask(world, missing)
    },
  }
}

function comparison({ by }: Expression & { readonly op: 'compare' }, left: RangeNode, right: RangeNode): TruthNode {
  const decide = deciders[by]
  return {
    test(world) {
      left.range(world)
      const { lo, hi } = world
      right.range(world)
      return decide(lo, hi, world.lo, world.hi)
    },
    // An old ceiling is what decides only where every fact is known: while one is unknown, that is what to ask.
    ask(world, missing) {
      const own = new Missing()
      left.ask(world, own)
      right.ask(world, own)
      for (const { fact, row } of own.facts) missing.fact(fact, row)
      if (own.size === 0) for (const id of own.parameters) missing.parameter(id)
    },
  }
}

type Decide = (aLow: number, aHigh: number, bLow: number, bHigh: number) => 0 | 1 | 2

const below: Decide = (aLow, aHigh, bLow, bHigh) => (aHigh < bLow - nearly ? yes : aLow >= bHigh - nearly ? no : unsure)
const atMost: Decide = (aLow, aHigh, bLow, bHigh) =>
  aHigh <= bLow + nearly ? yes : aLow > bHigh + nearly ? no : unsure
const same: Decide = (aLow, aHigh, bLow, bHigh) => {
  if (aLow > bHigh + nearly || aHigh < bLow - nearly) return no
  return aHigh - aLow < nearly && bHigh - bLow < nearly ? yes : unsure
}

const deciders: Readonly<Record<(Expression & { op: 'compare' })['by'], Decide>> = {
  '<': below,
  '<=': atMost,
  '>': (aLow, aHigh, bLow, bHigh) => below(bLow, bHigh, aLow, aHigh),
  '>=': (aLow, aHigh, bLow, bHigh) => atMost(bLow, bHigh, aLow, aHigh),
  '=': same,
  '!=': (aLow, aHigh, bLow, bHigh) => {
    const answer = same(aLow, aHigh, bLow, bHigh)
    return answer === unsure ? unsure : answer === yes ? no : yes
  },
}

function choice(compiler: Compiler, expression: Expression & { readonly op: 'in' }): TruthNode {
  const { carrier, name, at } = expression.of
  const slot = compiler.names.fact(carrier, name)
  if (slot?.fact.type !== 'enum') return compiler.fault(at, `${carrier}.${name} has no choices`)
  const strange = expression.values.find((value) => slot.code(value) === -1)
  if (strange) return compiler.fault(expression.at, `${strange} is no choice of ${slot.id}`)
  const codes = new Set(expression.values.map(slot.code))
  const of = compiler.fact(expression.of)
  return {
    test(world) {
      of.range(world)
      if (world.lo !== world.hi) return unsure
      return codes.has(world.lo) ? yes : no
    },
    ask: (world, missing) => of.ask(world, missing),
  }
}

function either(when: TruthNode, then: TruthNode, otherwise: TruthNode): TruthNode {
  return {
    test(world) {
      const asked = when.test(world)
      if (asked === yes) return then.test(world)
      if (asked === no) return otherwise.test(world)
      const answer = then.test(world)
      return answer === otherwise.test(world) ? answer : unsure
    },
    ask(world, missing) {
      const asked = when.test(world)
      if (asked === unsure) when.ask(world, missing)
      if (asked !== no && then.test(world) === unsure) then.ask(world, missing)
      if (asked !== yes && otherwise.test(world) === unsure) otherwise.ask(world, missing)
    },
  }
}

function rangeOfAny(compiler: Compiler, expression: Expression): RangeNode {
  if (expression.op !== 'fact') return compiler.fault(expression.at, '"known" asks for a fact')
  return compiler.fact(expression)
}

function known(of: RangeNode): TruthNode {
  return {
    test(world) {
      of.range(world)
      return world.lo === world.hi ? yes : no
    },
    ask: nothing,
  }
}

function surely(of: TruthNode): TruthNode {
  return { test: (world) => (of.test(world) === yes ? yes : no), ask: nothing }
}

function undecided(id: string): TruthNode {
  return { test: () => unsure, ask: (world, missing) => missing.fact(id, world.self) }
}

function overMembers(deciding: 0 | 1, of: TruthNode): TruthNode {
  const other = deciding === yes ? no : yes
  return {
    test(world) {
      const { member } = world
      let answer: 0 | 1 | 2 = other
      for (let row = firstPersonRow; row < world.rows; row += 1) {
        world.member = row
        const one = of.test(world)
        if (one === deciding) {
          answer = deciding
          break
        }
        if (one === unsure) answer = unsure
      }
      world.member = member
      return answer
    },
    ask(world, missing) {
      const { member } = world
      for (let row = firstPersonRow; row < world.rows; row += 1) {
        world.member = row
        if (of.test(world) === unsure) of.ask(world, missing)
      }
      world.member = member
    },
  }
}

/** Whether the member and the subject are each other's partner: the reference person and the one with role partner. */
function partners(compiler: Compiler): TruthNode {
  const role = compiler.names.fact('person', 'role')
  if (!role) throw new TypeError('"partner" asks for a fact person.role')
  const [reference, partner] = [role.code('reference'), role.code('partner')]
  const { width } = compiler.names
  const roleAt = (world: World, row: number) => {
    const cell = row * width + role.slot
    return world.low[cell] === world.high[cell] ? world.low[cell] : -1
  }
  const [selfRow, memberRow] = [rowOf('person'), rowOf('member')]
  return {
    test(world) {
      if (world.self === world.member) return no
      const [mine, theirs] = [roleAt(world, selfRow(world)), roleAt(world, memberRow(world))]
      if (
        (mine !== -1 && mine !== reference && mine !== partner) ||
        (theirs !== -1 && theirs !== reference && theirs !== partner)
      )
        return no
      if (mine === -1 || theirs === -1) return unsure
      return mine !== theirs ? yes : no
    },
    ask(world, missing) {
      for (const row of [selfRow(world), memberRow(world)]) if (roleAt(world, row) === -1) missing.fact(role.id, row)
    },
  }
}
