import { type FileRefusalCode, refuser, type Spot } from '../../../../platform/published-files/refusal.ts'
import type { FormRow } from './form-rows.ts'

/** Refuses a form whole: `condition` is not understood, `reference` names what is not there, `kind` is no kind of question. */
export const refuseForm: (
  code: FileRefusalCode | 'condition' | 'reference' | 'kind',
  spot: Spot,
  sentence: string,
) => never = refuser<FileRefusalCode | 'condition' | 'reference' | 'kind'>()

/** Where a row stands. */
export const spotOf = (file: string, { sheet, line }: FormRow, column?: string): Spot => ({ file, sheet, line, column })
