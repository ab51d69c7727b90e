import type { PublishedRow } from '../../../platform/published-files/row-splitter.ts'
import { isPeriod } from '../period.ts'
import { isNamed } from './columns.ts'
import type { Mapping, Measure } from './mapping.ts'
import type { Plan, ValueColumn } from './plan.ts'

/** A title may stand above the three lines, but not more than this. */
const linesAbove = 10

/**
 * The plan of a table with three lines of header (indicator, unit, year) in which the first two columns are the code and the
 * name of the area: how the Brussels monitor exports. Nothing when the table is another.
 */
export function stackedPlanOf(mapping: Mapping, rows: readonly PublishedRow[]): Plan | undefined {
  const at = rows.slice(0, linesAbove).findIndex((_, from) => isStacked(rows.slice(from, from + 3)))
  const [names, units, years] = rows.slice(at, at + 3)
  if (at === -1 || !names || !units || !years || !('column' in mapping.area)) return undefined
  const nameOf = namesAbove(names, units)
  const values = years.cells.flatMap((period, at): ValueColumn[] => {
    const { name, unit } = nameOf(at)
    if (name === '' || period === '') return []
    const known = mapping.measures.find(({ column }) => isNamed(name, column))
    const kind = known?.kind ?? kindOfUnit(unit, name)
    // A unit does not tell a balance, of who came and who left, from a count.
    const isBalance = known === undefined
    const indicator = { indicator: known?.indicator ?? name.slice(0, 120), kind, unit, isBalance, name, column: name }
    return [{ at, indicator, period, where: [] }]
  })
  return {
    mapping,
    header: years,
    area: {
      at: 0,
      nameAt: 1,
      level: 'column' in mapping.area && 'level' in mapping.area ? mapping.area.level : 'district',
    },
    municipalityAt: undefined,
    period: { constant: undefined },
    values: joined(values),
    long: undefined,
    expects: [],
    leafAt: [],
    leftOut: [],
  }
}

/** Three lines below one another, of which the last says years and nothing else. */
function isStacked(lines: readonly PublishedRow[]): boolean {
  const [names, units, years] = lines
  const periods = years?.cells.slice(2).filter((cell) => cell !== '') ?? []
  const isBelow = names?.line === (years?.line ?? 0) - 2
  const begins = [names, units, years].every((row) => row?.cells[0] === '')
  return isBelow && begins && periods.length > 0 && periods.every(isPeriod)
}

/** A name and its unit may stand once, above all their years: asked column by column, from the left. */
function namesAbove(names: PublishedRow, units: PublishedRow) {
  let [name, unit] = ['', '']
  return (at: number): { readonly name: string; readonly unit: string } => {
    const [ownName = '', ownUnit = ''] = [names.cells[at], units.cells[at]]
    if (at < 2) return { name, unit }
    if (ownName !== '') [name, unit] = [ownName, ownUnit]
    else if (names.merged && !names.merged.has(at)) [name, unit] = ['', '']
    else if (ownUnit !== '') unit = ownUnit
    return { name, unit }
  }
}

/** Only what the unit says for sure: a number of people adds up, a percentage and a median never do. */
function kindOfUnit(unit: string, name: string): Measure['kind'] {
  if (unit === '%') return 'share'
  if (/^(aantal|nombre|number)\b/i.test(unit)) return 'count'
  if (/^(mediaan|médian|median)/i.test(name)) return 'median'
  return 'unstated'
}

/** One column for each indicator and year, however often the export repeats it. */
function joined(values: readonly ValueColumn[]): readonly ValueColumn[] {
  const same = Map.groupBy(values, ({ indicator, period }) => `${indicator.indicator}\0${period}`)
  return [...same.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, alsoAt: others.map(({ at }) => at) }] : [],
  )
}
