import type { Right } from '../model.ts'
import { rowOf } from '../situation/names.ts'
import type { Compiler } from './compiler.ts'
import type { RangeNode, TruthNode } from './node.ts'

/** A right whose rules are ready to run. The order of `tests` is that of the reasons. */
export type CompiledRight = {
  readonly id: string
  readonly right: Right
  readonly region: TruthNode
  readonly appliesTo: TruthNode | null
  readonly already: TruthNode | null
  readonly tests: readonly { readonly id: string; readonly node: TruthNode }[]
  readonly doubts: readonly { readonly id: string; readonly node: TruthNode; readonly missing: readonly string[] }[]
  readonly amount: RangeNode | null
  readonly variants: readonly { readonly id: string; readonly node: TruthNode }[]
}

/** Compiles every rule of a right. Throws a `RuleError` that names right and condition. */
export function compileRight(compiler: Compiler, id: string, right: Right): CompiledRight {
  const truth = (rule: string | undefined, of: string) =>
    rule === undefined ? null : compiler.truthOf(rule, `${of} of ${id}`)
  return {
    id,
    right,
    region: regionNode(compiler, right),
    appliesTo: truth(right.appliesTo, 'appliesTo'),
    already: truth(right.already, 'already'),
    tests: right.conditions.map((condition) => ({
      id: condition.id,
      node: compiler.truthOf(condition.when, `condition ${condition.id} of ${id}`),
    })),
    doubts: (right.doubts ?? []).map((doubt) => ({
      id: doubt.id,
      node: compiler.truthOf(doubt.when, `doubt ${doubt.id} of ${id}`),
      missing: doubt.missing ?? [],
    })),
    amount: right.amount ? compiler.rangeOf(right.amount.is, `amount of ${id}`) : null,
    variants: (right.variants ?? []).map((variant) => ({
      id: variant.id,
      node: compiler.truthOf(variant.when, `variant ${variant.id} of ${id}`),
    })),
  }
}

function regionNode(compiler: Compiler, right: Right): TruthNode {
  const slot = compiler.names.fact('household', 'region')
  if (!slot) throw new TypeError('the model has no fact household.region')
  const codes = new Set<number>(right.regions.map(slot.code))
  const row = rowOf('household')
  const cell = (world: Parameters<typeof row>[0]) => row(world) * compiler.names.width + slot.slot
  return {
    test(world) {
      const code = world.low[cell(world)] as number
      if (code !== world.high[cell(world)]) return 2
      return codes.has(code) ? 1 : 0
    },
    ask: (world, missing) => missing.fact(slot.id, row(world)),
  }
}
