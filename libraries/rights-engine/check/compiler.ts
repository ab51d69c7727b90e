import type { Expression } from '../language/expression.ts'
import type { Model } from '../model.ts'
import type { Names } from '../situation/names.ts'
import type { ParameterTable } from '../situation/parameters.ts'
import type { RangeNode, TruthNode } from './node.ts'

/** Turns rules into closures that run on a world. Definitions are compiled when first spoken of, once. */
export type Compiler = {
  readonly model: Model
  readonly names: Names
  readonly parameters: ParameterTable
  truth(expression: Expression): TruthNode
  range(expression: Expression): RangeNode
  fact(expression: Expression & { readonly op: 'fact' }): RangeNode
  /** Refuses a rule that cannot be read or speaks of what is not there, naming the rule. */
  truthOf(rule: string, of: string): TruthNode
  rangeOf(rule: string, of: string): RangeNode
  fault(at: number, problem: string): never
}
