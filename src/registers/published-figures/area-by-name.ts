import { found, refuse, type Spot } from '../../platform/published-files/refusal.ts'
import { areaFinder, type NamedArea } from './area-names.ts'

/** Which names of a file became which codes, and how many names are of areas that are not known here. */
export type NamesRead = { readonly known: ReadonlyMap<string, string>; readonly unknown: ReadonlySet<string> }

/**
 * Gives areas that a file names their codes, and keeps account of it. An area that is not known goes under its name: it counts
 * in the whole and is kept nowhere. Refuses a name of which nobody can say whose it is.
 */
export function areasByName(names: readonly NamedArea[]) {
  const find = areaFinder(names)
  const known = new Map<string, string>()
  const unknown = new Set<string>()
  const nameOf = new Map<string, string>()

  function codeOf(name: string, spot: Spot): string | undefined {
    const before = known.get(name)
    if (before !== undefined || unknown.has(name)) return before
    const answer = name === '' ? refuse('value', spot, 'expected the name of an area, found nothing.') : find(name)
    if (answer.kind === 'ambiguous') refuse('value', spot, `${found(name)} is the name of more than one area here.`)
    if (answer.kind !== 'known') {
      unknown.add(name)
      return undefined
    }
    const other = nameOf.get(answer.code)
    if (other !== undefined)
      refuse('value', spot, `${found(name)} and ${found(other)} could both be ${answer.code}. Take the other one out.`)
    known.set(name, answer.code)
    nameOf.set(answer.code, name)
    return answer.code
  }

  return { codeOf, read: { known, unknown } satisfies NamesRead }
}
