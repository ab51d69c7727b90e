import type { Right } from '@meernet/rights-engine'
import type { Language } from '../../../platform/messages/index.ts'
import { said } from '../rights-check/check-words.ts'
import { rules } from '../rights-check/rules.ts'

/** A right of the catalogue; undefined for one that has left it. */
export const rightOf = (id: string): Right | undefined => rules().model.rights[id]

/** What a right is called; one that has left the catalogue keeps its id. */
export function nameOfRight(id: string, language: Language): string {
  return said(rightOf(id)?.name, language) || id
}
