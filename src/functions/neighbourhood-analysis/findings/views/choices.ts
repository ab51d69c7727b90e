import type { Texts } from '../../../../platform/messages/index.ts'
import { choicesOn, groupContent, policyThemeContent } from '../../../../registers/frameworks/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import type { Choice } from '../../../../ui/index.ts'

/** Themes that count today. */
export const themeChoices = (t: Texts): readonly Choice[] => choicesOn(policyThemeContent, t.today, t.language)

/** Groups that count today. */
export const groupChoices = (t: Texts): readonly Choice[] => choicesOn(groupContent, t.today, t.language)

/** Neighbourhoods by name. */
export const placeChoices = (neighbourhoods: readonly Neighbourhood[]): readonly Choice[] =>
  neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))
