import type { FieldRegister } from '../../../platform/fields/field-register.ts'

const keys = { municipality_id: 'technical', zone_id: 'technical' } as const
const entered = { source: 'open', entered_by: 'technical', entered_at: 'technical' } as const
/** The list of a year belongs to the accounts. */
const accounts = { series: 'volunteer reimbursements', term: 'P7Y', mode: 'proposed' } as const

/** Register of fields of reimbursements (P1). */
export const reimbursementFields: FieldRegister = {
  'volunteers.yearly_amount': {
    purpose: 'The highest lump sums of a year for volunteers, as the law sets them; about no person.',
    legalGround: 'notPersonal',
    retention: { series: 'volunteer amounts', term: 'asLongAsUsed', mode: 'proposed' },
    fields: {
      municipality_id: 'technical',
      year: 'open',
      day_cents: 'open',
      year_cents: 'open',
      raised_year_cents: 'open',
      ...entered,
    },
  },
  'volunteers.travel_rate': {
    purpose: 'The highest sum per kilometre between two days; about no person.',
    legalGround: 'notPersonal',
    retention: { series: 'volunteer amounts', term: 'asLongAsUsed', mode: 'proposed' },
    fields: {
      municipality_id: 'technical',
      means: 'open',
      valid_from: 'open',
      valid_until: 'open',
      ten_thousandths_per_kilometre: 'open',
      ...entered,
    },
  },
  'volunteers.reimbursement': {
    purpose:
      'The list per year of what each volunteer was reimbursed, which the law asks, and to stay under its ceilings.',
    legalGround: 'legalObligation',
    retention: accounts,
    fields: {
      ...keys,
      id: 'technical',
      volunteer_id: 'technical',
      day: 'internal',
      kind: 'internal',
      activity: { class: 'internal', purpose: 'Which year ceiling counts.' },
      amount_cents: 'internal',
      travel_means: 'internal',
      travel_hectometres: 'internal',
      travel_cents: 'internal',
      noted_by: 'technical',
      noted_at: 'technical',
      cancelled_by: 'technical',
      cancelled_at: 'technical',
    },
  },
  'volunteers.reimbursement_declaration': {
    purpose: 'What a volunteer declares about other organisations, since the ceilings count for all together.',
    legalGround: 'legalObligation',
    retention: accounts,
    fields: {
      ...keys,
      volunteer_id: 'technical',
      year: 'internal',
      elsewhere: 'internal',
      lump_sum_cents: 'internal',
      travel_hectometres: 'internal',
      meets_raised_conditions: {
        class: 'internal',
        purpose: 'That the raised ceiling may be used; never why not, and nothing of a benefit.',
      },
      declared_on: 'internal',
      noted_by: 'technical',
      version: 'technical',
    },
  },
}
