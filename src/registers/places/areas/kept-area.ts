import type { Shape } from '../../published-areas/index.ts'

/** Levels of which areas are kept; what lies between or above them is read and passed over. */
const keptLevels = ['sector', 'neighbourhood', 'district', 'municipality'] as const
export type KeptLevel = (typeof keptLevels)[number]

/** Districts have one edition only. */
export const fixedEdition = 'fixed'

/** An area as it will be kept. */
export type AreaToKeep = {
  readonly level: KeptLevel
  readonly edition: string
  readonly code: string
  readonly name: string
  /** The municipality in which it lies; not always the one that keeps it. */
  readonly nisCode: string
  readonly municipalityName: string | null
  /** Lambert 72 metres. Null when it stands in a table only: sectors alone are kept that way, to add up figures by. */
  readonly shape: Shape | null
  readonly isApproximate: boolean
}

export const isKeptLevel = (level: string | undefined): level is KeptLevel =>
  keptLevels.some((known) => known === level)

/** Of a level and an edition, how many areas a file has: to keep, in other municipalities, and in an unknown one. */
export type LevelRead = {
  readonly level: KeptLevel
  readonly edition: string
  readonly own: number
  readonly elsewhere: number
  readonly unplaced: number
}

/** Why a file that can be read is still not kept: something that must stand beside every area is not known. */
export type NotKept =
  | 'edition-not-stated'
  | 'level-not-stated'
  | 'source-not-stated'
  | 'municipality-not-stated'
  | 'nothing-of-municipality'
  | 'no-known-level'
  | 'lies-elsewhere'
