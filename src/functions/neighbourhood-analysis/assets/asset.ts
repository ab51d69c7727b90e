import type { IsoDate } from '@meernet/calendar'

export const assetKinds = ['place', 'keyPerson', 'antennaPoint', 'organisation', 'service'] as const
export type AssetKind = (typeof assetKinds)[number]

/** Yes, no, or nobody knows. */
export type YesNoUnknown = boolean | null

/** Something on which a neighbourhood can build: a place, somebody by what they do, or what the register of organisations knows. */
export type Asset = {
  readonly id: string
  readonly kind: AssetKind
  /** What it is called; of a person what somebody does there; null for a place without a name. */
  readonly name: string | null
  readonly placeType: string | null
  readonly organisationId: string | null
  readonly serviceId: string | null
  /** As who noted it said; otherwise it follows from where it lies. */
  readonly neighbourhoodId: string | null
  /** Lambert 72 metres. */
  readonly at: readonly [x: number, y: number] | null
  readonly address: string | null
  readonly isFree: YesNoUnknown
  readonly isAccessible: YesNoUnknown
  readonly openingHours: string | null
  /** Languages spoken there, by code. */
  readonly languages: readonly string[]
  readonly note: string | null
  readonly origin: 'own' | 'openStreetMap'
  readonly retrievedOn: IsoDate | null
  readonly version: number
}

/** An asset with the neighbourhoods in which it lies, by identifier. */
export type PlacedAsset = Asset & { readonly neighbourhoodIds: readonly string[] }
