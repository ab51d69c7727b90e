import type { FieldRegister } from '../../../platform/fields/field-register.ts'

/** Register of fields of requests for a second (P1). */
export const secondFields: FieldRegister = {
  'detection.second_request': {
    purpose: 'To have somebody under professional secrecy take up what a coordinator without it may not read.',
    legalGround: 'publicTask',
    retention: { series: 'cards and signals', term: 'P1Y', mode: 'proposed' },
    notInCopy: 'Which colleague reads along; the card is in the copy.',
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      zone_id: 'technical',
      signal_id: 'technical',
      asked_by: 'internal',
      asked_of: 'internal',
      asked_at: 'internal',
      state: 'internal',
      answered_at: 'internal',
    },
  },
}
