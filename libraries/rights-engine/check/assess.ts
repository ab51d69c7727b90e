import { numbersIn } from '../situation/number-set.ts'
import { dwellingRow, firstPersonRow, householdRow, type World } from '../situation/world.ts'
import type { CompiledRight } from './compile-right.ts'
import { Missing } from './missing.ts'
import type { Outcome, OutcomeAmount, Reason, Status } from './outcome.ts'
import { nearly, no, unsure, yes } from './truth.ts'

/** Where a subject lies, and what to call it. */
export type Subject = { readonly row: number; readonly id: string }

/** What the world says around an outcome. */
export type Frame = {
  readonly parameterIds: readonly string[]
  /** Parameters whose row of the day rests on a weak source, by number. */
  readonly weak: Uint8Array
  /** The row of the reference person, of whom rules for a household speak where they say `person`; else the first. */
  readonly reference: number
  nameOf(row: number): string
  /** A child of the household under 18, for whom rights of adults are not. */
  isMinorChild(row: number): boolean
}

/** The outcome of one right for one subject. Order of decisions: not applicable, already, unlikely, possible, likely. */
export function assess(compiled: CompiledRight, subject: Subject, world: World, frame: Frame): Outcome {
  world.self = subject.row < firstPersonRow ? frame.reference : subject.row
  world.member = world.self
  world.touched.fill(0)
  world.looked.fill(0, world.lookedAt)
  const missing = new Missing()
  const reasons: Reason[] = []
  const status = statusOf(compiled, subject, world, frame, missing, reasons)
  const open = status === 'possible' || status === 'likely'
  const amount = open ? amountOf(compiled, world) : null
  const variant = open ? variantOf(compiled, world) : null
  const used = usedIn(world, frame)
  const { facts, parameters } = missing
  return {
    right: compiled.id,
    subject: subject.id,
    status,
    missing: missing.isEmpty ? nothing : [...new Set([...facts.map(({ fact }) => fact), ...parameters])],
    asks: missing.isEmpty ? nothing : facts.map(({ fact, row }) => ({ fact, of: frame.nameOf(row) })),
    amount,
    variant,
    stale: used.stale,
    uncertain: used.uncertain,
    reasons,
    parameters: used.ids,
    follows: open || status === 'already' ? (compiled.right.opens ?? nothing) : nothing,
    excludes: compiled.right.excludes ?? nothing,
  }
}

const nothing: readonly never[] = []

/**
 * The values of the law that were looked at, and what is doubtful about them. An outcome is out of date by what may be behind it, as
 * in the columns of a population; it names what it really rests on.
 */
function usedIn({ touched, looked, lookedAt, parameters }: World, { parameterIds, weak }: Frame) {
  const used = numbersIn(looked, lookedAt, touched.length)
  return {
    ids: used.map((number) => parameterIds[number] ?? ''),
    stale: numbersIn(touched, 0, touched.length).some((number) => parameters.stale[number] === 1),
    uncertain: used.some((number) => weak[number] === 1),
  }
}

function statusOf(
  compiled: CompiledRight,
  subject: Subject,
  world: World,
  frame: Frame,
  missing: Missing,
  reasons: Reason[],
): Status {
  const region = compiled.region.test(world)
  if (region === no) return 'not_applicable'
  const { right } = compiled
  if (right.subject === 'person' && !right.minors && frame.isMinorChild(subject.row)) return 'not_applicable'
  const applies = compiled.appliesTo?.test(world) ?? yes
  if (applies === no) return 'not_applicable'
  if (compiled.already?.test(world) === yes) return 'already'
  if (region === unsure) compiled.region.ask(world, missing)
  if (applies === unsure) compiled.appliesTo?.ask(world, missing)
  let [against, undecided] = [false, region === unsure || applies === unsure]
  for (const { id, node } of compiled.tests) {
    const answer = node.test(world)
    reasons.push({ condition: id, answer: answer === yes ? 'for' : answer === no ? 'against' : 'unknown' })
    if (answer === no) against = true
    if (answer === unsure) {
      undecided = true
      if (!against) node.ask(world, missing)
    }
  }
  if (against) {
    missing.clear()
    return 'unlikely'
  }
  return doubted(compiled, world, missing, reasons) || undecided ? 'possible' : 'likely'
}

function doubted({ doubts }: CompiledRight, world: World, missing: Missing, reasons: Reason[]): boolean {
  let stands = false
  for (const { id, node, missing: more } of doubts) {
    const answer = node.test(world)
    if (answer === no) continue
    stands = true
    reasons.push({ condition: id, answer: 'unknown' })
    if (answer === unsure) node.ask(world, missing)
    for (const fact of more) {
      if (fact.startsWith('param:')) missing.parameter(fact)
      else missing.fact(fact, rowOfBearer(fact, world))
    }
  }
  return stands
}

/** Whom a fact is about that a doubt names: the subject, unless it is one of the household or the dwelling. */
function rowOfBearer(fact: string, world: World): number {
  if (fact.startsWith('household.')) return householdRow
  return fact.startsWith('dwelling.') ? dwellingRow : world.self
}

function amountOf({ amount, right }: CompiledRight, world: World): OutcomeAmount | null {
  if (!amount || !right.amount) return null
  amount.range(world)
  const [low, high] = [euros(Math.max(0, world.lo)), euros(Math.max(0, world.hi))]
  const most = Number.isFinite(high) ? high : null
  const shape = { currency: 'EUR', per: right.amount.per } as const
  if (right.amount.upTo) return { value: null, min: 0, max: most, ...shape }
  return { value: low === high ? low : null, min: low, max: most, ...shape }
}

/** Cents to euros, half up. */
function euros(cents: number): number {
  return Math.floor(cents + 0.5 + nearly) / 100
}

function variantOf({ variants }: CompiledRight, world: World): string | null {
  return variants.find(({ node }) => node.test(world) === yes)?.id ?? null
}
