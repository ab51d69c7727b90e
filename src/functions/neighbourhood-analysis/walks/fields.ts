import type { FieldRegister } from '../../../platform/fields/field-register.ts'

const ofPlaces = 'About places, not about people.'

const seen = {
  purpose: 'What residents and workers saw when they walked through a neighbourhood.',
  legalGround: 'publicTask',
  retention: { series: 'neighbourhood analysis', term: 'asLongAsUsed', mode: 'proposed' },
  notInCopy: ofPlaces,
} as const
const kept = { ...seen, stays: ofPlaces }

/** Register of fields (P1) of walks; who walked is counted per group in `analysis.heard_tally`. */
export const walkFields: FieldRegister = {
  'analysis.walk': {
    ...kept,
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      walked_on: 'internal',
      neighbourhood_id: 'open',
      route: 'internal',
      noted_by: { class: 'internal', purpose: 'Whom to ask about it.' },
      version: 'technical',
    },
  },
  'analysis.walk_observation': {
    ...kept,
    fields: {
      municipality_id: 'technical',
      walk_id: 'technical',
      id: 'technical',
      kind: 'open',
      theme: 'open',
      spot: { class: 'internal', purpose: 'Where: a street, corner or square; never a door.' },
      seen: { class: 'internal', purpose: 'What was seen, without names; numbers of people are refused.' },
      noted_by: { class: 'internal', purpose: 'Whom to ask about it.' },
      version: 'technical',
    },
  },
  'analysis.walk_photo': {
    ...seen,
    retention: { series: 'pictures of walks', term: 'P5Y', mode: 'proposed' },
    purpose: 'Pictures of places, without people, position or notes of the camera.',
    fields: {
      municipality_id: 'technical',
      walk_id: 'technical',
      id: 'technical',
      description: { class: 'internal', purpose: 'What is on it, for who does not see it.' },
      picture_plain: {
        class: 'internal',
        purpose: 'The picture alone: everything else is taken out before it is kept.',
      },
      media_type: 'technical',
      width: 'technical',
      height: 'technical',
      added_by: { class: 'internal', purpose: 'Who says that nobody is on it; never the second who looks.' },
      added_on: 'internal',
      looked_by: { class: 'internal', purpose: 'Who answers for nobody being on it.' },
      looked_on: 'internal',
      version: 'technical',
    },
  },
}
