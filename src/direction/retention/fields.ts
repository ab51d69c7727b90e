import type { FieldRegister } from '../../platform/fields/field-register.ts'

const line = 'technical' as const
const accountability = { series: 'accountability of deletion', term: 'asLongAsUsed', mode: 'proposed' } as const

/** Register of fields (P1) of what is deleted, by which rule, and what was. No personal data but who decided. */
export const fields: FieldRegister = {
  'retention.selection_rule': {
    purpose: 'To delete only under an approved, published rule with a motivated term.',
    legalGround: 'legalObligation',
    retention: accountability,
    fields: {
      municipality_id: line,
      id: line,
      zone_id: line,
      series: 'internal',
      term: 'internal',
      reference: 'internal',
      motivation: 'internal',
      decided_by: 'internal',
      decided_on: 'internal',
      recorded_by: line,
      recorded_at: line,
      ended_at: line,
    },
  },
  'retention.proposal': {
    purpose: 'To have two people decide before anything is deleted.',
    legalGround: 'legalObligation',
    retention: accountability,
    fields: {
      municipality_id: line,
      id: line,
      zone_id: line,
      rule_id: line,
      series: 'internal',
      made_on: 'internal',
      state: 'internal',
      checked_by: { class: 'internal', purpose: 'Who looked whether all of it may go.' },
      checked_at: line,
      approved_by: { class: 'internal', purpose: 'Who decided; somebody else.' },
      approved_at: line,
      version: line,
    },
  },
  'retention.proposal_item': {
    purpose: 'To know what a proposal holds: identifiers only.',
    legalGround: 'legalObligation',
    retention: accountability,
    fields: {
      municipality_id: line,
      proposal_id: line,
      subject_id: line,
      zone_id: line,
      closed_on: 'internal',
      kept_because: { class: 'internal', purpose: 'Why it is not deleted now.' },
    },
  },
  'retention.certificate': {
    purpose: 'To prove what was deleted, by which rule and by whose decision, without saying whose it was.',
    legalGround: 'legalObligation',
    retention: accountability,
    fields: {
      municipality_id: line,
      id: line,
      zone_id: line,
      series: 'internal',
      term: 'internal',
      reference: 'internal',
      checked_by: 'internal',
      approved_by: 'internal',
      approved_at: 'internal',
      executed_at: 'internal',
      records: 'internal',
      row_counts: 'internal',
      digest: { class: 'internal', purpose: 'Shows that the certificate was not changed; the log holds the same.' },
      applied_again_at: { class: 'internal', purpose: 'When it was deleted again after a restore.' },
      applied_again_records: 'internal',
    },
  },
  'retention.deletion': {
    purpose: 'To delete again what a restored backup brings back: identifiers only.',
    legalGround: 'legalObligation',
    retention: accountability,
    fields: { municipality_id: line, certificate_id: line, subject_id: line, zone_id: line },
  },
}
