import type { FormError } from '../../../platform/http/index.ts'
import type { NotKept } from './kept-area.ts'

/** An error in a field, in words without numbers. */
export const errorAt = (field: string, key: string): FormError => ({ field, key, values: {} })

/** The field in which what is not known can be said. */
export function notKept(reason: NotKept): FormError {
  const fields: Readonly<Partial<Record<NotKept, string>>> = {
    'edition-not-stated': 'edition',
    'source-not-stated': 'source',
    'municipality-not-stated': 'saidNisCode',
  }
  return errorAt(fields[reason] ?? 'file', `places.areas.notKept.${reason}`)
}
