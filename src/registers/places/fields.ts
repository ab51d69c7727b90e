import type { FieldRegister } from '../../platform/fields/field-register.ts'
import { areaFields } from './areas/fields.ts'

const published = { series: 'places', term: 'asLongAsUsed', mode: 'proposed' } as const

/** Register of fields (P1): published geography; nothing here says who lives where. */
export const fields: FieldRegister = {
  'places.area': {
    purpose: 'Neighbourhoods in which work is divided and about which is reported, per edition.',
    legalGround: 'notPersonal',
    retention: published,
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      level: 'open',
      origin: 'open',
      edition: 'open',
      name: 'open',
      code: 'open',
      nis_code: 'open',
      municipality_name: 'open',
      geometry: 'open',
      min_x: 'open',
      min_y: 'open',
      max_x: 'open',
      max_y: 'open',
      is_approximate: 'open',
      gone_on: 'open',
      version: 'technical',
      source_id: 'technical',
    },
  },
  ...areaFields,
  'places.street': {
    purpose: 'Streets that a visit campaign chooses and along which rounds are made.',
    legalGround: 'notPersonal',
    retention: published,
    fields: { municipality_id: 'technical', id: 'technical', nis_code: 'open', postal_code: 'open', name: 'open' },
  },
  'places.address': {
    purpose:
      'Doors of the municipality, published as open data, so that a whole street is visited and nobody is picked out.',
    legalGround: 'notPersonal',
    retention: published,
    fields: {
      municipality_id: 'technical',
      id: 'technical',
      street_id: 'technical',
      nis_code: 'open',
      postal_code: 'open',
      number: 'open',
      box: 'open',
      x: 'open',
      y: 'open',
      sector_code: 'open',
      neighbourhood_id: 'technical',
      edition: 'open',
      gone_on: 'open',
      number_order: 'technical',
    },
  },
  'places.placement': {
    purpose: 'In which published neighbourhood an address lies, for each edition.',
    legalGround: 'notPersonal',
    retention: published,
    fields: { municipality_id: 'technical', area_id: 'technical', address_id: 'technical' },
  },
  'places.composed_of_area': {
    purpose: 'Published neighbourhoods of which a municipality composed its own.',
    legalGround: 'notPersonal',
    retention: published,
    fields: { municipality_id: 'technical', area_id: 'technical', part_id: 'technical' },
  },
  'places.composed_of_street': {
    purpose: 'Streets of which a municipality composed its own neighbourhood.',
    legalGround: 'notPersonal',
    retention: published,
    fields: { municipality_id: 'technical', area_id: 'technical', street_id: 'technical' },
  },
}
