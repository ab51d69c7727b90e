import { byNumber, type Door, houseNumber, metresAlong } from './door.ts'

/**
 * Doors of one street, or a piece of it, in walking order: up along the odd side and back along the even one, or crossing
 * over and over in the order of the numbers, whichever is shorter.
 */
export function walkStreet(doors: readonly Door[]): readonly Door[] {
  const numbered = doors.toSorted(byNumber)
  const odd = numbered.filter((door) => houseNumber(door) % 2 === 1)
  const even = numbered.filter((door) => houseNumber(door) % 2 === 0)
  const walks = [numbered, [...odd, ...even.toReversed()], [...odd, ...even]]
  return walks.reduce((shortest, walk) => (metresAlong(walk) < metresAlong(shortest) ? walk : shortest))
}

/** Cuts a street with more than `most` doors into pieces of nearly equal size, each with both sides of a part of the street. */
export function piecesOf(street: readonly Door[], most: number): readonly (readonly Door[])[] {
  const numbered = street.toSorted(byNumber)
  const count = Math.ceil(numbered.length / most)
  const cut = (piece: number) => Math.round((piece * numbered.length) / count)
  return Array.from({ length: count }, (_, piece) => walkStreet(numbered.slice(cut(piece), cut(piece + 1))))
}
