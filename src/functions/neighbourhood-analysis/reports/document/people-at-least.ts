import { bandOf } from '@meernet/statistics'

/**
 * How many took part, as readers may know it (P13): the highest limit that was reached, from ten on; nothing for fewer, so that
 * "few" and "none" look the same.
 */
export function peopleAtLeast(count: number): number | undefined {
  const band = bandOf(count, limits)
  return band.kind === 'atLeast' ? band.limit : undefined
}

const limits: readonly [number, ...number[]] = [10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 1000]
