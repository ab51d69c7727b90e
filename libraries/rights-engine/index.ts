export type { Carrier, Comparison, Expression } from './language/expression.ts'
export { parse } from './language/parse.ts'
export { dateOf, dayOf, RuleError } from './language/tokens.ts'
export type {
  Amount,
  Bearer,
  Condition,
  Confidence,
  Definition,
  Doubt,
  Fact,
  FactType,
  Model,
  Origin,
  Parameter,
  ParameterRow,
  Right,
  Words,
} from './model.ts'
