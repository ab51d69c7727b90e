import { found, type Spot } from '../../platform/published-files/refusal.ts'
import { type AreaColumns, type AreaLevel, editionIn, exampleOf, isCodeOf } from './area-columns.ts'
import type { Feature } from './feature.ts'
import { refuse } from './refusal.ts'

/** What a feature is called, of what level, edition and municipality, by its columns; refuses a code that is none of its level. */
export function namesOf({ fields, spot }: Feature, columns: AreaColumns, asked: string | undefined) {
  const code = textOf(fields[columns.code])
  const level = columns.level ?? levelByCode(code)
  const isCode = columns.hasOwnCodes ? code.length <= longestOwnCode : isCodeOf(level, code)
  if (code !== '' && !isCode) refuseCode(code, level, { ...spot, column: columns.code })
  const own = level === 'municipality' ? code : ''
  const municipality = columns.municipality === undefined ? own : textOf(fields[columns.municipality])
  if (municipality !== '' && !isCodeOf('municipality', municipality))
    refuseCode(municipality, 'municipality', { ...spot, column: columns.municipality })
  const name = columns.names.map((column) => textOf(fields[column])).find((text) => text !== '') ?? ''
  if (name.includes('\ufffd')) refuse('encoding', spot, `is not in the encoding its .cpg says: found ${found(name)}.`)
  const municipalityName = columns.municipalityNames.map((column) => textOf(fields[column])).find((one) => one !== '')
  if ([code, name, municipalityName].some((text) => text?.includes('\0'))) refuse('value', spot, holdsNul)
  const situation = columns.situation === undefined ? '' : textOf(fields[columns.situation])
  const year = situation === '' ? columns.year : yearIn(situation, { ...spot, column: columns.situation })
  const isLikely = situation === '' && columns.isYearLikely === true
  return {
    code,
    name,
    level,
    municipality: municipality === '' ? undefined : municipality,
    municipalityName,
    edition: editionOf(year === undefined || (isLikely && asked) ? undefined : editionIn(level, year), asked, spot),
  }
}

/** The year of the day of which the borders are: `2025-01-01`, `20250101`, `01/01/2025`, or the milliseconds that web maps write. */
function yearIn(situation: string, spot: Spot): number {
  if (/^[0-9]{12,13}$/.test(situation)) return new Date(Number(situation)).getUTCFullYear()
  const year =
    /^((?:19|20)[0-9]{2})(?![0-9]{5})/.exec(situation)?.[1] ??
    /^[0-9]{1,2}[/.-][0-9]{1,2}[/.-]((?:19|20)[0-9]{2})/.exec(situation)?.[1]
  return Number(year ?? refuse('value', spot, `expected a day such as 2025-01-01, found ${found(situation)}.`))
}

const longestOwnCode = 40

const holdsNul = 'has a name or a code with a sign in it that no text has (NUL): it is damaged. Fetch it again.'

/** What the file states; what is asked where it states nothing. The two may not contradict each other. */
function editionOf(stated: string | undefined, asked: string | undefined, spot: Spot): string | undefined {
  if (stated === undefined || asked === undefined || stated === asked) return stated ?? asked
  return refuse(
    'value',
    spot,
    `is of edition ${stated} by its columns, while ${asked} was asked for. Leave the edition out.`,
  )
}

/** Only five digits, and the numbers of the districts of Brussels, are told apart without doubt. */
function levelByCode(code: string): AreaLevel | undefined {
  if (/^[0-9]{5}$/.test(code)) return 'municipality'
  return /^[0-9]{1,3}$/.test(code) ? 'district' : undefined
}

/** What stands in a field, as text; empty for what is neither text nor number. */
export function textOf(value: unknown): string {
  // Open-data portals of Opendatasoft write a list of one.
  if (Array.isArray(value)) return value.length === 1 ? textOf(value[0]) : ''
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}

function refuseCode(code: string, level: AreaLevel | undefined, spot: Spot): never {
  return refuse(
    'value',
    spot,
    `expected a code such as ${exampleOf(level)}, found ${found(code)}. Codes are text: a file that went through a spreadsheet must be fetched again.`,
  )
}
