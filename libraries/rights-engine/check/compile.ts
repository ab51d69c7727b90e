import type { Expression } from '../language/expression.ts'
import { parse } from '../language/parse.ts'
import { RuleError } from '../language/tokens.ts'
import type { Model } from '../model.ts'
import type { Names } from '../situation/names.ts'
import type { ParameterTable } from '../situation/parameters.ts'
import { compileFact } from './compile-fact.ts'
import { compileRange } from './compile-range.ts'
import { compileTruth } from './compile-truth.ts'
import type { Compiler } from './compiler.ts'
import type { RangeNode } from './node.ts'

/** A compiler of the rules of one model. Throws a `RuleError` at the first that cannot be read. */
export function compilerFor(model: Model, names: Names, parameters: ParameterTable): Compiler {
  let current = ''
  const reading = <T>(rule: string, of: string, compile: (expression: Expression) => T): T => {
    const outer = current
    current = rule
    try {
      return compile(parse(rule))
    } catch (fault) {
      if (fault instanceof RuleError && !fault.message.startsWith('in ')) fault.message = `in ${of}: ${fault.message}`
      throw fault
    } finally {
      current = outer
    }
  }
  const facts = new Map<string, RangeNode | 'being compiled'>()
  const compiler: Compiler = {
    model,
    names,
    parameters,
    truth: (expression) => compileTruth(compiler, expression),
    range: (expression) => compileRange(compiler, expression),
    fact(expression) {
      const key = `${expression.carrier}.${expression.name}`
      const known = facts.get(key)
      if (known === 'being compiled') throw new RuleError(current, expression.at, `${key} is defined by way of itself`)
      if (known) return known
      facts.set(key, 'being compiled')
      const compiled = compileFact(compiler, expression)
      facts.set(key, compiled)
      return compiled
    },
    truthOf: (rule, of) => reading(rule, of, (expression) => compiler.truth(expression)),
    rangeOf: (rule, of) => reading(rule, of, (expression) => compiler.range(expression)),
    fault(at, problem) {
      throw new RuleError(current, at, problem)
    },
  }
  return compiler
}
