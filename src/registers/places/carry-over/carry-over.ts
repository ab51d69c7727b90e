import type { Neighbourhood } from '../place.ts'
import type { NamedPart } from '../versions/area-version.ts'

/**
 * Taking a composed neighbourhood over to a newer edition of the areas it is made of. Doors tell which of the new areas it was: an
 * area of which every living door lay in it is the same for certain; of one that was cut, somebody chooses. A published table
 * that says what an area became counts before doors, for borders are often simplified.
 */
export type NewArea = Pick<Neighbourhood, 'id' | 'name' | 'code' | 'municipalityName'> & {
  readonly level: Neighbourhood['level']
  /** Its living doors, and how many of them lie in the neighbourhood as it is now. */
  readonly doors: number
  readonly inside: number
  /** What a table says of the areas it came from: all of them are parts, some are, none is; undefined without a table. */
  readonly cameFrom: 'parts' | 'some' | 'none' | undefined
}

export type CarryOver = {
  /** Wholly in the neighbourhood. */
  readonly same: readonly NewArea[]
  /** Partly in it, most of it first: to be chosen. */
  readonly split: readonly NewArea[]
}

/** What is proposed to whoever takes a neighbourhood over. */
export type Proposal = CarryOver & {
  /** Editions. */
  readonly from: string
  readonly to: string
  /** Parts that are replaced, and those that stay as they are. */
  readonly replaced: readonly NamedPart[]
  readonly staying: readonly NamedPart[]
  /** Living doors of the replaced parts that lie in no area of the newer edition. */
  readonly leftOver: number
}

/** Which of the newer areas the neighbourhood is made of for certain, and which somebody has to choose. */
export function carriedOver(areas: readonly NewArea[]): CarryOver {
  const touched = areas.filter(
    ({ inside, cameFrom }) => cameFrom === 'parts' || cameFrom === 'some' || (inside > 0 && cameFrom === undefined),
  )
  return {
    same: touched.filter(isSame),
    split: touched.filter((area) => !isSame(area)).toSorted((one, other) => shareOf(other) - shareOf(one)),
  }
}

const isSame = ({ cameFrom, doors, inside }: NewArea) =>
  cameFrom === undefined ? inside === doors : cameFrom === 'parts'

/** Share of its living doors that lie in the neighbourhood, 0–1; 0 when no doors are known. */
export const shareOf = ({ doors, inside }: Pick<NewArea, 'doors' | 'inside'>): number =>
  doors === 0 ? 0 : inside / doors
