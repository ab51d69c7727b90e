import type { FieldRegister } from '../../../platform/fields/field-register.ts'

const retention = { series: 'volunteers', term: 'P2Y', mode: 'proposed' } as const
const keys = { municipality_id: 'technical', zone_id: 'technical', volunteer_id: 'technical' } as const

/** Register of fields of the care for volunteers (P1). */
export const careFields: FieldRegister = {
  'volunteers.training': {
    purpose: 'What a volunteer learned before and during the work, so that nobody goes out unprepared.',
    legalGround: 'contract',
    retention,
    fields: { ...keys, topic: 'internal', followed_on: 'internal', noted_by: 'technical' },
  },
  'volunteers.formality': {
    purpose: 'That the questions about a formality were asked and settled, and when; never which one applies.',
    legalGround: 'contract',
    retention,
    fields: { ...keys, handled_on: 'internal', noted_by: 'technical' },
  },
  'volunteers.contact': {
    purpose:
      'The last day somebody of the organisation spoke with a volunteer, so that nobody is forgotten; no content.',
    legalGround: 'contract',
    retention,
    fields: { ...keys, contact_on: 'internal', noted_by: 'technical' },
  },
  'volunteers.debrief': {
    purpose:
      'A talk owed to a volunteer within 48 hours of a hard visit; nothing about a resident, no link to the visit.',
    legalGround: 'contract',
    retention,
    fields: {
      ...keys,
      id: 'technical',
      origin: 'internal',
      visited_on: 'internal',
      due_at: 'technical',
      held_on: 'internal',
      held_by: 'technical',
    },
  },
  'volunteers.exit_talk': {
    purpose: 'What the organisation learns from a volunteer who leaves.',
    legalGround: 'contract',
    retention,
    fields: {
      ...keys,
      held_on: 'internal',
      learned_sealed: { class: 'case', purpose: 'What the organisation learns, in words; sealed.' },
      noted_by: 'technical',
      version: 'technical',
    },
  },
}
