import type { FieldRegister } from '../../platform/fields/field-register.ts'

/** Register of fields (P1) of people and households. */
export const fields: FieldRegister = {
  'people.person': {
    purpose: 'To address people as they want and reach them in the way they asked.',
    legalGround: 'publicTask',
    retention: { series: 'people in guidance', term: 'P10Y', mode: 'proposed' },
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      zone_id: 'technical',
      given_name: 'contact',
      family_name: 'contact',
      called: { class: 'contact', purpose: 'What the person wants to be called.' },
      birth_year: { class: 'contact', purpose: 'To tell people with the same name apart, and to see who is a minor.' },
      language: { class: 'contact', purpose: 'To speak with the person in a language both understand.' },
      needs_interpreter: { class: 'contact', purpose: 'To have an interpreter there.' },
      preferred_channel: 'contact',
      reach_when: 'contact',
      phone: 'contact',
      email: 'contact',
      address_id: { class: 'contact', purpose: 'Where the person lives.' },
      place_text: 'contact',
      neighbourhood_id: { class: 'contact', purpose: 'Which team works there.' },
      note: { class: 'case', purpose: 'What helps to make contact; sealed.' },
      version: 'technical',
      created_by: 'technical',
      created_at: 'technical',
      changed_at: 'technical',
      names: { class: 'contact', purpose: 'Names folded for search.' },
    },
  },
  'people.household': {
    purpose: 'To know who lives together when help is for a household.',
    legalGround: 'publicTask',
    retention: { series: 'people in guidance', term: 'P10Y', mode: 'proposed' },
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      zone_id: 'technical',
      created_by: 'technical',
      created_at: 'technical',
    },
  },
  'people.household_member': {
    purpose: 'To know who lives together when help is for a household.',
    legalGround: 'publicTask',
    retention: { series: 'people in guidance', term: 'P10Y', mode: 'proposed' },
    fields: {
      municipality_id: 'technical',
      household_id: 'technical',
      person_id: 'contact',
      zone_id: 'technical',
      role: 'contact',
      since: 'contact',
    },
  },
}
