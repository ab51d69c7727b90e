/** Numbers and days that were answered, put into a few bands, so that an odd one does not stand by itself. */
export type Bands = {
  readonly names: readonly string[]
  /** The band of an answer; nothing for no answer. */
  nameOf(answer: string | readonly string[] | undefined): string | undefined
}

const mostBands = 6

/**
 * Bands of equal, round width. The lowest and highest are open and begin where one in twenty answers is left out, so that their limits
 * tell of nobody: `< 20`, `20–29`, `30–39`, `≥ 40`. Days and times by year and by hour.
 */
export function bandsOf(answers: readonly (string | readonly string[])[], kind: string): Bands {
  const asNumber = (answer: string | readonly string[] | undefined) =>
    typeof answer !== 'string' || answer === '' ? Number.NaN : numberOf(answer, kind)
  const numbers = answers
    .map(asNumber)
    .filter(Number.isFinite)
    .toSorted((one, other) => one - other)
  if (numbers.length === 0) return { names: [], nameOf: () => undefined }
  const at = (share: number) => numbers[Math.min(numbers.length - 1, Math.floor(share * numbers.length))] ?? 0
  const [low, high] = [at(0.05), at(0.95)]
  const width = roundWidth((high - low) / (mostBands - 2) || 1)
  const first = Math.floor(low / width) * width + width
  const limits: number[] = []
  for (let limit = first; limit <= high && limits.length < mostBands - 1; limit += width) limits.push(limit)
  if (limits.length === 0) limits.push(first)
  const names = [`< ${limits[0]}`, ...limits.map((limit, place) => bandName(limit, limits[place + 1]))]
  return {
    names,
    nameOf: (answer) => {
      const number = asNumber(answer)
      if (!Number.isFinite(number)) return undefined
      return names[limits.findLastIndex((limit) => number >= limit) + 1]
    },
  }
}

const bandName = (from: number, to: number | undefined) => (to === undefined ? `≥ ${from}` : `${from} – < ${to}`)

function numberOf(answer: string, kind: string): number {
  if (kind === 'date') return Number(answer.slice(0, 4))
  return kind === 'time' ? Number(answer.slice(0, 2)) : Number(answer)
}

/** The next of 1, 2, 5, 10, 20, 50 …; never less than 1. */
function roundWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return [1, 2, 5, 10].map((step) => step * power).find((width) => width >= least) ?? 10 * power
}
