import { found, type Spot } from '../../platform/published-files/refusal.ts'
import type { AreaOfName } from './area-by-name.ts'
import { checkAreaCode, isNotLocalisable, levelAmong, levelOfCode } from './area-code.ts'
import type { NamedArea } from './area-names.ts'
import type { FigurePlace } from './figure.ts'
import { isPeriod, yearOfDay } from './period.ts'
import type { LevelFound, Plan } from './plan.ts'
import { refuse } from './refusal.ts'

/** The code of an area; where the table names it, what is known of that name. */
type AreaInRow = { readonly areaCode: string; readonly named?: NamedArea | 'unknown' }

/** Reads where and when the figures of a row are about; refuses codes and periods that are none. */
export function rowReader(plan: Plan, stated: string | undefined, spot: Spot, areaOfName: AreaOfName) {
  const { area, municipalityAt, period, header } = plan
  const columnAt = (at: number) => header.cells[at]

  return (
    line: number,
    cells: readonly string[],
  ): { readonly place: FigurePlace; readonly period: string | undefined } => {
    const at = { ...spot, line }
    const when = periodOf(cells, line)
    const { areaCode, named } = areaIn(cells, line, when)
    const { level, edition } = levelOf(areaCode, cells, line)
    const known = named === 'unknown' ? undefined : named
    if ('at' in area && !named) checkAreaCode(areaCode, level, { ...at, column: columnAt(area.at) })
    const place: FigurePlace = {
      sheet: spot.sheet,
      line,
      level,
      edition: edition ?? known?.edition,
      areaCode,
      areaName: 'at' in area && area.nameAt !== undefined ? (cells[area.nameAt] ?? '') : '',
      municipality: named ? known?.municipality : municipalityOf(areaCode, level, cells, line),
      isNotLocalisable: isNotLocalisable(areaCode),
    }
    return { place, period: when }
  }

  /** An area by its code; one that is named and not known goes under its name. */
  function areaIn(cells: readonly string[], line: number, when: string | undefined): AreaInRow {
    if ('constant' in area) return { areaCode: area.constant }
    const cell = cells[area.at] ?? ''
    if (area.isShortUntil2018 && isShort(cell, when)) return { areaCode: `${cells[municipalityAt ?? -1] ?? ''}${cell}` }
    if (!area.named) return { areaCode: cell }
    const known = areaOfName(area.named, cell, { ...spot, line, column: columnAt(area.at) })
    return { areaCode: known?.code ?? cell, named: known ?? 'unknown' }
  }

  function levelOf(code: string, cells: readonly string[], line: number): LevelFound {
    if ('constant' in area) return area.found
    const column = columnAt(area.at)
    if (area.level === 'byCode')
      return { level: levelOfCode(code) ?? refuse('code', { ...spot, line, column }, noCode(code)) }
    if (typeof area.level === 'string') return { level: levelAmong(area.level, code) }
    const word = cells[area.level.at] ?? ''
    const known = Object.keys(area.level.levels).join(', ')
    const level = area.level.levels[word]
    return (
      level ??
      refuse(
        'code',
        { ...spot, line, column: columnAt(area.level.at) },
        `expected one of ${known}, found ${found(word)}.`,
      )
    )
  }

  function municipalityOf(code: string, level: string, cells: readonly string[], line: number): string | undefined {
    if (municipalityAt !== undefined) {
      const municipality = cells[municipalityAt] ?? ''
      checkAreaCode(municipality, 'municipality', { ...spot, line, column: columnAt(municipalityAt) })
      return municipality
    }
    return level === 'municipality' && !isNotLocalisable(code) ? code : undefined
  }

  function periodOf(cells: readonly string[], line: number): string | undefined {
    if (!('at' in period)) return period.constant ?? stated
    const written = cells[period.at] ?? ''
    const year = period.as === 'year' ? yearOfDay(written) : undefined
    if (year !== undefined) return year
    if (!isPeriod(written)) {
      const sentence = `expected a period such as 2023, 2023-01, 2023-01-01 or 2022-2023, found ${found(written)}.`
      refuse('period', { ...spot, line, column: columnAt(period.at) }, sentence)
    }
    return period.as === 'year' ? written.slice(0, 4) : written
  }
}

/** Since the mergers of 2019 the municipality is no longer the beginning of the code of its sectors. */
const isShort = (cell: string, when: string | undefined) =>
  /^[0-9A-Z-]{4}$/.test(cell) && when !== undefined && Number(when.slice(0, 4)) <= 2018

const noCode = (code: string) => {
  const zero = /^[1-9]000$/.test(code) ? ' A spreadsheet took the zero from the front: fetch the file again.' : ''
  return `expected a REFNIS or NUTS code, found ${found(code)}.${zero}`
}
