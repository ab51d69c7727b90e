import type { FormError } from '../../../platform/http/index.ts'

/** An error in a field, in words without numbers. */
export const errorAt = (field: string, key: string): FormError => ({ field, key, values: {} })

/** The field in which what is not known can be said. */
export function notKnown(reason: string): FormError {
  const field = reason === 'period-not-stated' ? 'period' : reason === 'source-not-stated' ? 'source' : 'file'
  return errorAt(field, `analysis.notImported.${reason}`)
}
