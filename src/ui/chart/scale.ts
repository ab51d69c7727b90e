import { axisNumbers } from './readable-number.ts'

/** A straight scale over some figures, with the numbers of its axis. */
export type Scale = {
  /** Readable numbers on it, the first at its beginning. */
  readonly numbers: readonly number[]
  /** Where a figure lies, from 0 (the first number) to 1 (the end), to a ten-thousandth. */
  readonly placeOf: (figure: number) => number
}

/** The scale on which all `figures` fit; from zero when amounts are shown as lengths. Without figures from 0 to 1. */
export function scaleOver(figures: readonly number[], { isFromZero = true, steps = 5 } = {}): Scale {
  const all = isFromZero || figures.length === 0 ? [...figures, 0] : figures
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const numbers = axisNumbers(least, most, steps)
  const [first = 0, second = 1, last = 1] = [numbers[0], numbers[1], numbers.at(-1)]
  // A last number far over all figures would leave the picture empty there.
  const isTooFar = numbers.length > 2 && last - most > 0.4 * (second - first)
  const end = isTooFar ? most + 0.02 * (most - first) : last
  return {
    numbers: isTooFar ? numbers.slice(0, -1) : numbers,
    placeOf: (figure) => Math.round(((figure - first) / (end - first)) * 10_000) / 10_000,
  }
}

/** A place from 0 to 1 as SVG writes it: `12.5%`. */
export const percent = (place: number): string => `${Math.round(place * 10_000) / 100}%`

/** Which end of a word stands at a place on a level line, so that it does not stick out at the ends. */
export function anchorAt(place: number): 'start' | 'middle' | 'end' {
  if (place < 0.02) return 'start'
  return place > 0.96 ? 'end' : 'middle'
}

/** All numbers that a picture must have room for: figures, and the limits they lie between. */
export function numbersOf(
  all: readonly { value: unknown; low?: number | undefined; high?: number | undefined }[],
): readonly number[] {
  return all.flatMap(({ value, low, high }) => [value, low, high]).filter((one) => typeof one === 'number')
}
