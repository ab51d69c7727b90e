import type { FieldRegister } from '../../../platform/fields/field-register.ts'

/** Register of fields (P1): which published figures there are. */
export const indicatorFields: FieldRegister = {
  'analysis.indicator_coverage': {
    purpose:
      'Of which areas and periods there are published figures, to show what can be seen and what is still missing.',
    legalGround: 'notPersonal',
    retention: { series: 'neighbourhood analysis', term: 'asLongAsUsed', mode: 'proposed' },
    fields: {
      municipality_id: 'technical',
      dataset_id: 'technical',
      indicator: 'open',
      level: 'open',
      edition: 'open',
      first_period: 'open',
      last_period: 'open',
      area_count: 'open',
      value_count: 'open',
    },
  },
  'analysis.map_sheet': {
    purpose: 'Borders of areas as a picture draws them, so that a page need not draw them each time.',
    legalGround: 'notPersonal',
    retention: { series: 'neighbourhood analysis', term: 'asLongAsUsed', mode: 'proposed' },
    fields: { municipality_id: 'technical', level: 'open', edition: 'open', stamp: 'technical', sheet: 'open' },
  },
}
