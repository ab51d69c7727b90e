import type { FieldRegister } from '../../../platform/fields/field-register.ts'

const published = { series: 'neighbourhood analysis', term: 'asLongAsUsed', mode: 'proposed' } as const

/** Register of fields (P1): published figures about areas, in which the publisher has hidden what points at people. */
export const figureFields: FieldRegister = {
  'analysis.dataset': {
    purpose: 'Where figures come from: publisher, licence, file and day, visible wherever they are shown.',
    legalGround: 'notPersonal',
    retention: published,
    notInCopy: 'About a file, not about a person.',
    stays: 'About a file, not about a person.',
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      source: 'open',
      licence: 'open',
      retrieved_on: 'open',
      file_name: 'open',
      sha256: 'technical',
      layout: 'technical',
      mapping: 'technical',
      indicators: 'open',
      remarks: 'open',
      rows_read: 'technical',
      imported_at: 'technical',
      imported_by: { class: 'internal', purpose: 'Whom to ask about the import.' },
      replaces_id: 'technical',
    },
  },
  'analysis.indicator_value': {
    purpose: 'Figures per neighbourhood as published, to know needs and strengths.',
    legalGround: 'notPersonal',
    retention: published,
    fields: {
      municipality_id: 'technical',
      dataset_id: 'technical',
      indicator: 'open',
      level: 'open',
      area_code: 'open',
      edition: 'open',
      period: 'open',
      area_name: 'open',
      value: 'open',
      state: 'open',
      not_localisable: 'open',
      is_summed: 'open',
    },
  },
  'analysis.figure_import': {
    purpose: 'A file of figures that was sent and waits for a yes; cleared away after a day.',
    legalGround: 'notPersonal',
    retention: { series: 'neighbourhood analysis', term: 'P1D', mode: 'automatic' },
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
