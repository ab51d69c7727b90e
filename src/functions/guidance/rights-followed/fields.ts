import type { FieldRegister } from '../../../platform/fields/field-register.ts'

/** Register of fields (P1): rights that are followed until their end, and refusals that come back. */
export const followedRightFields: FieldRegister = {
  'guidance.followed_right': {
    purpose: 'To follow a right that was worth asking for until it is obtained, refused or not wanted.',
    legalGround: 'publicTask',
    retention: { series: 'case files', term: 'P10Y', mode: 'proposed' },
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      zone_id: 'technical',
      case_id: 'technical',
      right_id: 'case',
      state: 'case',
      ask_by: 'case',
      asked_on: 'case',
      answered_on: 'case',
      amount_cents: { class: 'case', purpose: 'What was obtained, in cents; sealed.' },
      amount_per: 'case',
      refusal_reason: {
        class: 'case',
        purpose: 'Why it was refused, from a short list, so that refusals can be counted.',
      },
      words: { class: 'case', purpose: 'A reason in facts or the words of the person; sealed.' },
      begun_by: 'internal',
      begun_at: 'case',
      version: 'technical',
    },
  },
  'guidance.refusal_signal': {
    purpose:
      'To tell policy advice once that a right is refused again and again; which cases it was counted in is not kept.',
    legalGround: 'notPersonal',
    retention: { series: 'policy signals', term: 'P10Y', mode: 'proposed' },
    fields: { municipality_id: 'technical', right_id: 'internal', noted_on: 'internal' },
  },
}
