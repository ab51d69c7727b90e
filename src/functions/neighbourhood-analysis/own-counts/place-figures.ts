import { sharesFrom, type Value } from '@meernet/statistics'
import { nearTo, type Points } from './walking-distance.ts'

/** What lies in an area and around its doors, before it is counted. */
export type PlacesOfArea = {
  readonly doors: Points
  /** Nothing when it is not known where the area lies. */
  readonly meetingPlaces: { readonly places: number; readonly free: number; readonly paid: number } | undefined
  readonly associations: number | undefined
}

/** Where shops and stops are, in and around the municipality. */
export type PlacesAround = {
  readonly pharmacies: Points
  readonly bakeries: Points
  readonly foodShops: Points
  readonly stops: Points
}

/** Keys of the catalogue that are counted of places. */
export const placeIndicators = [
  { indicator: 'meetingPlaceCount', kind: 'count', unit: 'places' },
  { indicator: 'freePlacesShare', kind: 'share', unit: '%' },
  { indicator: 'activeAssociationCount', kind: 'count', unit: 'places' },
  { indicator: 'servicesWalkable', kind: 'share', unit: '%' },
  { indicator: 'transitStop', kind: 'share', unit: '%' },
] as const
export type PlaceIndicator = (typeof placeIndicators)[number]['indicator']

/** How far somebody walks to a shop, and to a stop, in metres (domain guide, chapter 15). */
const shopMetres = 800
const stopMetres = 500

/** Counts the places of areas. What was never noted is unknown, not none. */
export function placeFigures(around: PlacesAround): (area: PlacesOfArea) => Readonly<Record<PlaceIndicator, Value>> {
  const shops = [around.pharmacies, around.bakeries, around.foodShops]
  const isNearShops = shops.map((points) => nearTo(points, shopMetres))
  const isNearStop = nearTo(around.stops, stopMetres)
  return ({ doors, meetingPlaces, associations }) => ({
    meetingPlaceCount: meetingPlaces?.places ?? 'unknown',
    freePlacesShare: freeShare(meetingPlaces),
    activeAssociationCount: associations ?? 'unknown',
    servicesWalkable: shops.every(({ length }) => length > 0)
      ? shareOfDoors(doors, (x, y) => isNearShops.every((isNear) => isNear(x, y)))
      : 'unknown',
    transitStop: around.stops.length > 0 ? shareOfDoors(doors, isNearStop) : 'unknown',
  })
}

/** Of the places of which it is known, when that is most of them. */
function freeShare(meetingPlaces: PlacesOfArea['meetingPlaces']): Value {
  if (!meetingPlaces) return 'unknown'
  const { places, free, paid } = meetingPlaces
  if (places === 0) return 'notApplicable'
  const known = free + paid
  return known * 2 > places ? Math.round((free / known) * 100) : 'unknown'
}

/** In whole percent; hidden for fewer than twenty doors, as any share. Doors are no people: few of many may be told. */
function shareOfDoors(doors: Points, isNear: (x: number, y: number) => boolean): Value {
  if (doors.length === 0) return 'notApplicable'
  if (doors.length < sharesFrom) return 'hidden'
  return Math.round((doors.filter(([x, y]) => isNear(x, y)).length / doors.length) * 100)
}
