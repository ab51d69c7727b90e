import type { Bounds } from '../../published-areas/index.ts'
import type { MunicipalityRead } from './read-areas-to-keep.ts'

/** A municipality beside one's own in a file, to choose from. */
export type Neighbouring = { readonly nisCode: string; readonly name: string; readonly areas: number }

/** Municipalities of a file that lie beside one's own: those whose surroundings touch, by name. */
export function neighbouring(
  municipalities: ReadonlyMap<string, MunicipalityRead>,
  own: ReadonlySet<string>,
): readonly Neighbouring[] {
  const mine = [...municipalities].flatMap(([nisCode, { bounds }]) => (own.has(nisCode) && bounds ? [bounds] : []))
  return [...municipalities]
    .filter(([nisCode, { bounds }]) => !own.has(nisCode) && bounds && mine.some((box) => touch(box, bounds)))
    .map(([nisCode, { name, areas }]) => ({ nisCode, name: name ?? nisCode, areas }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nl') || one.nisCode.localeCompare(other.nisCode))
}

const touch = (one: Bounds, other: Bounds) =>
  one.minX <= other.maxX && other.minX <= one.maxX && one.minY <= other.maxY && other.minY <= one.maxY
