import { found, type Spot } from '../../platform/published-files/refusal.ts'
import { areaFinder, type NamedArea, type NamedLevel, namedLevels } from './area-names.ts'
import { refuse } from './refusal.ts'

/** Which names of a file became which areas, and which names are of areas that are not known here. */
export type NamesRead = { readonly known: ReadonlyMap<string, NamedArea>; readonly unknown: ReadonlySet<string> }

/** Gives an area by its name in a table; nothing when it is not known. */
export type AreaOfName = (level: NamedLevel, name: string, spot: Spot) => NamedArea | undefined

/** What names in a table stand for. */
export type Names = { readonly areaOf: AreaOfName; readonly isMunicipality: (name: string) => boolean }

/**
 * Gives the areas that a file names, of `edition` when that is said, and keeps account of them. Refuses a name of which nobody
 * can say whose it is.
 */
export function areasByName(names: readonly NamedArea[], edition: string | undefined) {
  const ofEdition = names.filter((area) => edition === undefined || (area.edition ?? edition) === edition)
  const finders = new Map(
    namedLevels.map((level) => [level, areaFinder(ofEdition.filter((one) => one.level === level))]),
  )
  const known = new Map<string, NamedArea>()
  const unknown = new Set<string>()
  const nameOf = new Map<string, string>()

  const areaOf: AreaOfName = (level, name, spot) => {
    if (known.has(name) || unknown.has(name)) return known.get(name)
    if (name === '') refuse('name', spot, 'expected the name of an area, found nothing.')
    const answer = finders.get(level)?.(name)
    if (answer?.kind === 'ambiguous') refuse('name', spot, severalAreas(name))
    if (answer?.kind !== 'known') {
      unknown.add(name)
      return undefined
    }
    const { area } = answer
    const other = nameOf.get(area.code)
    if (other !== undefined)
      refuse('name', spot, `${found(name)} and ${found(other)} could both be ${area.code}. Take the other one out.`)
    known.set(name, area)
    nameOf.set(area.code, name)
    return area
  }

  /** Whether it is no neighbourhood that is known, and the name of the municipality: beside neighbourhoods it is their sum. */
  const isMunicipality = (name: string) =>
    finders.get('neighbourhood')?.(name).kind === 'unknown' && finders.get('municipality')?.(name).kind === 'known'

  return { areaOf, isMunicipality, read: { known, unknown } satisfies NamesRead }
}

const severalAreas = (name: string) =>
  `${found(name)} is the name of more than one area here. Say of which edition the areas are (--edition), or give their codes in a column.`
