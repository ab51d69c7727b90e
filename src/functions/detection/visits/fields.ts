import type { FieldRegister } from '../../../platform/fields/field-register.ts'

/** Goes with the visit list, thirty days after the campaign unless the municipality's own rule says less (P15a). */
const withVisitList = { series: 'visit lists and notes of campaigns', term: 'P30D', mode: 'automatic' } as const
const keys = { municipality_id: 'technical', id: 'technical', zone_id: 'technical' } as const

/** Register of fields of visits, outings and the acts of phones (P1). */
export const visitFields: FieldRegister = {
  'detection.visit': {
    purpose: 'To know what came of ringing at an address of a campaign, and who wants somebody to come back.',
    legalGround: 'publicTask',
    retention: withVisitList,
    notInCopy: 'Of an address, not of somebody by name; nothing in it says who lives there.',
    fields: {
      ...keys,
      campaign_id: 'technical',
      round_address_id: 'technical',
      visitor_id: { class: 'internal', purpose: 'Who may correct the note for a day, and whom the coordinator asks.' },
      outcome: 'card',
      sentence_sealed: { class: 'card', purpose: 'One sentence that the person may read.' },
      wants_return_on: 'card',
      visited_at: 'internal',
      handed_over_at: { class: 'technical', purpose: 'From here the visitor sees the note for one more day (P8).' },
      version: 'technical',
    },
  },
  'detection.outing': {
    purpose: 'Safety of visitors: who is out, and who is not back in time.',
    legalGround: 'publicTask',
    retention: withVisitList,
    fields: {
      ...keys,
      round_id: 'technical',
      visitor_id: 'internal',
      checked_in_at: 'internal',
      expected_back_at: 'internal',
      back_at: 'internal',
      settled_by: 'internal',
      escalated_at: 'internal',
    },
  },
  'detection.visit_call': {
    purpose: 'That a visitor raised the alarm or asked for help, and who took the call; nothing about why.',
    legalGround: 'publicTask',
    retention: { series: 'calls of visitors', term: 'P1Y', mode: 'proposed' },
    fields: {
      ...keys,
      kind: 'safety',
      round_id: 'technical',
      visit_id: 'technical',
      visitor_id: 'internal',
      called_at: 'internal',
      taken_by: 'internal',
      taken_at: 'internal',
    },
  },
  'detection.visit_act': {
    purpose: 'To do what a phone sends once, however often it is sent.',
    legalGround: 'publicTask',
    retention: { series: 'acts of phones', term: 'P90D', mode: 'automatic' },
    notInCopy: 'That a phone sent something, so that it is done once; what it did stands where it was done.',
    fields: {
      ...keys,
      visitor_id: 'internal',
      kind: 'technical',
      visit_id: 'technical',
      done_at: 'internal',
      received_at: 'technical',
      refused_because: 'internal',
    },
  },
  'detection.refused_act': {
    purpose: 'To let a coordinator do what a phone could not get applied; the content goes as soon as that is settled.',
    legalGround: 'publicTask',
    retention: { series: 'acts of phones', term: 'P90D', mode: 'automatic' },
    notInCopy: 'What a phone wrote about a door until somebody settled it; then the content is gone.',
    fields: {
      ...keys,
      visitor_id: 'internal',
      kind: 'technical',
      reason: 'internal',
      body_sealed: { class: 'card', purpose: 'What the visitor had written down, whole, until it is settled.' },
      done_at: 'internal',
      refused_at: 'internal',
      settled_at: 'internal',
      settled_by: 'internal',
      settlement: 'internal',
      version: 'technical',
    },
  },
}
