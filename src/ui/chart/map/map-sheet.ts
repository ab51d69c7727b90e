import { type Grid, type GroundShape, onGrid } from './grid.ts'
import { labelPlace } from './label-place.ts'
import { detailOf } from './line-detail.ts'
import { type SharedLines, sharedLines } from './shared-lines.ts'

/** An area to draw. `within` names what it belongs to (a municipality): the border between two of those is drawn thicker. */
export type SheetShape = {
  readonly key: string
  readonly shape: GroundShape
  readonly within?: string | undefined
}

/** An area as drawn: SVG path data, where its name may stand, and how much room there is for it. */
export type SheetArea = { readonly path: string; readonly x: number; readonly y: number; readonly room: number }

/** A map ready to be drawn with any figures: plain JSON in units of the picture, to be kept as long as the areas stay the same. */
export type MapSheet = {
  readonly width: number
  readonly height: number
  readonly areas: Readonly<Record<string, SheetArea>>
  /** Path data of the lines around all areas of one `within`. */
  readonly borders: string
}

export type SheetDetail = {
  /** Points that add less than so many units are not drawn. */
  readonly least: number
  /** No more points than these are written, a shared border counted for both its sides. */
  readonly mostPoints: number
}

const ordinaryDetail: SheetDetail = { least: 1, mostPoints: 8000 }

/**
 * Draws areas once, simplified together: what is shared stays shared, so that no slit opens between two areas. Seven hundred
 * statistical sectors are some 30 kB. Shapes are in metres of a plane system. Nothing to draw gives an empty sheet.
 */
export function mapSheet(shapes: readonly SheetShape[], detail: SheetDetail = ordinaryDetail): MapSheet {
  const grid = onGrid(shapes.map(({ shape }) => shape))
  if (!grid) return { width: 0, height: 0, areas: {}, borders: '' }
  const shared = sharedLines(grid.ringsOfShapes.flat(), grid.xs.length)
  const drawn = simplified(shared, grid, detail)
  const areas: Record<string, SheetArea> = {}
  let ringsBefore = 0
  shapes.forEach(({ key, shape }, place) => {
    const count = grid.ringsOfShapes[place]?.length ?? 0
    const rings = shared.rings.slice(ringsBefore, ringsBefore + count).map((ring) => pointsOf(ring, drawn))
    ringsBefore += count
    if (shape.length > 0) areas[key] = rings.length > 0 ? areaOf(rings, grid) : speck(grid.middles[place] ?? [0, 0])
  })
  return { width: grid.width, height: grid.height, areas, borders: bordersOf(shapes, shared, drawn, grid) }
}

/** The points of each line that are drawn. */
function simplified(
  shared: SharedLines,
  grid: Grid,
  { least, mostPoints }: SheetDetail,
): readonly (readonly number[])[] {
  const details = shared.lines.map((line) => detailOf(line, grid.xs, grid.ys))
  const uses = usesOf(shared)
  keepRingsOpen(shared, details)
  const added = details
    // The end of a line is the beginning of the next.
    .flatMap((detail, line) => Array.from(detail.subarray(1), (size) => ({ size, times: uses[line] ?? 1 })))
    .filter(({ size }) => size >= least)
    .sort((a, b) => b.size - a.size)
  let [points, limit] = [0, least]
  for (const { size, times } of added) {
    points += times
    if (points > mostPoints && size < Infinity) {
      // All that add as much as the first one too many are left out.
      limit = size + 1e-9
      break
    }
  }
  return shared.lines.map((line, place) => line.filter((_, at) => (details[place]?.[at] ?? 0) >= limit))
}

/** How many rings each line is part of. */
function usesOf({ lines, rings }: SharedLines): readonly number[] {
  const uses = lines.map(() => 0)
  for (const line of rings.flat()) uses[line < 0 ? ~line : line] = (uses[line < 0 ? ~line : line] ?? 0) + 1
  return uses
}

/** A ring of one or two lines needs points between their ends, or nothing would be left of it. */
function keepRingsOpen({ rings }: SharedLines, details: readonly Float64Array[]): void {
  for (const ring of rings) {
    if (ring.length > 2) continue
    for (const line of ring) {
      const detail = details[line < 0 ? ~line : line]
      if (!detail) continue
      for (let needed = ring.length === 1 ? 2 : 1; needed > 0; needed -= 1) {
        const most = detail.reduce((best, size, at) => (size < Infinity && size > (detail[best] ?? -1) ? at : best), -1)
        if (most >= 0) detail[most] = Infinity
      }
    }
  }
}

/** A ring as points, without its first again at the end. */
function pointsOf(ring: readonly number[], drawn: readonly (readonly number[])[]): readonly number[] {
  return ring.flatMap((line) => (line < 0 ? (drawn[~line] ?? []).toReversed() : (drawn[line] ?? [])).slice(0, -1))
}

function areaOf(rings: readonly (readonly number[])[], grid: Grid): SheetArea {
  return { path: pathOf(rings, grid, 'z'), ...labelPlace(rings, grid.xs, grid.ys) }
}

/** What is too small to be drawn still has its place and its name. */
const speck = ([x, y]: readonly [number, number]): SheetArea => ({ path: `m${x} ${y}h3v3h-3z`, x, y, room: 0 })

/** SVG path data in steps from point to point, as short as it gets: `m3 4 10-2-4 8z`. */
function pathOf(lines: readonly (readonly number[])[], { xs, ys }: Grid, end: '' | 'z'): string {
  let [path, fromX, fromY] = ['', 0, 0]
  for (const line of lines) {
    const [startX, startY] = [xs[line[0] ?? 0] ?? 0, ys[line[0] ?? 0] ?? 0]
    let numbers = ''
    let [x, y] = [fromX, fromY]
    for (const point of line) {
      const [nextX, nextY] = [xs[point] ?? 0, ys[point] ?? 0]
      numbers += `${written(nextX - x)}${written(nextY - y)}`
      ;[x, y] = [nextX, nextY]
    }
    path += `m${numbers.trimStart()}${end}`
    // After a closed line the pen is back where that line began.
    ;[fromX, fromY] = end ? [startX, startY] : [x, y]
  }
  return path
}

const written = (step: number) => (step < 0 ? `${step}` : ` ${step}`)

/** Lines with only one area beside them, or with areas of two municipalities. */
function bordersOf(
  shapes: readonly SheetShape[],
  shared: SharedLines,
  drawn: readonly (readonly number[])[],
  grid: Grid,
): string {
  const beside = shared.lines.map(() => new Set<string>())
  const uses = usesOf(shared)
  let ring = 0
  shapes.forEach(({ within = '' }, place) => {
    for (let left = grid.ringsOfShapes[place]?.length ?? 0; left > 0; left -= 1, ring += 1)
      for (const line of shared.rings[ring] ?? []) beside[line < 0 ? ~line : line]?.add(within)
  })
  return pathOf(
    drawn.filter((_, line) => uses[line] === 1 || (beside[line]?.size ?? 0) > 1),
    grid,
    '',
  )
}
