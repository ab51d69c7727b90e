import { monthsLater, newYear, wholeYears, yearOf } from '../language/calendar.ts'
import type { Expression } from '../language/expression.ts'
import { addNumber } from '../situation/number-set.ts'
import { couldHaveRisenTo } from '../situation/parameters.ts'
import { firstPersonRow, type World } from '../situation/world.ts'
import type { Compiler } from './compiler.ts'
import type { RangeNode, TruthNode } from './node.ts'
import { nearly, no, yes } from './truth.ts'

/** A number, an amount or a day as a closure over intervals; a test where a number should stand counts as 0 or 1. */
export function compileRange(compiler: Compiler, expression: Expression): RangeNode {
  const range = (part: Expression) => compiler.range(part)
  switch (expression.op) {
    case 'number':
    case 'day':
      return constant(expression.value)
    case 'today':
      return today
    case 'fact':
      return compiler.fact(expression)
    case 'parameter':
      return parameter(compiler, expression)
    case '+':
    case '-':
    case '*':
    case '/':
      return pair(range(expression.left), range(expression.right), arithmetic[expression.op])
    case 'min':
    case 'max':
      return expression.all.map(range).reduce((left, right) => pair(left, right, arithmetic[expression.op]))
    case 'between':
      return pair(range(expression.low), range(expression.high), (world, aLow, _aHigh, _bLow, bHigh) => {
        world.lo = aLow
        world.hi = bHigh
      })
    case 'round':
      return each(range(expression.of), (value) => Math.floor(value + 0.5 + nearly))
    case 'year':
      return each(range(expression.of), yearOf)
    case 'newYear':
      return each(range(expression.of), newYear)
    case 'years':
      return pair(range(expression.from), range(expression.to), (world, aLow, aHigh, bLow, bHigh) => {
        world.lo = wholeYears(aHigh, bLow)
        world.hi = wholeYears(aLow, bHigh)
      })
    case 'days':
      return pair(range(expression.from), range(expression.to), (world, aLow, aHigh, bLow, bHigh) => {
        world.lo = bLow - aHigh
        world.hi = bHigh - aLow
      })
    case 'add':
      return later(expression.unit, range(expression.day), range(expression.count))
    case 'if':
      return either(compiler.truth(expression.when), range(expression.yes), range(expression.no))
    case 'count':
      return total(compiler.truth(expression.of), constant(1))
    case 'sum':
      return total(expression.where ? compiler.truth(expression.where) : undefined, range(expression.of))
    default:
      return asNumber(compiler.truth(expression))
  }
}

const nothing = () => {}

const today: RangeNode = {
  range(world) {
    world.lo = world.today
    world.hi = world.today
  },
  ask: nothing,
}

function constant(value: number): RangeNode {
  return {
    range(world) {
      world.lo = value
      world.hi = value
    },
    ask: nothing,
  }
}

function parameter(compiler: Compiler, { id, risen, at }: Expression & { readonly op: 'parameter' }): RangeNode {
  const number = compiler.parameters.numberOf(id)
  if (number === undefined) return compiler.fault(at, `there is no parameter ${id}`)
  const mayRise = risen && !compiler.parameters.isCeiling(number)
  const highOf = ({ parameters }: World) =>
    (parameters.high[number] as number) * (mayRise && parameters.stale[number] === 1 ? couldHaveRisenTo : 1)
  return {
    range(world) {
      addNumber(world.touched, 0, number)
      addNumber(world.looked, world.lookedAt, number)
      world.lo = world.parameters.low[number] as number
      world.hi = highOf(world)
    },
    ask(world, missing) {
      if (world.parameters.low[number] !== highOf(world)) missing.parameter(`param:${id}`)
    },
  }
}

type Combine = (world: World, aLow: number, aHigh: number, bLow: number, bHigh: number) => void

const arithmetic: Readonly<Record<'+' | '-' | '*' | '/' | 'min' | 'max', Combine>> = {
  '+': (world, aLow, aHigh, bLow, bHigh) => {
    world.lo = aLow + bLow
    world.hi = aHigh + bHigh
  },
  '-': (world, aLow, aHigh, bLow, bHigh) => {
    world.lo = aLow - bHigh
    world.hi = aHigh - bLow
  },
  '*': (world, aLow, aHigh, bLow, bHigh) => {
    const [a, b, c, d] = [times(aLow, bLow), times(aLow, bHigh), times(aHigh, bLow), times(aHigh, bHigh)]
    world.lo = Math.min(a, b, c, d)
    world.hi = Math.max(a, b, c, d)
  },
  '/': (world, aLow, aHigh, bLow, bHigh) => {
    // What may be divided by nothing may be anything.
    if (bLow <= 0 && bHigh >= 0) {
      world.lo = Number.NEGATIVE_INFINITY
      world.hi = Number.POSITIVE_INFINITY
      return
    }
    const [a, b, c, d] = [over(aLow, bLow), over(aLow, bHigh), over(aHigh, bLow), over(aHigh, bHigh)]
    world.lo = Math.min(a, b, c, d)
    world.hi = Math.max(a, b, c, d)
  },
  min: (world, aLow, aHigh, bLow, bHigh) => {
    world.lo = Math.min(aLow, bLow)
    world.hi = Math.min(aHigh, bHigh)
  },
  max: (world, aLow, aHigh, bLow, bHigh) => {
    world.lo = Math.max(aLow, bLow)
    world.hi = Math.max(aHigh, bHigh)
  },
}

/** Nothing times anything is nothing, also where anything has no bound. */
function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b
}

function over(a: number, b: number): number {
  return Number.isFinite(a) || Number.isFinite(b) ? a / b : 0
}

function pair(left: RangeNode, right: RangeNode, combine: Combine): RangeNode {
  return {
    range(world) {
      left.range(world)
      const { lo, hi } = world
      right.range(world)
      combine(world, lo, hi, world.lo, world.hi)
    },
    ask(world, missing) {
      left.ask(world, missing)
      right.ask(world, missing)
    },
  }
}

/** A function that never falls works on both ends. */
function each(of: RangeNode, change: (value: number) => number): RangeNode {
  return {
    range(world) {
      of.range(world)
      const { lo, hi } = world
      world.lo = change(lo)
      world.hi = change(hi)
    },
    ask: (world, missing) => of.ask(world, missing),
  }
}

function later(unit: 'days' | 'months' | 'years', day: RangeNode, count: RangeNode): RangeNode {
  const move = (from: number, by: number) =>
    unit === 'days' ? from + by : monthsLater(from, unit === 'years' ? 12 * by : by)
  return pair(day, count, (world, aLow, aHigh, bLow, bHigh) => {
    world.lo = move(aLow, bLow)
    world.hi = move(aHigh, bHigh)
  })
}

/** With the question undecided the amount is one of the two: from the lower to the higher. */
function either(when: TruthNode, then: RangeNode, otherwise: RangeNode): RangeNode {
  return {
    range(world) {
      const asked = when.test(world)
      if (asked === yes) return then.range(world)
      otherwise.range(world)
      if (asked === no) return
      const { lo, hi } = world
      then.range(world)
      world.lo = Math.min(lo, world.lo)
      world.hi = Math.max(hi, world.hi)
    },
    ask(world, missing) {
      const asked = when.test(world)
      if (asked === yes) return then.ask(world, missing)
      if (asked === no) return otherwise.ask(world, missing)
      this.range(world)
      if (world.lo === world.hi) return
      when.ask(world, missing)
      then.ask(world, missing)
      otherwise.ask(world, missing)
    },
  }
}

/** The sum over the members for whom `where` holds; one who perhaps counts widens the interval. */
function total(where: TruthNode | undefined, of: RangeNode): RangeNode {
  return {
    range(world) {
      const { member } = world
      let [low, high] = [0, 0]
      for (let row = firstPersonRow; row < world.rows; row += 1) {
        world.member = row
        const counts = where ? where.test(world) : yes
        if (counts === no) continue
        of.range(world)
        low += counts === yes ? world.lo : Math.min(0, world.lo)
        high += counts === yes ? world.hi : Math.max(0, world.hi)
      }
      world.member = member
      world.lo = low
      world.hi = high
    },
    ask(world, missing) {
      const { member } = world
      for (let row = firstPersonRow; row < world.rows; row += 1) {
        world.member = row
        const counts = where ? where.test(world) : yes
        if (counts === no) continue
        of.range(world)
        // Whether somebody counts whose share is nothing does not matter.
        if (counts !== yes && (world.lo !== 0 || world.hi !== 0)) where?.ask(world, missing)
        of.ask(world, missing)
      }
      world.member = member
    },
  }
}

function asNumber(truth: TruthNode): RangeNode {
  return {
    range(world) {
      const answer = truth.test(world)
      world.lo = answer === yes ? 1 : 0
      world.hi = answer === no ? 0 : 1
    },
    ask: (world, missing) => truth.ask(world, missing),
  }
}
