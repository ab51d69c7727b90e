import type { FieldRegister } from '../../../platform/fields/field-register.ts'
import { assetFields } from '../assets/fields.ts'
import { heardFields } from '../heard/fields.ts'
import { walkFields } from '../walks/fields.ts'

const kept = {
  legalGround: 'publicTask',
  retention: { series: 'neighbourhood analysis', term: 'asLongAsUsed', mode: 'proposed' },
  notInCopy: 'About a neighbourhood, without anybody in it.',
  stays: 'About a neighbourhood, without anybody in it.',
} as const

/** Register of fields (P1) of what was found. */
export const findingFields: FieldRegister = {
  'analysis.finding': {
    ...kept,
    purpose: 'To know strengths, needs and gaps of a neighbourhood, and to choose with residents what to do.',
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      kind: 'open',
      theme: 'open',
      groups: { class: 'internal', purpose: 'Which groups meet it; never about one person.' },
      statement: { class: 'internal', purpose: 'What was found, without names; numbers of people are refused.' },
      rests_on: { class: 'internal', purpose: 'Whether a second reader must look before it goes public.' },
      state: 'internal',
      checked_on: 'internal',
      residents_said: { class: 'internal', purpose: 'What residents confirmed or changed, without names.' },
      noted_by: { class: 'internal', purpose: 'Whom to ask; never the second reader.' },
      noted_on: 'internal',
      worded_by: { class: 'internal', purpose: 'Who wrote it last; never the second reader.' },
      second_reader: { class: 'internal', purpose: 'Who answers for nobody being recognisable in it.' },
      read_on: 'internal',
      is_agreed: { class: 'internal', purpose: 'That the few it is about read it and agreed; not who they are.' },
      version: 'technical',
    },
  },
  'analysis.finding_neighbourhood': {
    ...kept,
    purpose: 'Which neighbourhoods a finding is about.',
    legalGround: 'notPersonal',
    fields: { municipality_id: 'technical', finding_id: 'technical', neighbourhood_id: 'open' },
  },
  'analysis.finding_evidence': {
    ...kept,
    purpose: 'What a finding rests on: figures and voices, with source and day and without names.',
    fields: {
      municipality_id: 'technical',
      finding_id: 'technical',
      id: 'technical',
      kind: 'open',
      indicator: 'open',
      period: 'open',
      source: { class: 'internal', purpose: 'Where it was heard; never by whom.' },
      on_day: 'internal',
      says: { class: 'internal', purpose: 'What it says, without names; numbers of people are refused.' },
      noted_by: { class: 'internal', purpose: 'Whom to ask about it.' },
    },
  },
  ...assetFields,
  ...walkFields,
  ...heardFields,
}
