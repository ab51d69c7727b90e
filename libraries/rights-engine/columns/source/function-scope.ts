import type { FactSlot } from '../../situation/names.ts'
import { couldHaveRisenTo } from '../../situation/parameters.ts'
import type { Column } from '../layout.ts'
import { between, type Code, exactly, literal, perhaps, type RangeCode, surely, type Writer } from './code.ts'
import { isSure, type KernelContext, mayBeStale, parametersOf } from './kernel-context.ts'
import { type PlannedStep, stepNeeded } from './plan.ts'
import { rangeSource } from './range-source.ts'
import type { LibraryName, NamedFact, NamedParameter, Scope } from './scope.ts'
import { truthSource } from './truth-source.ts'

/** The variables of one function: columns and parameters at its top, values of the household at the top of its loop. */
export class FunctionScope {
  readonly hoisted: string[] = []
  readonly ofHousehold: string[] = []
  readonly counter = { next: 0 }
  readonly complete: boolean
  round = 0
  readonly #known = new Set<string>()
  readonly #constants = new Map<string, string>()
  readonly #context: KernelContext
  readonly #number: number

  constructor(context: KernelContext, number: number) {
    this.#context = context
    this.#number = number
    this.complete = context.complete
  }

  /** The scope of the rules of a step. The outcome of a right is marked with what may be out of date, in the variable `z`. */
  of(step: PlannedStep, marks: boolean): Scope {
    const subject = step.level === 'person' ? 'p' : 'q'
    return {
      names: this.#context.names,
      rules: { truth: truthSource, range: rangeSource },
      complete: this.complete,
      subject,
      member: subject,
      place: (variable) => (variable === 'q' ? this.reference() : variable),
      value: (fact, place, writer) => this.#value(fact, place === 'q' ? this.reference() : place, writer, marks),
      column: (id, place) => this.column(id, place === 'q' ? this.reference() : place),
      parameter: (parameter, writer) => this.#parameter(parameter, writer, marks),
      settled: (text) => this.#settled(text),
      library: (name) => this.library(name),
      fault: (_, problem) => {
        throw new TypeError(`${step.key}: ${problem}`)
      },
    }
  }

  /** The reference person, of whom rules for a household speak where they say `person`; else the first. */
  reference(): string {
    if (this.#isNew('reference')) {
      const role = this.#context.names.fact('person', 'role')
      const isReference = `${this.column('person.role', 'm0')} === ${role?.code('reference')}`
      this.ofHousehold.push('let q = s', `for (let m0 = s; m0 < e; m0++) if (${isReference}) { q = m0; break }`)
    }
    return 'q'
  }

  slotOf(id: string): FactSlot {
    const slot = this.#context.names.facts.find((one) => one.id === id)
    if (!slot) throw new TypeError(`there is no fact ${id}`)
    return slot
  }

  library(name: LibraryName): string {
    this.#context.library.add(name)
    return name
  }

  #isNew(name: string): boolean {
    const isNew = !this.#known.has(name)
    this.#known.add(name)
    return isNew
  }

  column(id: string, place: string): string {
    const number = this.#context.columns.findIndex((column) => column.id === id)
    if (number === -1) throw new TypeError(`${id} is no column`)
    if (this.#isNew(`c${number}`)) this.hoisted.push(`const c${number} = f.columns[${number}]`)
    if (place !== 'h') return `c${number}[${place}]`
    if (this.#isNew(`x${number}`)) this.ofHousehold.push(`const x${number} = c${number}[h]`)
    return `x${number}`
  }

  /** A fact as it was told. */
  told(id: string, place: string, writer: Writer): Code {
    const { type } = this.#context.columns.find((column) => column.id === id) as Column
    const text = this.column(id, place)
    if (type === 'boolean' || type === 'code') return this.complete ? surely(`(${text} !== 0)`) : perhaps(text)
    if (type === 'enum') return { is: 'choice', sure: this.complete, text }
    const { low, high } = this.slotOf(id)
    if (this.complete) return exactly(text, low >= 0)
    const value = writer.bind(text)
    const end = (bound: number) => `(${value} === ${value} ? ${value} : ${literal(bound)})`
    return between(end(low), end(high), low >= 0)
  }

  #value(fact: NamedFact, place: string, writer: Writer, marks: boolean): Code {
    const { names, model, made, complete, plan } = this.#context
    const key = stepNeeded(fact, { names, model, complete, facts: new Set() })
    if (key === null) return this.told(names.fact(fact.carrier, fact.name)?.id ?? '', place, writer)
    const value = made.get(key)
    if (!value) throw new TypeError(`${key} is not worked out yet`)
    if (marks && plan.steps.get(key)?.kind === 'definition') this.#mark(parametersOf(key, this.#context), writer)
    const isHere = value.in === this.#number
    if (place === 'h') {
      if (!isHere && this.#isNew(`v${value.number}`)) this.ofHousehold.push(...this.#loads(value.number, value.shape))
      return value.shape
    }
    if (isHere && place === 'p' && value.round === this.round) return value.shape
    return read(value.shape, (suffix) => `${this.#scratch(value.number, suffix)}[${place} - first]`)
  }

  #loads(number: number, shape: Code): readonly string[] {
    if (shape.is !== 'range') {
      const text = `${this.#scratch(number, '')}[h - from]`
      return [`const v${number} = ${shape.is === 'truth' && shape.sure ? `${text} !== 0` : text}`]
    }
    const low = `const v${number} = ${this.#scratch(number, '')}[h - from]`
    return shape.low === shape.high ? [low] : [low, `const v${number}h = ${this.#scratch(number, 'h')}[h - from]`]
  }

  #scratch(number: number, suffix: string): string {
    const prefix = this.complete ? 'sc' : 'so'
    return `${prefix}${number}${suffix}`
  }

  /** Remembers where a value lies, and writes it where functions and rounds to come find it. */
  keep(step: PlannedStep, shape: Code, number: number, place: string, writer: Writer): void {
    this.#context.made.set(step.key, { number, shape, in: this.#number, round: this.round })
    if (!this.#context.plan.kept.has(step.key)) return
    const at = place === 'p' ? '[p - first]' : '[h - from]'
    const isRange = shape.is === 'range'
    const suffixes = isRange && shape.low !== shape.high ? ['', 'h'] : ['']
    for (const suffix of suffixes) {
      const name = this.#scratch(number, suffix)
      this.#context.scratch.set(name, { level: step.level, bytes: !isRange })
      const text = isRange ? (suffix === '' ? shape.low : shape.high) : shape.text
      writer.add(`${name}${at} = ${shape.is === 'truth' && shape.sure ? `${text} ? 1 : 0` : text}`)
    }
  }

  #parameter({ id, risen }: NamedParameter, writer: Writer, marks: boolean): RangeCode {
    const parameter = this.#context.model.parameters[id]
    if (!parameter) throw new TypeError(`there is no parameter ${id}`)
    if (marks) this.#mark([id], writer)
    const number = this.parameterNumber(id)
    if (this.#isNew(`a${number}`)) this.hoisted.push(`const a${number} = f.low[${number}]`)
    const from0 = parameter.rows.every(({ value = 0 }) => value >= 0)
    const mayRise = risen && parameter.kind !== 'ceiling'
    if (mayRise) this.#context.risen.add(id)
    if (this.complete && isSure(parameter)) return exactly(`a${number}`, from0)
    if (this.#isNew(`b${number}`)) this.hoisted.push(`const b${number} = f.high[${number}]`)
    if (!mayRise) return between(`a${number}`, `b${number}`, from0)
    if (this.#isNew(`u${number}`))
      this.hoisted.push(`const u${number} = f.stale[${number}] ? b${number} * ${couldHaveRisenTo} : b${number}`)
    return between(`a${number}`, `u${number}`, from0)
  }

  #settled(text: string): string {
    if (/^[\w.]+$/.test(text)) return text
    const names = text.match(/[A-Za-z_]\w*/g) ?? []
    if (!names.every((name) => /^([abgu]\d+|today|Math|floor|min|max|Infinity)$/.test(name) || this.#isLibrary(name)))
      return text
    const known = this.#constants.get(text)
    if (known) return known
    const name = `g${this.#constants.size}`
    this.#constants.set(text, name)
    this.hoisted.push(`const ${name} = ${text}`)
    return name
  }

  #isLibrary(name: string): boolean {
    return this.#context.library.has(name as LibraryName)
  }

  parameterNumber(id: string): number {
    const { parameters } = this.#context
    const known = parameters.indexOf(id)
    return known === -1 ? parameters.push(id) - 1 : known
  }

  /** Marks the outcome of this moment when one of these values may be out of date. */
  #mark(ids: readonly string[], writer: Writer): void {
    const { model } = this.#context
    const numbers = ids
      .filter(
        (id) => !this.complete || mayBeStale(model.parameters[id] as NonNullable<(typeof model.parameters)[string]>),
      )
      .map((id) => this.parameterNumber(id))
    if (numbers.length === 0) return
    for (const number of numbers)
      if (this.#isNew(`k${number}`)) this.hoisted.push(`const k${number} = f.stale[${number}]`)
    writer.isHeavy = true
    writer.add(`z |= ${numbers.map((number) => `k${number}`).join(' | ')}`)
  }
}

function read(shape: Code, text: (suffix: string) => string): Code {
  if (shape.is === 'range') {
    const low = text('')
    return shape.low === shape.high ? exactly(low, shape.from0) : between(low, text('h'), shape.from0)
  }
  return { ...shape, text: shape.is === 'truth' && shape.sure ? `(${text('')} !== 0)` : text('') }
}
