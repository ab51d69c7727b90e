import type { FieldRegister } from '../../../platform/fields/field-register.ts'

const published = { series: 'places', term: 'asLongAsUsed', mode: 'proposed' } as const

/** Register of fields (P1) of what is kept about files of areas and tables between them. */
export const areaFields: FieldRegister = {
  'places.area_source': {
    purpose: 'Out of which published file areas, and which of them lies in which, are known: source, licence, digest.',
    legalGround: 'notPersonal',
    retention: published,
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      kind: 'technical',
      source: 'open',
      licence: 'open',
      file_name: 'open',
      sha256: 'technical',
      form: 'open',
      crs: 'open',
      crs_stated: 'open',
      retrieved_on: 'open',
      counts: 'open',
      remarks: 'open',
      imported_at: 'technical',
      imported_by: { class: 'internal', purpose: 'Whom to ask about a file that looks wrong.' },
    },
  },
  'places.area_membership': {
    purpose: 'Which published area lies in which other one, and which became which in a newer edition.',
    legalGround: 'notPersonal',
    retention: published,
    fields: {
      municipality_id: 'technical',
      kind: 'technical',
      from_level: 'open',
      from_edition: 'open',
      from_code: 'open',
      to_level: 'open',
      to_edition: 'open',
      to_code: 'open',
      share: 'open',
      quality: 'open',
      nis_code: 'open',
      source_id: 'technical',
    },
  },
  'places.area_import': {
    purpose: 'Published areas that somebody sent and did not confirm yet; they go within a day.',
    legalGround: 'notPersonal',
    retention: { series: 'places', term: 'P1D', mode: 'automatic' },
    notInCopy: 'About a file, not about a person.',
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      sent_by: { class: 'internal', purpose: 'Only who sent it may confirm it.' },
      sent_at: 'technical',
      content: 'open',
    },
  },
}
