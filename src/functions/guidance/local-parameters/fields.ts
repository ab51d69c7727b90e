import type { FieldRegister } from '../../../platform/fields/field-register.ts'

const contact = { class: 'open', purpose: 'How to reach a public desk; never a private person.' } as const

/** Register of fields (P1): what a municipality decides itself about rights. */
export const localParameterFields: FieldRegister = {
  'guidance.local_parameter': {
    purpose: 'To tell residents which rights the municipality itself gives, and where to ask.',
    legalGround: 'notPersonal',
    retention: { series: 'service map', term: 'asLongAsUsed', mode: 'proposed' },
    notInCopy: 'Regulations of the municipality, which anybody may read.',
    stays: 'Values of earlier days, for checks of those days.',
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      parameter: 'open',
      valid_from: 'open',
      kind: 'open',
      amount_cents: 'open',
      contact_name: contact,
      contact_phone: contact,
      contact_address: contact,
      contact_hours: 'open',
      notes: 'open',
      source: 'open',
      entered_by: 'internal',
      entered_at: 'technical',
      version: 'technical',
    },
  },
}
