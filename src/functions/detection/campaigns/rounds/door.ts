/** A door to ring at, as a walk sees it. Coordinates in metres. */
export type Door = {
  readonly id: string
  /** null: published without a street; it is walked by itself, where it comes on the way. */
  readonly streetId: string | null
  /** House number as on the front: `12`, `12A`. */
  readonly number: string
  readonly box: string
  readonly x: number
  readonly y: number
}

/** What of a street stays together on a walk: the doors of one street; a door without a street is its own. */
export const stretchOf = ({ streetId, id }: Pick<Door, 'streetId' | 'id'>): string => streetId ?? id

type Spot = Pick<Door, 'x' | 'y'>

/** Metres as the crow flies. */
export const metresBetween = (from: Spot, to: Spot): number => Math.hypot(from.x - to.x, from.y - to.y)

/** Metres walked from the first door to the last, in the order given. */
export function metresAlong(doors: readonly Spot[]): number {
  return doors.reduce((sum, door, place) => sum + metresBetween(doors[place - 1] ?? door, door), 0)
}

/** By house number: 2, 2A, 10; then box. The identifier last, so that the same doors always come in the same order. */
export function byNumber(one: Door, other: Door): number {
  return (
    houseNumber(one) - houseNumber(other) ||
    compareText(one.number, other.number) ||
    compareText(one.box, other.box) ||
    compareText(one.id, other.id)
  )
}

/** The whole number at the start of a house number; 0 when there is none. */
export const houseNumber = ({ number }: Pick<Door, 'number'>): number => Number(/^\d+/.exec(number)?.[0] ?? 0)

const compareText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
