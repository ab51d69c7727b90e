import type { FieldRegister } from '../../platform/fields/field-register.ts'

const open = 'open' as const
const use = 'technical' as const
const inside = 'internal' as const

/** Fields of municipalities and their data zones, and the record of who has access: about staff, never about residents. */
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
      logo_digest: open,
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
  'municipalities.logo': {
    purpose: 'Show residents by its own picture which municipality this is.',
    legalGround: 'notPersonal',
    retention: { series: 'settings', term: 'asLongAsUsed', mode: 'proposed' },
    fields: { municipality_id: use, picture: open, media_type: open, set_at: use },
  },
  'municipalities.access_review': {
    purpose: 'Show that somebody looked at who has access, and when (P18).',
    legalGround: 'legalObligation',
    retention: { series: 'accountability of processing', term: 'P10Y', mode: 'proposed' },
    notInCopy: 'A decision on access; the membership it is about is in the copy.',
    stays: 'The proof that access was looked over; it names memberships, not people.',
    fields: { municipality_id: use, id: use, begun_at: use, begun_by: use, closed_at: use, closed_by: use },
  },
  'municipalities.access_review_line': {
    purpose: 'Keep who kept or lost access to which kinds of data, bound by which secrecy (P18).',
    legalGround: 'legalObligation',
    retention: { series: 'accountability of processing', term: 'P10Y', mode: 'proposed' },
    notInCopy: 'A decision on access; the membership it is about is in the copy.',
    stays: 'The proof that access was looked over; it names memberships, not people.',
    fields: {
      municipality_id: use,
      review_id: use,
      membership_id: use,
      decision: inside,
      decided_at: use,
      decided_by: use,
      may_see: inside,
      secrecy: inside,
      secrecy_review_on: inside,
    },
  },
  'municipalities.data_zone': {
    purpose: 'Keep the data of each controller apart (P9).',
    legalGround: 'notPersonal',
    retention: { series: 'settings', term: 'asLongAsUsed', mode: 'proposed' },
    fields: { municipality_id: use, id: use, kind: open, name: open },
  },
}
