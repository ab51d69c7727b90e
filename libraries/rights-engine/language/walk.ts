import type { Expression } from './expression.ts'

/** Every part of an expression, itself first. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression
  for (const child of childrenOf(expression)) yield* partsOf(child)
}

/** The parts directly below an expression, in the order they are written. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'and':
    case 'or':
    case 'min':
    case 'max':
      return expression.all
    case '+':
    case '-':
    case '*':
    case '/':
    case 'compare':
      return [expression.left, expression.right]
    case 'if':
      return [expression.when, expression.yes, expression.no]
    case 'between':
      return [expression.low, expression.high]
    case 'years':
    case 'days':
      return [expression.from, expression.to]
    case 'add':
      return [expression.day, expression.count]
    case 'sum':
      return expression.where ? [expression.of, expression.where] : [expression.of]
    case 'known':
    case 'surely':
    case 'not':
    case 'round':
    case 'year':
    case 'newYear':
    case 'in':
    case 'any':
    case 'all':
    case 'count':
      return [expression.of]
    default:
      return []
  }
}
