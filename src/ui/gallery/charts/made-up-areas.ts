import type { Value } from '@meernet/statistics'
import type { SheetShape } from '../../chart/map/map-sheet.ts'

/** Areas of a made-up municipality: `columns` × `rows` uneven blocks of about half a kilometre, the same at each call. */
export function madeUpAreas(columns: number, rows: number): readonly SheetShape[] {
  const corner = (column: number, row: number): readonly [number, number] => [
    200_000 + column * 500 + wobble(column * 31 + row * 17) * 190,
    190_000 + row * 430 + wobble(column * 13 + row * 41) * 160,
  ]
  return Array.from({ length: columns * rows }, (_, place) => {
    const [column, row] = [place % columns, Math.floor(place / columns)]
    const ring = [corner(column, row), corner(column, row + 1), corner(column + 1, row + 1), corner(column + 1, row)]
    return { key: String(place + 1), shape: [[[...ring, corner(column, row)]]], within: 'netegem' }
  })
}

/** A figure for each area, rising towards one side; a few are missing in each way. */
export function madeUpFigure(place: number): Value {
  const missing = { 4: 'hidden', 9: 'unknown', 13: 'notApplicable', 17: 'empty', 20: 'hidden' } as const
  return missing[place as keyof typeof missing] ?? Math.round((8 + (place % 6) * 3 + wobble(place) * 2.5) * 10) / 10
}

/** Between −1 and 1, the same for the same number. */
const wobble = (number: number): number => Math.sin(number * 12.9898) * Math.cos(number * 4.1414)
