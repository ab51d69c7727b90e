export { type Answer, type AnsweredOutcome, answerTo, type Refusal } from './answer.ts'
export { type Check, createCheck, prepareCheck } from './check/check.ts'
export type { Ask, Outcome, OutcomeAmount, Reason, Status } from './check/outcome.ts'
export {
  type Change,
  type Compared,
  type Difference,
  differenceBetween,
  type ReasonChange,
} from './difference/difference.ts'
export { type Explainer, explainer } from './explain/explain.ts'
export { factsBehind } from './explain/facts-behind.ts'
export type { Tongue } from './explain/tongue.ts'
export { type AnswersRead, numberTyped, type TypedAnswers, withAnswers } from './interview/answers.ts'
export { nextPage, type Page, type Question, questionName, questionsNamed } from './interview/page.ts'
export { nothingTold, readTold, situationFrom, type Told, withFact } from './interview/told.ts'
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
export { type NextQuestion, nextQuestion, questionsLeft } from './questions/next-question.ts'
export {
  type GivenParameters,
  type Situation,
  SituationError,
  type SituationErrorCode,
  type ToldFacts,
} from './situation/situation.ts'
