import type { FieldRegister } from '../../platform/fields/field-register.ts'

/** Register of fields (P1) of policy advice. */
export const fields: FieldRegister = {
  'policy_advice.policy_signal': {
    purpose: 'To change rules, services and decisions that leave people without help.',
    legalGround: 'publicTask',
    retention: { series: 'policy signals', term: 'P10Y', mode: 'proposed' },
    notInCopy: 'Without anybody in it: a second reader saw to that.',
    stays: 'Without anybody in it: a second reader saw to that.',
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      theme: 'open',
      cause_type: 'open',
      competent_level: 'open',
      groups: { class: 'internal', purpose: 'Which groups meet the problem; never about one person.' },
      neighbourhood_id: { class: 'internal', purpose: 'Where it was seen, to compare neighbourhoods.' },
      situations: { class: 'internal', purpose: 'How often it was seen, as a band.' },
      description: {
        class: 'internal',
        purpose: 'What happens, without personal data; read by a second person first.',
      },
      origin: 'internal',
      state: 'open',
      noted_by: { class: 'internal', purpose: 'Whom the second reader and who describes it may ask.' },
      noted_on: 'internal',
      second_reader: { class: 'internal', purpose: 'Who answers for nobody being recognisable in it.' },
      read_on: 'internal',
      version: 'technical',
    },
  },
}
