import { found, type Spot } from '../../../platform/published-files/refusal.ts'
import type { AreaOfName } from '../area-by-name.ts'
import { checkAreaCode, isNotLocalisable, levelAmong, levelOfCode } from '../area-code.ts'
import type { NamedArea } from '../area-names.ts'
import type { FigurePlace } from '../figure.ts'
import type { LevelFound, Plan } from '../mapping/plan.ts'
import { isPeriod, yearOfDay } from '../period.ts'
import { refuse } from '../refusal.ts'

/** The code of an area; where the table names it, what is known of that name. */
type AreaInRow = { readonly areaCode: string; readonly named?: NamedArea | 'unknown' }

/** What the rows of a table are read by; `stated` is the period that the table leaves open. */
type Reading = {
  readonly plan: Plan
  readonly stated: string | undefined
  readonly spot: Spot
  readonly areaOfName: AreaOfName
}

/** A row while it is read. */
type Row = Reading & { readonly line: number; readonly cells: readonly string[] }

/** Reads where and when the figures of a row are about; refuses codes and periods that are none. */
export function rowReader(plan: Plan, stated: string | undefined, spot: Spot, areaOfName: AreaOfName) {
  const reading = { plan, stated, spot, areaOfName }
  return (
    line: number,
    cells: readonly string[],
  ): { readonly place: FigurePlace; readonly period: string | undefined } => {
    const row = { ...reading, line, cells }
    const period = periodOf(row)
    return { place: placeOf(row, period), period }
  }
}

function placeOf(row: Row, period: string | undefined): FigurePlace {
  const { area } = row.plan
  const { areaCode, named } = areaIn(row, period)
  const { level, edition } = levelOf(row, areaCode)
  const known = named === 'unknown' ? undefined : named
  if ('at' in area && !named) checkAreaCode(areaCode, level, spotOf(row, area.at))
  return {
    sheet: row.spot.sheet,
    line: row.line,
    level,
    edition: edition ?? known?.edition,
    areaCode,
    areaName: 'at' in area && area.nameAt !== undefined ? (row.cells[area.nameAt] ?? '') : '',
    municipality: named ? known?.municipality : municipalityOf(row, areaCode, level),
    isNotLocalisable: isNotLocalisable(areaCode),
  }
}

/** An area by its code; one that is named and not known goes under its name. */
function areaIn(row: Row, period: string | undefined): AreaInRow {
  const { plan, cells, areaOfName } = row
  const { area, municipalityAt } = plan
  if ('constant' in area) return { areaCode: area.constant }
  const cell = cells[area.at] ?? ''
  if (area.isShortUntil2018 && isShort(cell, period)) return { areaCode: `${cells[municipalityAt ?? -1] ?? ''}${cell}` }
  if (!area.named) return { areaCode: cell }
  const known = areaOfName(area.named, cell, spotOf(row, area.at))
  return { areaCode: known?.code ?? cell, named: known ?? 'unknown' }
}

function levelOf(row: Row, code: string): LevelFound {
  const { area } = row.plan
  if ('constant' in area) return area.found
  if (area.level === 'byCode') return { level: levelOfCode(code) ?? refuse('code', spotOf(row, area.at), noCode(code)) }
  if (typeof area.level === 'string') return { level: levelAmong(area.level, code) }
  const word = row.cells[area.level.at] ?? ''
  const level = area.level.levels[word]
  if (level !== undefined) return level
  const sentence = `expected one of ${Object.keys(area.level.levels).join(', ')}, found ${found(word)}.`
  return refuse('code', spotOf(row, area.level.at), sentence)
}

function municipalityOf(row: Row, code: string, level: string): string | undefined {
  const { municipalityAt } = row.plan
  if (municipalityAt === undefined) return level === 'municipality' && !isNotLocalisable(code) ? code : undefined
  const municipality = row.cells[municipalityAt] ?? ''
  checkAreaCode(municipality, 'municipality', spotOf(row, municipalityAt))
  return municipality
}

function periodOf(row: Row): string | undefined {
  const { period } = row.plan
  if (!('at' in period)) return period.constant ?? row.stated
  const written = row.cells[period.at] ?? ''
  const year = period.as === 'year' ? yearOfDay(written) : undefined
  if (year !== undefined) return year
  if (!isPeriod(written)) {
    const sentence = `expected a period such as 2023, 2023-01, 2023-01-01 or 2022-2023, found ${found(written)}.`
    refuse('period', spotOf(row, period.at), sentence)
  }
  return period.as === 'year' ? written.slice(0, 4) : written
}

const spotOf = ({ plan, spot, line }: Row, at: number): Spot => ({ ...spot, line, column: plan.header.cells[at] })

/** Since the mergers of 2019 the municipality is no longer the beginning of the code of its sectors. */
const isShort = (cell: string, when: string | undefined) =>
  /^[0-9A-Z-]{4}$/.test(cell) && when !== undefined && Number(when.slice(0, 4)) <= 2018

const noCode = (code: string) => {
  const zero = /^[1-9]000$/.test(code) ? ' A spreadsheet took the zero from the front: fetch the file again.' : ''
  return `expected a REFNIS or NUTS code, found ${found(code)}.${zero}`
}
