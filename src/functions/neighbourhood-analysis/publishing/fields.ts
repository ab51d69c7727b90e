import type { FieldRegister } from '../../../platform/fields/field-register.ts'

/** Worked out from what is kept, again and again. */
const workedOut = { series: 'neighbourhood analysis', term: 'asLongAsUsed', mode: 'proposed' } as const

/** Register of fields (P1). */
export const publishingFields: FieldRegister = {
  'analysis.hidden_figure': {
    purpose: 'Which published figures are not shown, so that nobody is recognised in them.',
    legalGround: 'notPersonal',
    retention: workedOut,
    fields: {
      municipality_id: 'technical',
      indicator: 'open',
      period: 'open',
      area: 'open',
      how: 'technical',
      estimate: 'open',
    },
  },
  'analysis.protected_indicator': {
    purpose: 'For which figures it was worked out what is not shown.',
    legalGround: 'notPersonal',
    retention: workedOut,
    fields: { municipality_id: 'technical', indicator: 'open', worked_out_at: 'technical' },
  },
  'analysis.figure_change': {
    purpose: 'How often figures and neighbourhoods changed, so that nothing is shown beside what was hidden of others.',
    legalGround: 'notPersonal',
    retention: workedOut,
    fields: { municipality_id: 'technical', number: 'technical' },
  },
  'analysis.told_table': {
    purpose:
      'Which published figures could be seen and how they stood then, so that nothing later tells beside them what was hidden.',
    legalGround: 'notPersonal',
    retention: { series: 'publications of counts', term: 'asLongAsUsed', mode: 'proposed' },
    notInCopy: 'Numbers of published files.',
    stays: 'Numbers of published files; without them later figures would tell what these hid.',
    fields: {
      municipality_id: 'technical',
      root: 'open',
      period: 'open',
      place: 'technical',
      told_at: 'technical',
      within: 'open',
      counts: 'open',
      hidden: 'technical',
    },
  },
  'analysis.publication': {
    purpose: 'What went out of our own counts, so that nothing later tells beside it what was hidden.',
    legalGround: 'notPersonal',
    retention: { series: 'publications of counts', term: 'asLongAsUsed', mode: 'proposed' },
    notInCopy: 'Numbers in which nobody can be recognised.',
    stays: 'Numbers in which nobody can be recognised.',
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      measure: 'technical',
      title: 'open',
      audience: 'open',
      published_at: 'technical',
      published_by: { class: 'internal', purpose: 'Whom to ask about it.' },
      dimensions: 'open',
      cells: 'open',
      labels: 'open',
    },
  },
}
