import { type FileRefusalCode, refuser, type Spot } from '../../platform/published-files/refusal.ts'

/** Why figures were refused, beside what is wrong with the form of their file; each has its words (`analysis.refused.…`). */
export type FigureRefusalCode =
  | FileRefusalCode
  | 'code'
  | 'spreadsheet-code'
  | 'name'
  | 'period'
  | 'two-readings'
  | 'below-zero'
  | 'formula'
  | 'no-figures'
  | 'row-twice'
  | 'total-among-parts'
  | 'two-editions'

/** Refuses a file of figures; the code is stable. */
export const refuse: (code: FigureRefusalCode, spot: Spot, sentence: string) => never = refuser<FigureRefusalCode>()
