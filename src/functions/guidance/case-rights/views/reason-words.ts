import {
  type Compared,
  type Difference,
  type Explainer,
  explainer,
  type Model,
  type ReasonChange,
} from '@meernet/rights-engine'
import type { Texts } from '../../../../platform/messages/index.ts'
import { said } from '../../rights-check/check-words.ts'

/** Sentences of the rules on a day, in the language of who works or else in English. */
export const tellingOn = (t: Texts, model: Model, day: string): Explainer =>
  explainer(model, t.language === 'nl' || t.language === 'fr' ? t.language : 'en', day)

/** Why a right does not seem to fit. */
export const againstTexts = (telling: Explainer, { right, reasons }: Compared): readonly string[] =>
  textsOf(telling, right, reasons, 'against')

/** What keeps a right open: whom somebody has to ask, and which facts nobody told. */
export function openTexts(t: Texts, model: Model, telling: Explainer, outcome: Compared): readonly string[] {
  const doubts = outcome.reasons.filter(({ condition }) => isDoubt(model, outcome.right, condition))
  const missing = missingText(t, model, outcome)
  return [...textsOf(telling, outcome.right, doubts, 'unknown'), ...(missing ? [missing] : [])]
}

/** The conditions that speak otherwise on the second side. What is only open is said by the facts that are missing. */
export function changedTexts(
  t: Texts,
  model: Model,
  telling: Explainer,
  { right, reasons, after: now }: Difference,
): readonly string[] {
  return reasons.filter(isTold).flatMap(({ condition, after }) => {
    const text = telling.condition(right, condition, after ?? 'for')
    if (text === '' || (after === 'unknown' && !isDoubt(model, right, condition))) return []
    // A right that does not seem to fit is not doubted any further: the doubt did not go away.
    if (after === null && now?.status === 'unlikely') return []
    return [after === null ? t('guidance.caseRights.difference.noLonger', { what: text }) : capital(text)]
  })
}

/** "Nog te weten: het spaargeld en de woonvorm."; empty when nothing is missing. */
export function missingText(t: Texts, model: Model, { missing }: Compared): string {
  const nouns = missing.flatMap((id) => {
    const words = id.startsWith('param:') ? model.parameters[id.slice('param:'.length)]?.noun : model.facts[id]?.noun
    return words ? [said(words, t.language)] : []
  })
  return nouns.length > 0 ? t('guidance.caseRights.difference.missing', { facts: t.list(nouns.slice(0, 5)) }) : ''
}

/** A reason of one side only tells something where it is a doubt: the other was not kept, or not looked at. */
const isTold = ({ before, after }: ReasonChange) =>
  (before !== null && after !== null) || (before ?? after) === 'unknown'

const isDoubt = (model: Model, right: string, condition: string) =>
  model.rights[right]?.doubts?.some(({ id }) => id === condition) ?? false

const textsOf = (telling: Explainer, right: string, reasons: Compared['reasons'], wanted: 'against' | 'unknown') =>
  reasons
    .filter(({ answer }) => answer === wanted)
    .map(({ condition, answer }) => capital(telling.condition(right, condition, answer)))
    .filter((text) => text !== '')

/** A sentence of the rules as a line of its own. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
