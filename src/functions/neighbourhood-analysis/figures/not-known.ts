import type { FormError } from '../../../platform/http/index.ts'
import type { NotImported } from './import-figures.ts'

/** An error in a field, in words without numbers. */
export const errorAt = (field: string, key: string): FormError => ({ field, key, values: {} })

/** The field in which what is not known can be said. */
export function notKnown(reason: NotImported): FormError {
  const fields = { 'period-not-stated': 'period', 'source-not-stated': 'source' } as const
  const field = reason === 'period-not-stated' || reason === 'source-not-stated' ? fields[reason] : 'file'
  return errorAt(field, `analysis.notImported.${reason}`)
}
