import { parse } from '../../language/parse.ts'
import { partsOf } from '../../language/walk.ts'
import type { Model, Parameter } from '../../model.ts'
import type { Names } from '../../situation/names.ts'
import type { Column } from '../layout.ts'
import type { Code } from './code.ts'
import type { Plan } from './plan.ts'
import type { LibraryName } from './scope.ts'

/** Everything that all functions of one kernel share while their source is written. */
export type KernelContext = {
  readonly model: Model
  readonly names: Names
  readonly plan: Plan
  /** The households of this kernel have no unknown fact. */
  readonly complete: boolean
  readonly columns: readonly Column[]
  /** Parameters by the number they have in the kernel; grows as they are met. */
  readonly parameters: string[]
  /** Those that are read as a limit that rises: `complete` takes them as one number only where they are up to date. */
  readonly risen: Set<string>
  readonly library: Set<LibraryName>
  /** Scratch columns by name, with the kind of array they are. */
  readonly scratch: Map<string, { readonly level: 'household' | 'person'; readonly bytes: boolean }>
  /** What each step came to: its shape decides how it is read. */
  readonly made: Map<string, Made>
}

/** Where the value of a step lies: in variables of the function and round that made it, and in scratch for all others. */
export type Made = { readonly number: number; readonly shape: Code; readonly in: number; readonly round: number }

/** A ceiling that may have risen, or a value of the municipality, is never sure; another is, from its first row on. */
export function isSure(parameter: Parameter): boolean {
  return parameter.kind !== 'ceiling' && !parameter.local && parameter.rows.some(({ value }) => value !== undefined)
}

/** Whether an outcome that uses it may have to say that it is out of date. */
export function mayBeStale(parameter: Parameter): boolean {
  return !isSure(parameter) || parameter.knownUntil !== undefined || parameter.rows.some(({ gap }) => gap)
}

/** The values of the law that a definition rests on, by way of other definitions too. */
export function parametersOf(definition: string, context: Pick<KernelContext, 'model' | 'names'>): readonly string[] {
  const found = new Set<string>()
  for (const part of partsOf(parse(context.model.definitions[definition]?.is ?? 'true'))) {
    if (part.op === 'parameter') found.add(part.id)
    const inner = part.op === 'fact' ? context.names.definition(part.carrier, part.name) : undefined
    if (inner) for (const id of parametersOf(inner.id, context)) found.add(id)
  }
  return [...found]
}
