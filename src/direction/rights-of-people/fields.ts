import type { FieldRegister } from '../../platform/fields/field-register.ts'

/** Register of fields (P1) of what people ask about their own data. */
export const fields: FieldRegister = {
  'rights.request': {
    purpose: 'To answer what people ask about their own data in time, and to be able to show that it was answered.',
    legalGround: 'legalObligation',
    retention: { series: 'requests about own data', term: 'P5Y', mode: 'proposed' },
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      zone_id: 'technical',
      kind: 'internal',
      channel: 'internal',
      received_on: { class: 'internal', purpose: 'The month to answer begins here.' },
      identity_checked: {
        class: 'internal',
        purpose: 'How it was seen that it is this person; no copy of a document.',
      },
      person_id: 'contact',
      card_id: 'technical',
      volunteer_id: 'technical',
      asker_sealed: { class: 'case', purpose: 'Who asks, when not in the register.' },
      ask_sealed: { class: 'case', purpose: 'What is asked.' },
      extended_on: 'internal',
      extension_sealed: { class: 'case', purpose: 'Why it takes longer than a month.' },
      answered_on: 'internal',
      outcome: 'internal',
      answer_sealed: { class: 'case', purpose: 'What was answered.' },
      recorded_by: 'technical',
      recorded_at: 'technical',
      answered_by: 'technical',
      freed_on: { class: 'internal', purpose: 'When frozen data were let go, after the person was told.' },
      freed_by: 'technical',
      freed_because: { class: 'internal', purpose: 'Why they were let go.' },
      version: 'technical',
    },
  },
}
