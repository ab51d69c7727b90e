import type { Shape } from '../published-areas/index.ts'

/** A neighbourhood of one edition: imported as published, or composed by hand from areas and streets. */
export type Neighbourhood = {
  readonly id: string
  readonly name: string
  readonly origin: 'imported' | 'composed'
  /** Year of the division: `2025`. */
  readonly edition: string
  /** Code as published, `72043W01`; null for a composed one. */
  readonly code: string | null
  /** The municipality it was published for; null for a composed one. */
  readonly nisCode: string | null
  readonly municipalityName: string | null
  /** The publisher simplified its borders. */
  readonly isApproximate: boolean
  /** The day it was found missing or was dissolved. */
  readonly goneOn: string | null
  readonly version: number
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
