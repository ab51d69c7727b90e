import fc from 'fast-check'
import { expect, test } from 'vitest'
import { detailOf } from './line-detail.ts'
import { mapSheet, type SheetShape } from './map-sheet.ts'

/** Blocks of a hundred metres of which each side runs unevenly, as borders along brooks do; neighbours have the same side. */
function unevenBlocks(columns: number, rows: number, pointsASide: number): readonly SheetShape[] {
  const level = (column: number, row: number) =>
    side([column * 100, row * 100], [column * 100 + 100, row * 100], pointsASide)
  const upright = (column: number, row: number) =>
    side([column * 100, row * 100], [column * 100, row * 100 + 100], pointsASide)
  return Array.from({ length: columns * rows }, (_, place) => {
    const [column, row] = [place % columns, Math.floor(place / columns)]
    const ring = [
      ...level(column, row),
      ...upright(column + 1, row),
      ...level(column, row + 1).toReversed(),
      ...upright(column, row).toReversed(),
    ]
    return { key: `${column},${row}`, shape: [[ring]], within: column < columns / 2 ? 'west' : 'east' }
  })
}

function side(
  [x0, y0]: [number, number],
  [x1, y1]: [number, number],
  points: number,
): readonly (readonly [number, number])[] {
  return Array.from({ length: points + 1 }, (_, step) => {
    const off = step === 0 || step === points ? 0 : 9 * Math.sin(step * 2.4 + x0 + 3 * y0)
    const part = step / points
    return [x0 + (x1 - x0) * part + (y1 > y0 ? off : 0), y0 + (y1 - y0) * part + (x1 > x0 ? off : 0)] as const
  })
}

/** Rings of path data in steps, as corners. */
function ringsOf(path: string): readonly (readonly (readonly [number, number])[])[] {
  let [x, y] = [0, 0]
  return path
    .split(/(?=m)/)
    .filter(Boolean)
    .map((part) => {
      const numbers = (part.match(/-?\d+/g) ?? []).map(Number)
      const ring = Array.from({ length: numbers.length / 2 }, (_, step) => {
        x += numbers[2 * step] ?? 0
        y += numbers[2 * step + 1] ?? 0
        return [x, y] as const
      })
      if (part.endsWith('z')) [x, y] = ring[0] ?? [x, y]
      return ring
    })
}

const surface = (path: string) =>
  ringsOf(path).reduce(
    (sum, ring) =>
      sum +
      Math.abs(
        ring.reduce((all, [x, y], at) => {
          const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
          return all + (x * nextY - nextX * y) / 2
        }, 0),
      ),
    0,
  )

test('north is up, east is right, and a hundred metres are as long both ways', () => {
  const sheet = mapSheet([
    {
      key: 'south-west',
      shape: [
        [
          [
            [0, 0],
            [0, 100],
            [100, 100],
            [100, 0],
            [0, 0],
          ],
        ],
      ],
    },
    {
      key: 'north-east',
      shape: [
        [
          [
            [900, 400],
            [900, 500],
            [1000, 500],
            [1000, 400],
            [900, 400],
          ],
        ],
      ],
    },
  ])
  const [southWest, northEast] = [
    ringsOf(sheet.areas['south-west']?.path ?? '')[0],
    ringsOf(sheet.areas['north-east']?.path ?? '')[0],
  ]
  const box = (ring: readonly (readonly [number, number])[] = []) =>
    [
      Math.min(...ring.map(([x]) => x)),
      Math.min(...ring.map(([, y]) => y)),
      Math.max(...ring.map(([x]) => x)),
      Math.max(...ring.map(([, y]) => y)),
    ] as const
  expect(box(northEast)[0]).toBeGreaterThan(box(southWest)[2])
  expect(box(northEast)[3]).toBeLessThan(box(southWest)[1])
  expect(box(southWest)[2] - box(southWest)[0]).toBe(box(southWest)[3] - box(southWest)[1])
  expect(box(southWest)[3]).toBeLessThanOrEqual(sheet.height)
})

test('simplified areas still fit together: no slit and no overlap', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 60, max: 2000 }),
      (columns, rows, mostPoints) => {
        const blocks = unevenBlocks(columns, rows, 24)
        const sheet = mapSheet(blocks, { least: 1, mostPoints })
        const borders = mapSheet(
          blocks.map((block) => ({ ...block, within: 'all' })),
          { least: 1, mostPoints },
        )
        const parts = Object.values(sheet.areas).reduce((sum, { path }) => sum + surface(path), 0)
        // The line around all of them, put together of its pieces, holds as much as they do together.
        expect(parts).toBeCloseTo(surface(joined(borders.borders)), 3)
      },
    ),
    { numRuns: 40 },
  )
})

/** Loose lines joined into one ring. */
function joined(path: string): string {
  const lines = ringsOf(path).map((line) => [...line])
  const same = (a: readonly number[] | undefined, b: readonly number[] | undefined) =>
    a?.[0] === b?.[0] && a?.[1] === b?.[1]
  const ring = lines.shift() ?? []
  while (lines.length > 0) {
    const next = lines.findIndex((line) => same(line[0], ring.at(-1)) || same(line.at(-1), ring.at(-1)))
    const [line = []] = lines.splice(Math.max(0, next), 1)
    ring.push(...(same(line[0], ring.at(-1)) ? line : line.toReversed()).slice(1))
  }
  return `m${ring.map(([x, y], at) => [x - (ring[at - 1]?.[0] ?? 0), y - (ring[at - 1]?.[1] ?? 0)].join(' ')).join(' ')}z`
}

test('no more points are written than asked for, and the rough shape stays', () => {
  const blocks = unevenBlocks(6, 6, 40)
  const [fine, rough] = [mapSheet(blocks), mapSheet(blocks, { least: 1, mostPoints: 400 })]
  const points = ({ areas }: typeof fine) =>
    Object.values(areas).reduce((sum, { path }) => sum + (path.match(/-?\d+/g)?.length ?? 0) / 2, 0)
  expect(points(fine)).toBeGreaterThan(2000)
  expect(points(rough)).toBeLessThanOrEqual(400)
  const change = surface(rough.areas['2,2']?.path ?? '') / surface(fine.areas['2,2']?.path ?? '')
  expect(Math.abs(change - 1)).toBeLessThan(0.15)
})

test('the thick line runs around the whole and between two municipalities, not between areas of one', () => {
  const square = (x: number, within: string): SheetShape => ({
    key: `${x}`,
    within,
    shape: [
      [
        [
          [x, 0],
          [x, 100],
          [x + 100, 100],
          [x + 100, 0],
          [x, 0],
        ],
      ],
    ],
  })
  const linesAt = (sheet: ReturnType<typeof mapSheet>, east: number) => {
    const xs = ringsOf(sheet.borders)
      .filter((line) => line.length === 2 && line[0]?.[0] === line[1]?.[0])
      .map((line) => line[0]?.[0])
    return xs.includes(Math.round(20 + (east / 300) * 1960))
  }
  const sheet = mapSheet([square(0, 'a'), square(100, 'a'), square(200, 'b')])
  expect(
    [0, 100, 200, 300].map(
      (east) =>
        linesAt(sheet, east) ||
        ringsOf(sheet.borders).some((line) => line.some(([x]) => x === Math.round(20 + (east / 300) * 1960))),
    ),
  ).toEqual([true, true, true, true])
  expect([100, 200].map((east) => linesAt(sheet, east))).toEqual([false, true])
})

test('an enclave fills the hole of what lies around it', () => {
  const ring = (from: number, to: number) =>
    [
      [from, from],
      [from, to],
      [to, to],
      [to, from],
      [from, from],
    ] as const
  const sheet = mapSheet([
    { key: 'around', shape: [[ring(0, 1000), ring(400, 600).toReversed()]] },
    { key: 'inside', shape: [[ring(400, 600)]] },
  ])
  const [around = [], hole = []] = ringsOf(sheet.areas.around?.path ?? '')
  const [inside = []] = ringsOf(sheet.areas.inside?.path ?? '')
  expect(around).toHaveLength(4)
  expect(hole.map(String).sort()).toEqual(inside.map(String).sort())
})

test('however few points may be written, every area stays an area', () => {
  const round = (from: number, to: number) =>
    Array.from({ length: 41 }, (_, step) => {
      const angle = ((from + ((to - from) * step) / 40) * Math.PI) / 180
      return [1000 * Math.cos(angle), 1000 * Math.sin(angle)] as const
    })
  const sheet = mapSheet(
    [
      { key: 'north', shape: [[[...round(0, 180), [1000, 0]]]] },
      { key: 'south', shape: [[[...round(180, 360), [-1000, 0]]]] },
    ],
    { least: 1e9, mostPoints: 0 },
  )
  expect(surface(sheet.areas.north?.path ?? '')).toBeGreaterThan(100_000)
  expect(surface(sheet.areas.south?.path ?? '')).toBeGreaterThan(100_000)
  const disc = mapSheet([{ key: 'disc', shape: [[round(0, 360)]] }], { least: 1e9, mostPoints: 0 })
  expect(surface(disc.areas.disc?.path ?? '')).toBeGreaterThan(100_000)
})

test('an area too small to be seen keeps a speck, one without a shape has none, and nothing at all is an empty sheet', () => {
  const tiny: SheetShape = {
    key: 'tiny',
    shape: [
      [
        [
          [500, 500],
          [500, 500.1],
          [500.1, 500.1],
          [500, 500],
        ],
      ],
    ],
  }
  const large: SheetShape = {
    key: 'large',
    shape: [
      [
        [
          [0, 0],
          [0, 90_000],
          [90_000, 90_000],
          [90_000, 0],
          [0, 0],
        ],
      ],
    ],
  }
  const sheet = mapSheet([tiny, large, { key: 'none', shape: [] }])
  expect(sheet.areas.tiny?.path).toMatch(/^m\d+ \d+h3v3h-3z$/)
  expect(Object.keys(sheet.areas)).toEqual(['tiny', 'large'])
  expect(mapSheet([])).toEqual({ width: 0, height: 0, areas: {}, borders: '' })
})

test('a name stands inside its area, also in a horseshoe', () => {
  const horseshoe: SheetShape = {
    key: 'u',
    shape: [
      [
        [
          [0, 0],
          [0, 1000],
          [300, 1000],
          [300, 200],
          [700, 200],
          [700, 1000],
          [1000, 1000],
          [1000, 0],
          [0, 0],
        ],
      ],
    ],
  }
  const { x = 0, room } = mapSheet([horseshoe]).areas.u ?? {}
  expect(x < 20 + 0.3 * 1960 || x > 20 + 0.7 * 1960).toBe(true)
  expect(room).toBe(588)
})

test('a point adds to a line as far as the line would be from it', () => {
  expect([...detailOf([0, 1, 2, 3], [0, 5, 5, 10], [0, 4, 0, 0])]).toEqual([Infinity, 4, expect.any(Number), Infinity])
  expect(detailOf([0, 1, 2], [0, 5, 10], [0, 0, 0])[1]).toBe(0)
})
