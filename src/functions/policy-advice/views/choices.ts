import type { Texts } from '../../../platform/messages/index.ts'
import {
  causeTypeContent,
  choicesOn,
  competentLevelContent,
  type DatedContent,
  groupContent,
  policyThemeContent,
} from '../../../registers/frameworks/index.ts'
import { situationBands } from '../policy-signal.ts'

/** What may be chosen today, in the reader's language. */
export function choicesToday(t: Texts) {
  const of = (content: DatedContent) => choicesOn(content, t.today, t.language)
  return {
    themes: of(policyThemeContent),
    causeTypes: of(causeTypeContent),
    competentLevels: of(competentLevelContent),
    groups: of(groupContent),
    situations: situationBands.map((band) => ({ value: band, label: t(`policyAdvice.situations.${band}`) })),
  }
}

/** A place to choose from. */
export type Neighbourhood = { readonly id: string; readonly name: string }
/** Neighbourhoods as choices of a field. */
export const placeChoices = (neighbourhoods: readonly Neighbourhood[]) =>
  neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))
