import type { Expression } from '../../language/expression.ts'
import { parse } from '../../language/parse.ts'
import { childrenOf } from '../../language/walk.ts'
import type { Model } from '../../model.ts'
import type { Names } from '../../situation/names.ts'

/** Something that is worked out once for each household or each person: a definition, a fact that is not just told, a right. */
export type Step = {
  readonly key: string
  readonly kind: 'definition' | 'fact' | 'right'
  readonly level: 'household' | 'person'
  readonly rules: readonly Expression[]
  /** What it is made of, and whether the whole household must be done with that first. */
  readonly needs: readonly { readonly key: string; readonly of: 'own' | 'household' | 'members' }[]
  readonly size: number
}

export type PlannedStep = Step & {
  /** Even rounds go once through the household, odd ones through its persons. */
  readonly round: number
}

/** Steps that share one function, in order. */
export type Plan = {
  readonly steps: ReadonlyMap<string, PlannedStep>
  readonly functions: readonly (readonly PlannedStep[])[]
  readonly facts: ReadonlySet<string>
  /** Steps whose value other functions or later rounds use: it has to be kept in scratch. */
  readonly kept: ReadonlySet<string>
}

/** Larger functions are not optimised as a whole by V8 (60 kB of bytecode); smaller ones read the same columns more often. */
const largestFunction = 700

/** Which steps the rights of a model need, and in which order and functions they are worked out. */
export function planFor(model: Model, names: Names, complete: boolean): Plan {
  const steps = new Map<string, PlannedStep>()
  const facts = new Set<string>(['household.region', 'person.role'])
  const context: Context = { model, names, complete, facts }
  const open = new Set<string>()
  const plan = (key: string): PlannedStep => {
    const known = steps.get(key)
    if (known) return known
    if (open.has(key)) throw new TypeError(`${key} is defined by way of itself`)
    open.add(key)
    const step = stepOf(key, context)
    const round = step.needs.reduce(
      (least, need) => Math.max(least, roundAfter(step.level, plan(need.key), need.of)),
      step.level === 'household' ? 0 : 1,
    )
    const planned = { ...step, round }
    steps.set(key, planned)
    return planned
  }
  for (const id of Object.keys(model.rights)) plan(`right:${id}`)
  const inOrder = [...steps.values()].sort((a, b) => a.round - b.round)
  const functions = filled(inOrder, complete ? largestFunction : largestFunction / 2)
  return { steps, functions, facts, kept: keptOf(functions) }
}

function keptOf(functions: Plan['functions']): ReadonlySet<string> {
  const homes = new Map(
    functions.flatMap((together, home) => together.map((step) => [step.key, { step, home }] as const)),
  )
  const kept = new Set<string>()
  for (const [home, together] of functions.entries())
    for (const { needs, round } of together)
      for (const { key, of } of needs) {
        const needed = homes.get(key)
        const isNear = needed?.home === home && (of === 'household' || (of === 'own' && needed.step.round === round))
        if (!isNear) kept.add(key)
      }
  return kept
}

type Context = { readonly model: Model; readonly names: Names; readonly complete: boolean; readonly facts: Set<string> }

function roundAfter(level: Step['level'], needed: PlannedStep, of: 'own' | 'household' | 'members'): number {
  const parity = level === 'household' ? 0 : 1
  const least = of === 'members' ? needed.round + 1 : needed.round
  return least % 2 === parity ? least : least + 1
}

function filled(steps: readonly PlannedStep[], most: number): readonly (readonly PlannedStep[])[] {
  const functions: PlannedStep[][] = []
  let room = 0
  for (const step of steps) {
    if (step.size > room || functions.length === 0) {
      functions.push([])
      room = most
    }
    functions.at(-1)?.push(step)
    room -= step.size
  }
  return functions
}

function stepOf(key: string, context: Context): Step {
  const { model, names } = context
  if (key.startsWith('right:')) {
    const id = key.slice('right:'.length)
    const right = model.rights[id]
    if (!right) throw new TypeError(`there is no right ${id}`)
    const level = right.subject === 'person' || right.subject === 'child' ? 'person' : 'household'
    const rules = [
      right.appliesTo,
      right.already,
      ...right.conditions.map(({ when }) => when),
      ...(right.doubts ?? []).map(({ when }) => when),
      right.amount?.is,
      ...(right.variants ?? []).map(({ when }) => when),
    ].filter((rule) => rule !== undefined)
    const minor = right.subject === 'person' && !right.minors && names.fact('person', 'age') ? ['person.age < 18'] : []
    return made(key, 'right', level, [...rules, ...minor].map(parse), context)
  }
  const definition = model.definitions[key]
  if (definition) return made(key, 'definition', levelOf(key), [parse(definition.is)], context)
  const when = model.facts[key]?.when
  const rules = key === 'person.age' || key === 'person.birth_date' || when === undefined ? [] : [parse(when)]
  context.facts.add(key)
  if (key === 'person.age') context.facts.add('person.birth_date')
  if (key === 'person.birth_date') context.facts.add('person.age')
  return made(key, 'fact', levelOf(key), rules, context)
}

const levelOf = (key: string) => (/^(person|child)\./.test(key) ? 'person' : 'household')

function made(
  key: string,
  kind: Step['kind'],
  level: Step['level'],
  rules: readonly Expression[],
  context: Context,
): Step {
  const needs = new Map<string, Step['needs'][number]>()
  let size = 10
  const walk = (expression: Expression, isInside: boolean): void => {
    size += 1
    if (expression.op === 'fact') {
      const found = stepNeeded(expression, context)
      const isHousehold = expression.carrier === 'household' || expression.carrier === 'dwelling'
      const isOwn = level === 'person' && (expression.carrier === 'person' || !isInside)
      const of = isHousehold ? 'household' : isOwn ? 'own' : 'members'
      if (found && needs.get(found)?.of !== 'members') needs.set(found, { key: found, of })
    }
    const goesOver =
      expression.op === 'any' || expression.op === 'all' || expression.op === 'count' || expression.op === 'sum'
    for (const child of childrenOf(expression)) walk(child, isInside || goesOver)
  }
  for (const rule of rules) walk(rule, false)
  return { key, kind, level, rules, needs: [...needs.values()], size }
}

/** The step that a name stands for; null when it is a fact that is read as it was told. */
export function stepNeeded({ carrier, name }: Expression & { readonly op: 'fact' }, context: Context): string | null {
  const { names, complete, facts } = context
  const definition = names.definition(carrier, name)
  if (definition) return definition.id
  const slot = names.fact(carrier, name)
  if (!slot) throw new TypeError(`there is no fact or definition ${carrier}.${name}`)
  facts.add(slot.id)
  const isPerson = carrier === 'person' || carrier === 'member'
  if (isPerson && name === 'age') return names.fact('person', 'birth_date') ? slot.id : null
  if (isPerson && name === 'birth_date') return !complete && names.fact('person', 'age') ? slot.id : null
  return complete || slot.fact.when === undefined ? null : slot.id
}
