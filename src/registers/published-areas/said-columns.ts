import { type AreaColumns, fieldNamed } from './area-columns.ts'

/** Of what areas can be kept whose columns nobody knows beforehand. */
export const saidLevels = ['sector', 'neighbourhood', 'municipality'] as const

/** What whoever imports says of a file of somebody who names the columns in an own way: which holds the code, and of what. */
export type SaidColumns = {
  readonly code: string
  readonly level: (typeof saidLevels)[number]
  readonly name?: string | undefined
  /** Holds NIS codes of municipalities. */
  readonly municipality?: string | undefined
}

/** Those columns among the `fields` of a layer; undefined when one that is said is not there. */
export function saidColumnsIn(said: SaidColumns, fields: readonly string[]): AreaColumns | undefined {
  const named = (wanted: string | undefined) => (wanted === undefined ? undefined : fieldNamed(wanted, fields))
  const [code, name, municipality] = [named(said.code), named(said.name), named(said.municipality)]
  const isThere = (wanted: string | undefined, found: string | undefined) => wanted === undefined || found !== undefined
  if (code === undefined || !isThere(said.name, name) || !isThere(said.municipality, municipality)) return undefined
  return {
    code,
    names: name === undefined ? [] : [name],
    municipality,
    municipalityNames: [],
    level: said.level,
    year: undefined,
    situation: named('dt_situation'),
    approximation: named('approximation'),
    publisher: undefined,
    hasOwnCodes: said.level === 'neighbourhood',
  }
}
