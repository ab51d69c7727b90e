import type { FieldRegister } from '../../platform/fields/field-register.ts'

const open = 'open' as const
const use = 'technical' as const

/** Fields of municipalities and their data zones: nothing about a person. */
export const fields: FieldRegister = {
  'municipalities.municipality': {
    purpose: 'Show residents which municipality this is and how to reach its front door.',
    legalGround: 'notPersonal',
    retention: { series: 'settings', term: 'asLongAsUsed', mode: 'proposed' },
    fields: {
      id: use,
      nis_code: open,
      slug: open,
      name: open,
      jurisdiction: open,
      languages: open,
      primary_colour: open,
      accent_colour: open,
      contact_name: open,
      contact_phone: open,
      contact_address: open,
      contact_hours: open,
      front_door_zone_id: use,
      on_call_phone: { class: 'internal', purpose: 'Called in alarm by visitors; a service number, not a person’s.' },
      version: use,
      created_at: use,
    },
  },
  'municipalities.data_zone': {
    purpose: 'Keep the data of each controller apart (P9).',
    legalGround: 'notPersonal',
    retention: { series: 'settings', term: 'asLongAsUsed', mode: 'proposed' },
    fields: { municipality_id: use, id: use, kind: open, name: open },
  },
}
