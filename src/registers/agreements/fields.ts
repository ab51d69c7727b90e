import type { FieldRegister } from '../../platform/fields/field-register.ts'

/** Register of fields (P1) of legal grounds and sharing agreements. */
export const fields: FieldRegister = {
  'agreements.legal_ground': {
    purpose: 'To account for why data of somebody are kept (P2).',
    legalGround: 'legalObligation',
    retention: { series: 'accountability of processing', term: 'P10Y', mode: 'proposed' },
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      zone_id: 'technical',
      person_id: 'technical',
      kind: 'internal',
      purpose: 'internal',
      recorded_by: 'internal',
      recorded_at: 'internal',
      ended_on: 'internal',
    },
  },
  'agreements.sharing_agreement': {
    purpose: 'To tell others only what the person agreed to, as long as they agree (P2).',
    legalGround: 'publicTask',
    retention: { series: 'accountability of processing', term: 'P10Y', mode: 'proposed' },
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      zone_id: 'technical',
      person_id: 'technical',
      may_tell: { class: 'case', purpose: 'What may be told, in the words of the person; sealed.' },
      to_whom: 'internal',
      to_organisation: 'case',
      purpose: 'internal',
      given: 'internal',
      given_on: 'internal',
      witnessed_by: { class: 'internal', purpose: 'Who can confirm that it was given.' },
      valid_until: 'internal',
      from_card_id: 'technical',
      recorded_by: 'internal',
      recorded_at: 'internal',
      withdrawn_at: 'internal',
      withdrawn_channel: 'internal',
      withdrawal_noted_by: 'internal',
    },
  },
}
