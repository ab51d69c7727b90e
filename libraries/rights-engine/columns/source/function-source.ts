import { unknownChoice } from '../layout.ts'
import { between, type Code, exactly, literal, perhaps, Writer } from './code.ts'
import { FunctionScope } from './function-scope.ts'
import type { KernelContext } from './kernel-context.ts'
import type { PlannedStep } from './plan.ts'
import { rangeSource } from './range-source.ts'
import { rightSource } from './right-source.ts'
import { truthSource } from './truth-source.ts'

/** The source of one function of a kernel: it works its steps out for a block of households. */
export function functionSource(context: KernelContext, steps: readonly PlannedStep[], number: number): string {
  const scope = new FunctionScope(context, number)
  const rounds = Map.groupBy(steps, ({ round }) => round)
  const household = new Writer(scope.counter)
  for (const [round, together] of rounds) {
    const writer = round % 2 === 0 ? household : household.apart()
    for (const step of together) {
      scope.round = round
      if (step.kind === 'right') writer.add(...rightSource(step, context, scope, writer.apart()))
      else writeStep(step, context, scope, writer)
    }
    if (writer !== household) household.add('for (let p = s; p < e; p++) {', ...writer.lines, '}')
  }
  return [
    `function ${context.complete ? 'complete' : 'open'}${number}(f) {`,
    'const { start, from, to, today } = f',
    'const first = start[from]',
    ...scope.hoisted,
    'for (let h = from; h < to; h++) {',
    'const s = start[h], e = start[h + 1]',
    ...scope.ofHousehold,
    ...household.lines,
    '}',
    '}',
  ].join('\n')
}

function writeStep(step: PlannedStep, context: KernelContext, scope: FunctionScope, writer: Writer): void {
  const number = context.made.size
  const place = step.level === 'person' ? 'p' : 'h'
  const code = step.kind === 'fact' ? factSource(step, scope, writer) : definitionSource(step, context, scope, writer)
  const shape = named(code, `v${number}`)
  writer.add(...definitionLines(code, shape))
  scope.keep(step, shape, number, place, writer)
}

function named(code: Code, name: string): Code {
  if (code.is !== 'range') return { ...code, text: name }
  return code.low === code.high ? exactly(name, code.from0) : between(name, `${name}h`, code.from0)
}

function definitionLines(code: Code, shape: Code): readonly string[] {
  if (code.is !== 'range' || shape.is !== 'range')
    return [`const ${(shape as { text: string }).text} = ${(code as { text: string }).text}`]
  if (shape.low === shape.high) return [`const ${shape.low} = ${code.low}`]
  return [`const ${shape.low} = ${code.low}`, `const ${shape.high} = ${code.high}`]
}

function definitionSource(step: PlannedStep, context: KernelContext, scope: FunctionScope, writer: Writer): Code {
  const [rule] = step.rules
  if (!rule) throw new TypeError(`definition ${step.key} has no rule`)
  const within = scope.of(step, false)
  const isTest = context.model.definitions[step.key]?.type === 'boolean'
  return isTest ? truthSource(rule, within, writer) : writer.bound(rangeSource(rule, within, writer))
}

/** The age that follows from the birth date, the days of birth that follow from an age, what holds unless told. */
function factSource(step: PlannedStep, scope: FunctionScope, writer: Writer): Code {
  const place = step.level === 'person' ? 'p' : 'h'
  if (step.key === 'person.age') return ageSource(scope, writer)
  if (step.key === 'person.birth_date') return birthSource(scope, writer)
  const told = scope.told(step.key, place, writer)
  const [rule] = step.rules
  if (!rule) return told
  const { fact, code } = scope.slotOf(step.key)
  const makesSense = truthSource(rule, scope.of(step, false), writer)
  const fails = makesSense.sure ? `!${makesSense.text}` : `${makesSense.text} === 0`
  const { otherwise = false } = fact
  const value = typeof otherwise === 'string' ? code(otherwise) : Number(otherwise) * (fact.type === 'money' ? 100 : 1)
  if (told.is === 'truth') return perhaps(`(${told.text} === 2 && ${fails} ? ${value >= 1 ? 3 : 0} : ${told.text})`)
  if (told.is === 'choice')
    return {
      is: 'choice',
      sure: false,
      text: `(${told.text} === ${unknownChoice} && ${fails} ? ${value} : ${told.text})`,
    }
  const isFixed = writer.bind(`(${told.low} !== ${told.high} && ${fails})`)
  const end = (text: string) => `(${isFixed} ? ${literal(value)} : ${text})`
  return between(end(told.low), end(told.high), told.from0 === true && value >= 0)
}

function ageSource(scope: FunctionScope, writer: Writer): Code {
  const years = scope.library('ageOn')
  const birth = scope.column('person.birth_date', 'p')
  if (scope.complete) return exactly(`${years}(${birth}, today)`)
  const born = writer.bind(birth)
  const told = scope.told('person.age', 'p', writer)
  if (told.is !== 'range') throw new TypeError('person.age is a number')
  const counted = writer.bind(`(${born} === ${born} ? ${years}(${born}, today) : NaN)`)
  const end = (text: string) => `(${counted} === ${counted} ? ${counted} : ${text})`
  return between(end(told.low), end(told.high))
}

function birthSource(scope: FunctionScope, writer: Writer): Code {
  const { low, high } = scope.slotOf('person.birth_date')
  const born = writer.bind(scope.column('person.birth_date', 'p'))
  const age = scope.told('person.age', 'p', writer)
  if (age.is !== 'range') throw new TypeError('person.age is a number')
  const ends = writer.bound(age)
  const text = (name: 'bornAfter' | 'bornBy', of: string, bound: number) =>
    `(${born} === ${born} ? ${born} : ${scope.library(name)}(today, ${of}, ${literal(bound)}))`
  return { is: 'range', low: text('bornAfter', ends.high, low), high: text('bornBy', ends.low, high) }
}
