import { parse } from '../../language/parse.ts'
import type { Right } from '../../model.ts'
import { mostCents, statusCode } from '../layout.ts'
import { fails, holds, isExact, type TruthCode, type Writer } from './code.ts'
import type { FunctionScope } from './function-scope.ts'
import type { KernelContext } from './kernel-context.ts'
import type { PlannedStep } from './plan.ts'
import { rangeSource } from './range-source.ts'
import type { Scope } from './scope.ts'
import { truthSource } from './truth-source.ts'

/** The source for one right and one subject, in the order in which `check/assess.ts` decides. */
export function rightSource(
  step: PlannedStep,
  context: KernelContext,
  scope: FunctionScope,
  writer: Writer,
): readonly string[] {
  const id = step.key.slice('right:'.length)
  const right = context.model.rights[id]
  if (!right) throw new TypeError(`there is no right ${id}`)
  const number = Object.keys(context.model.rights).indexOf(id)
  const within = scope.of(step, true)
  const leave = (code: number) => `{ status = ${code}; break right${number} }`
  const place = step.level === 'person' ? 'p' : 'h'
  writeWhom(right, within, writer, leave)
  writeConditions(right, within, writer, leave)
  writeDoubts(right, within, writer)
  if (right.amount) {
    scope.hoisted.push(`const low${number} = f.amountLow[${number}], high${number} = f.amountHigh[${number}]`)
    writeAmount(right, within, writer, [`low${number}[${place}]`, `high${number}[${place}]`])
  }
  writeVariants(right, within, writer)
  scope.hoisted.push(`const status${number} = f.status[${number}]`)
  return [
    `// ${id}`,
    '{',
    'let status = 0, z = 0',
    `right${number}: {`,
    ...writer.lines,
    '}',
    `status${number}[${place}] = status | (z << 3)`,
    '}',
  ]
}

type Leave = (code: number) => string

function writeWhom(right: Right, scope: Scope, writer: Writer, leave: Leave): void {
  const role = scope.names.fact('person', 'role')
  if (right.subject === 'child' && role)
    writer.add(`if (${scope.column(role.id, 'p')} !== ${role.code('child')}) ${leave(statusCode.none)}`)
  const region = truthSource(parse(`household.region in [${right.regions.join(', ')}]`), scope, writer)
  writer.add(`if (${fails(region)}) ${leave(statusCode.not_applicable)}`)
  if (right.subject === 'person' && !right.minors && role && scope.names.fact('person', 'age')) {
    const age = rangeSource(parse('person.age'), scope, writer)
    const isKnown = isExact(age) ? '' : `${age.low} === ${age.high} && `
    const isChild = `${scope.column(role.id, 'p')} === ${role.code('child')}`
    writer.add(`if (${isChild} && ${isKnown}${age.high} < 18) ${leave(statusCode.not_applicable)}`)
  }
  writer.add(`let isOpen = ${region.sure ? 'false' : `${region.text} === 2`}`)
  if (right.appliesTo !== undefined) {
    const applies = named(truthSource(parse(right.appliesTo), scope, writer), writer)
    writer.add(`if (${fails(applies)}) ${leave(statusCode.not_applicable)}`)
    noteUndecided(applies, writer)
  }
  if (right.already !== undefined) {
    const already = truthSource(parse(right.already), scope, writer)
    writer.add(`if (${holds(already)}) ${leave(statusCode.already)}`)
  }
}

/** An unsure test is looked at twice: whether it fails, and whether it is undecided. */
function named(truth: TruthCode, writer: Writer): TruthCode {
  return truth.sure ? truth : { ...truth, text: writer.bind(truth.text) }
}

function noteUndecided(truth: TruthCode, writer: Writer): void {
  if (!truth.sure) writer.add(`if (${truth.text} === 2) isOpen = true`)
}

/** All conditions are looked at while one of them may still mark the outcome; after that the first that fails decides. */
function writeConditions(right: Right, scope: Scope, writer: Writer, leave: Leave): void {
  const all = right.conditions.map(({ when }) => {
    const apart = writer.apart()
    return { apart, truth: truthSource(parse(when), scope, apart) }
  })
  const lastMark = all.findLastIndex(({ apart }) => apart.lines.some((line) => line.startsWith('z |= ')))
  if (lastMark > 0) writer.add('let isAgainst = false')
  for (const [index, { apart, truth: written }] of all.entries()) {
    writer.take(apart)
    const truth = named(written, writer)
    const isUnlikely = index === lastMark && lastMark > 0 ? `isAgainst || ${fails(truth)}` : fails(truth)
    writer.add(`if (${isUnlikely}) ${index < lastMark ? 'isAgainst = true' : leave(statusCode.unlikely)}`)
    noteUndecided(truth, writer)
  }
}

function writeDoubts(right: Right, scope: Scope, writer: Writer): void {
  for (const { when } of right.doubts ?? []) {
    const doubt = truthSource(parse(when), scope, writer)
    writer.add(`if (!(${fails(doubt)})) isOpen = true`)
  }
  writer.add(`status = isOpen ? ${statusCode.possible} : ${statusCode.likely}`)
}

/** Cents, half up, not below nothing and not above what a column holds; −1 where nobody can say how much at most. */
function writeAmount(right: Right, scope: Scope, writer: Writer, [low, high]: readonly [string, string]): void {
  const amount = writer.bound(rangeSource(parse(right.amount?.is ?? '0'), scope, writer))
  const cents = (text: string) => `Math.floor(Math.max(0, ${text}) + 0.5 + 0.000001)`
  const most = `${amount.high} < ${mostCents} ? ${cents(amount.high)} : -1`
  if (right.amount?.upTo) writer.add(`${low} = 0`, `${high} = ${most}`)
  else if (isExact(amount)) writer.add(`${low} = ${high} = Math.min(${mostCents}, ${cents(amount.low)})`)
  else writer.add(`${low} = Math.min(${mostCents}, ${cents(amount.low)})`, `${high} = ${most}`)
}

/** The variant itself is not kept, but looking for it may mark the outcome: up to the first that surely holds. */
function writeVariants(right: Right, scope: Scope, writer: Writer): void {
  const written = (right.variants ?? []).map(({ when }) => {
    const apart = writer.apart()
    return { apart, truth: truthSource(parse(when), scope, apart) }
  })
  const lastMark = written.findLastIndex(({ apart }) => apart.lines.some((line) => line.startsWith('z |= ')))
  if (lastMark === -1) return
  writer.add('variants: {')
  for (const { apart, truth } of written.slice(0, lastMark + 1))
    writer.add(...apart.lines, `if (${holds(truth)}) break variants`)
  writer.add('}')
}
