import type { FieldRegister } from '../../../platform/fields/field-register.ts'

const kept = {
  purpose: 'To know which groups were heard for an analysis and which were not, as counts and never as people.',
  legalGround: 'publicTask',
  retention: { series: 'people heard', term: 'P5Y', mode: 'proposed' },
  notInCopy: 'Counts, without anybody in them.',
} as const

/** Register of fields (P1) of tallies of people heard. */
export const heardFields: FieldRegister = {
  'analysis.heard_occasion': {
    ...kept,
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      kind: 'internal',
      title: 'internal',
      on_day: 'internal',
      neighbourhood_id: 'internal',
      walk_id: 'technical',
      counted: 'internal',
      people: {
        class: 'internal',
        purpose: 'How many took part; shown summed over a year only, small numbers hidden.',
      },
      noted_by: { class: 'internal', purpose: 'Who may take the count away again.' },
      version: 'technical',
    },
  },
  'analysis.heard_tally': {
    ...kept,
    fields: {
      municipality_id: 'technical',
      occasion_id: 'technical',
      group_code: 'internal',
      people: {
        class: 'internal',
        purpose: 'How many of a group; shown summed over a year only, small numbers hidden.',
      },
    },
  },
}
