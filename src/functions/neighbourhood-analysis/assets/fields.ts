import type { FieldRegister } from '../../../platform/fields/field-register.ts'

const series = 'neighbourhood analysis'

/** Register of fields (P1) of what a neighbourhood has. */
export const assetFields: FieldRegister = {
  'analysis.asset': {
    purpose: 'To know the places, people by function, associations and services on which a neighbourhood can build.',
    legalGround: 'publicTask',
    retention: { series, term: 'asLongAsUsed', mode: 'proposed' },
    notInCopy: 'About places and functions, never about who holds them.',
    stays: 'About places and functions, never about who holds them.',
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      kind: 'open',
      name: { class: 'internal', purpose: 'What a place is called, or what somebody does there; never who.' },
      place_type: 'open',
      organisation_id: 'open',
      service_id: 'open',
      neighbourhood_id: 'open',
      x: 'open',
      y: 'open',
      address: 'open',
      is_free: 'open',
      is_accessible: 'open',
      opening_hours: 'open',
      languages: 'open',
      note: { class: 'internal', purpose: 'What it means to the neighbourhood; numbers of people are refused.' },
      origin: 'open',
      origin_id: 'open',
      retrieved_on: 'open',
      noted_by: { class: 'internal', purpose: 'Whom to ask about it.' },
      noted_on: 'internal',
      gone_on: 'internal',
      version: 'technical',
    },
  },
  'analysis.place_import': {
    purpose: 'A file of points that was sent and waits for a choice; cleared away after a day.',
    legalGround: 'notPersonal',
    retention: { series, term: 'P1D', mode: 'automatic' },
    notInCopy: 'About a file, not about a person.',
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      sent_by: { class: 'internal', purpose: 'Only who sent it may choose from it.' },
      sent_at: 'technical',
      content: 'open',
    },
  },
}
