import type { FieldRegister } from '../../platform/fields/field-register.ts'
import { careFields } from './care/index.ts'
import { reimbursementFields } from './reimbursements/index.ts'

const retention = { series: 'volunteers', term: 'P2Y', mode: 'proposed' } as const
const keys = { municipality_id: 'technical', zone_id: 'technical' } as const

/** Register of fields of the volunteers' files (P1). */
export const fields: FieldRegister = {
  'volunteers.conditions': {
    purpose: 'What an organisation offers its volunteers and must tell them before the first task.',
    legalGround: 'legalObligation',
    retention: { series: 'volunteer organisation', term: 'asLongAsUsed', mode: 'proposed' },
    notInCopy: 'What an organisation offers all its volunteers; they were told before the first task.',
    stays: 'What an organisation offers, as long as it has volunteers.',
    fields: {
      ...keys,
      legal_form: 'open',
      aim: 'open',
      reimbursement: 'open',
      needs_agreement_note: 'open',
      insurer: 'internal',
      insurance_policy: 'internal',
      insured_until: 'internal',
      responsible_person: { class: 'contact', purpose: 'Who answers for a de facto association, as the law asks.' },
      version: 'technical',
    },
  },
  'volunteers.volunteer': {
    purpose: 'To know who may go on visits, when and how much, within the wishes and limits of the volunteer.',
    legalGround: 'contract',
    retention,
    fields: {
      ...keys,
      id: 'technical',
      account_id: { class: 'technical', purpose: 'To show somebody the own file and rounds.' },
      name: 'contact',
      phone: 'contact',
      email: 'contact',
      birth_year: {
        class: 'internal',
        purpose: 'To refuse volunteers under sixteen and to ask permission for minors.',
      },
      parental_permission_on: { class: 'internal', purpose: 'That a parent of a minor agreed, and when; no copy.' },
      adulthood_checked_on: { class: 'internal', purpose: 'That somebody was asked and is of age.' },
      languages: 'internal',
      times: 'internal',
      tasks: 'internal',
      visits_per_week: 'internal',
      visits_per_month: 'internal',
      paused_from: 'internal',
      paused_until: 'internal',
      buddy_id: { class: 'technical', purpose: 'Whom a volunteer can turn to.' },
      ended_on: 'internal',
      frozen_on: {
        class: 'internal',
        purpose: 'Since when the file is kept without being used, because the volunteer asked so.',
      },
      frozen_for: { class: 'technical', purpose: 'The request for which it is frozen.' },
      emptied_on: { class: 'technical', purpose: 'Since when only the name is left beside what was paid back.' },
      version: 'technical',
      created_at: 'technical',
    },
  },
  'volunteers.onboarding_proof': {
    purpose: 'Proof that a volunteer was told, before the first task, what the law on volunteers demands.',
    legalGround: 'legalObligation',
    retention,
    fields: { ...keys, volunteer_id: 'technical', kind: 'internal', given_on: 'internal', noted_by: 'technical' },
  },
  'volunteers.refused_address': {
    purpose: 'Addresses a volunteer would rather not visit, so that they never stand in a round; no reason.',
    legalGround: 'contract',
    retention,
    fields: { ...keys, volunteer_id: 'technical', address_id: 'internal' },
  },
  'volunteers.refused_street': {
    purpose: 'Streets a volunteer would rather not visit, so that they never stand in a round; no reason.',
    legalGround: 'contract',
    retention,
    fields: { ...keys, volunteer_id: 'technical', street_id: 'internal' },
  },
  ...reimbursementFields,
  ...careFields,
}
