/**
 * The number between `least` and `most`, both included, that is easiest to read: 0 when that is possible, then with the fewest
 * digits, a multiple of five before others, then nearest to the middle.
 */
export function readableNumber(least: number, most: number): number {
  if (least <= 0 && most >= 0) return 0
  if (least === most) return least
  const middle = (least + most) / 2
  for (let power = Math.ceil(Math.log10(Math.max(Math.abs(least), Math.abs(most)))); power > -16; power -= 1)
    for (const times of [5, 1]) {
      const nearest = multipleNear(middle, times, power - 1)
      if (nearest >= least && nearest <= most) return nearest
    }
  return middle
}

/** Numbers for an axis over `least` to `most`: at most `count` steps of 1, 2 or 5 times a power of ten that reach over both. */
export function axisNumbers(least: number, most: number, count = 5): readonly number[] {
  if (!(most > least)) return [least, least + (Math.abs(least) || 1)]
  const span = most - least
  const power = Math.floor(Math.log10(span / count))
  const times = [1, 2, 5, 10].find((one) => one * 10 ** power * count >= span * 0.999) ?? 10
  const [first, last] = [
    Math.floor(least / (times * 10 ** power) + 1e-9),
    Math.ceil(most / (times * 10 ** power) - 1e-9),
  ]
  return Array.from({ length: Math.max(last, first + 1) - first + 1 }, (_, step) =>
    inTens((first + step) * times, power),
  )
}

/** A multiple of `times` × 10^`power`, without the dust of binary fractions. */
function multipleNear(number: number, times: number, power: number): number {
  return inTens(Math.round(number / (times * 10 ** power)) * times, power)
}

const inTens = (number: number, power: number): number => Number(`${Math.round(number * 10) / 10}e${power}`)
