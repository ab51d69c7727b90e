import type { Shape } from '../published-areas/index.ts'
import { fixedEdition } from './areas/kept-area.ts'

export { fixedEdition }

export const areaTypes = ['village', 'hamlet', 'quarter', 'formerMunicipality'] as const
/** What kind of neighbourhood it is: dorp, gehucht, wijk, deelgemeente. */
export type AreaType = (typeof areaTypes)[number]

/**
 * A neighbourhood: imported as published, composed by hand of areas and streets, or drawn with a border of its own. An area of
 * another level, of which neighbourhoods are composed, has the same shape.
 */
export type Neighbourhood = {
  readonly id: string
  readonly level: 'sector' | 'neighbourhood' | 'district' | 'municipality'
  readonly name: string
  readonly origin: 'imported' | 'composed' | 'drawn'
  /** Year of the division, `2025`; `fixedEdition` for what is drawn, made of streets alone, or published once and for all. */
  readonly edition: string
  /** Code as published, `72043W01`; null for one of our own. */
  readonly code: string | null
  /** The municipality it was published for; null for one of our own. */
  readonly nisCode: string | null
  readonly municipalityName: string | null
  /** The publisher simplified its borders. */
  readonly isApproximate: boolean
  readonly areaType: AreaType | null
  /** How people who live there call it, where that is not its name; and what they would say of it. */
  readonly knownAs: string | null
  readonly description: string | null
  /** The day it was found missing or was dissolved. */
  readonly goneOn: string | null
  /** Counts changes for who saves it; what it was made of is counted by `AreaVersion`. */
  readonly version: number
}

/** Composed or drawn: what can be changed by hand. */
export const isOwn = ({ origin }: Pick<Neighbourhood, 'origin'>): boolean => origin !== 'imported'

/** Whether neighbourhoods may be composed of it: a published sector, neighbourhood or district. */
export const isPart = ({ origin, level }: Pick<Neighbourhood, 'origin' | 'level'>): boolean =>
  origin === 'imported' && level !== 'municipality'

/** The edition of a neighbourhood composed of these: of its neighbourhoods when it has any, otherwise the newest. */
export function editionOfParts(parts: readonly Pick<Neighbourhood, 'level' | 'edition'>[]): string {
  const neighbourhoods = parts.filter(({ level }) => level === 'neighbourhood')
  const editions = (neighbourhoods.length > 0 ? neighbourhoods : parts).map(({ edition }) => edition)
  return (
    editions
      .filter((edition) => edition !== fixedEdition)
      .sort()
      .at(-1) ?? fixedEdition
  )
}

/** A neighbourhood as a map draws it. One composed of streets alone has an empty shape. */
export type MappedNeighbourhood = Neighbourhood & {
  readonly shape: Shape
  readonly streetCount: number
  readonly addressCount: number
  /** How many of those addresses are published without a street. */
  readonly withoutStreetCount: number
}

/** A street with its living addresses in the neighbourhoods asked for. */
export type Street = {
  readonly id: string
  readonly name: string
  readonly postalCode: string
  readonly nisCode: string
  readonly addressCount: number
  /** Mean of its addresses, Lambert 72 metres. */
  readonly x: number
  readonly y: number
}

/** Doors chosen by whole streets as far as they lie in the neighbourhoods, and all those without a street in `streetlessIn`. */
export type DoorChoice = {
  readonly streetIds: readonly string[]
  readonly neighbourhoodIds: readonly string[]
  readonly streetlessIn: readonly string[]
}

/** One door. `street` and `streetId` are null when it is published without a street. */
export type Address = {
  readonly id: string
  readonly streetId: string | null
  readonly street: string | null
  /** Only when it has no street: the street of the nearest door, at most 300 metres away, to find it by. */
  readonly streetNearby: string | null
  readonly number: string
  readonly box: string
  readonly postalCode: string
  readonly nisCode: string
  /** Lambert 72 metres. */
  readonly x: number
  readonly y: number
  readonly sectorCode: string | null
  /** The imported neighbourhood of the newest edition; null when it lies in none. */
  readonly neighbourhoodId: string | null
  readonly goneOn: string | null
}
