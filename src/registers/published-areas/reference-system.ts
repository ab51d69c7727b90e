/**
 * The systems in which areas of Belgium are published, and the way from each to Lambert 72 metres.
 *
 * Belgian Lambert 72 (EPSG:31370) stands on another datum than the others. The way between them by seven parameters was held
 * against the districts of Brussels, published in both: 13 cm apart in the middle, 22 cm at most. The grid of the National
 * Geographic Institute, good to a centimetre, is not needed for areas. ETRS89 and WGS84 are taken as one: they differ by less
 * than a metre. Source: EPSG 31370, 3812, 3035, 4326; transformation EPSG 15929.
 */
import proj4 from 'proj4'
import { found, type Spot } from '../../platform/published-files/refusal.ts'
import { isInBelgium } from './belgium.ts'
import type { Point } from './geometry.ts'
import { refuse } from './refusal.ts'

const referenceSystems = ['EPSG:31370', 'EPSG:3812', 'EPSG:3035', 'EPSG:4326'] as const
export type ReferenceSystem = (typeof referenceSystems)[number]

const lambert72 =
  '+proj=lcc +lat_1=51.1666672333333 +lat_2=49.8333339 +lat_0=90 +lon_0=4.36748666666667 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs'

const definitions: Readonly<Record<Exclude<ReferenceSystem, 'EPSG:31370'>, string>> = {
  'EPSG:3812':
    '+proj=lcc +lat_1=49.8333333333333 +lat_2=51.1666666666667 +lat_0=50.797815 +lon_0=4.35921583333333 +x_0=649328 +y_0=665262 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  'EPSG:3035':
    '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs',
  'EPSG:4326': '+proj=longlat +datum=WGS84 +no_defs',
}

/** Where Belgium lies in each, a little wide: the boxes do not touch, so that a point in one tells the system. */
const boxes: readonly { readonly system: ReferenceSystem; readonly from: Point; readonly to: Point }[] = [
  { system: 'EPSG:4326', from: [2.3, 49.3], to: [6.6, 51.7] },
  { system: 'EPSG:31370', from: [20_000, 20_000], to: [297_000, 246_000] },
  { system: 'EPSG:3812', from: [520_000, 520_000], to: [797_000, 746_000] },
  { system: 'EPSG:3035', from: [3_780_000, 2_900_000], to: [4_080_000, 3_200_000] },
]

/** The system in which this point, east first, would lie in Belgium. */
function systemByCoordinates([x, y]: Point): ReferenceSystem | undefined {
  return boxes.find(({ from, to }) => x >= from[0] && x <= to[0] && y >= from[1] && y <= to[1])?.system
}

/** The way from `system` to Lambert 72 metres. */
export function toLambert72(system: ReferenceSystem): (point: Point) => Point {
  if (system === 'EPSG:31370') return (point) => point
  const converter = proj4(definitions[system], lambert72)
  return ([x, y]) => {
    const [east = Number.NaN, north = Number.NaN] = converter.forward([x, y])
    return [east, north]
  }
}

/** The system of an EPSG number; ETRS89 in degrees counts as WGS84. */
export function systemNumbered(code: number): ReferenceSystem | undefined {
  if (code === 4258) return 'EPSG:4326'
  return referenceSystems.find((system) => system === `EPSG:${code}`)
}

/** The system in a `crs` name such as `urn:ogc:def:crs:EPSG::31370` or `CRS84`; undefined without one, refuses another. */
export function systemNamed(name: string | undefined, spot: Spot): ReferenceSystem | undefined {
  if (name === undefined) return undefined
  if (/CRS:?84\b/i.test(name)) return 'EPSG:4326'
  return systemNumbered(Number(/([0-9]+)"?\}*$/.exec(name)?.[1])) ?? refuseSystem(name, spot)
}

/**
 * The system in well-known text, as in a `.prj`. Names differ between programs, numbers do not: the false origin tells the
 * Lambert systems apart. Undefined for no text; refuses another system.
 */
export function systemInText(text: string, spot: Spot): ReferenceSystem | undefined {
  const plain = text.trim().replaceAll(' ', '_')
  if (plain === '') return undefined
  const parameter = (word: string) => Number(new RegExp(`"${word}"\\s*,_?(-?[0-9.]+)`, 'i').exec(plain)?.[1])
  const isAt = (east: number, north: number) =>
    Math.abs(parameter('False_Easting') - east) < 1 && Math.abs(parameter('False_Northing') - north) < 1
  if (/^(PROJCS|PROJCRS)/i.test(plain)) {
    if (/Lambert_?(Conformal|Conic)/i.test(plain) && isAt(150_000, 5_400_088)) return 'EPSG:31370'
    if (/Lambert_?(Conformal|Conic)/i.test(plain) && isAt(649_328, 665_262)) return 'EPSG:3812'
    if (/Lambert_?Azimuthal/i.test(plain) && isAt(4_321_000, 3_210_000)) return 'EPSG:3035'
  } else if (/^(GEOGCS|GEOGCRS)\["[^"]*(WGS_?(19)?84|ETRS_?(19)?89|ETRF)/i.test(plain)) return 'EPSG:4326'
  return refuseSystem(/\["([^"]*)"/.exec(text)?.[1] ?? text.trim(), spot)
}

/** Refuses a system that is not one of the four. */
function refuseSystem(name: string, spot: Spot): never {
  return refuse(
    'projection',
    spot,
    `is in ${found(name)}; expected Lambert 72 (EPSG:31370), Lambert 2008 (3812), ETRS89-LAEA (3035) or WGS84 (4326). Convert it to one of these.`,
  )
}

/** How a layer is brought to Lambert 72. */
export type Placing = {
  readonly system: ReferenceSystem
  readonly isStated: boolean
  /** North was written before east. */
  readonly isSwapped: boolean
}

/**
 * How to read the coordinates of a layer, from what it states and from one of its points. Without a statement the point
 * tells; north before east is seen where that cannot be Belgium otherwise. Refuses a point that is nowhere in Belgium.
 */
export function placingOf(stated: ReferenceSystem | undefined, point: Point, spot: Spot): Placing {
  const turned: Point = [point[1], point[0]]
  const [here, there] = [systemByCoordinates(point), systemByCoordinates(turned)]
  const system = stated ?? here ?? there
  if (system !== undefined && fits(system, point)) return { system, isStated: stated !== undefined, isSwapped: false }
  if (system !== undefined && fits(system, turned)) return { system, isStated: stated !== undefined, isSwapped: true }
  const at = point.join(', ')
  const looks = here === undefined ? 'lies outside Belgium' : `looks like ${here}`
  return refuse(
    stated === undefined ? 'projection' : 'outside-belgium',
    spot,
    stated === undefined
      ? `states no system, and ${at} lies outside Belgium in all that are known. Convert it to Lambert 72 or WGS84.`
      : `states ${stated}, but ${at} ${looks}. Fetch it again, or correct the system that it states.`,
  )
}

const fits = (system: ReferenceSystem, point: Point) => isInBelgium(toLambert72(system)(point))

/**
 * Points that somebody typed, brought to Lambert 72: in which system they are, and whether north stands first, the first one
 * tells. Undefined when that one is nowhere in Belgium.
 */
export function placedPoints(points: readonly Point[]): readonly Point[] | undefined {
  const [first] = points
  if (!first) return []
  const here = systemByCoordinates(first)
  const system = here ?? systemByCoordinates([first[1], first[0]])
  if (system === undefined) return undefined
  const convert = toLambert72(system)
  return points.map(([x, y]) => convert(here === undefined ? [y, x] : [x, y]))
}
