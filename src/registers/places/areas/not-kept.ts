import type { FormError } from '../../../platform/http/index.ts'

/** The field in which what is not known can be said. */
export function notKept(reason: string): FormError {
  const field = fields[reason] ?? 'file'
  return { field, key: `places.areas.notKept.${reason}`, values: {} }
}

const fields: Readonly<Record<string, string>> = {
  'edition-not-stated': 'edition',
  'source-not-stated': 'source',
  'municipality-not-stated': 'saidNisCode',
}
