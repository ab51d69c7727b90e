/**
 * Divides sorted figures into at most `most` groups so that the squared distances to the mean of each group are least in all; gives
 * the places where a group begins, the first left out. Equal figures stay together. Sources: W.D. Fisher (1958), G.F. Jenks (1967);
 * worked out exactly by dividing the better half first, as in H. Wang and M. Song, Ckmeans.1d.dp (2011).
 */
export function naturalGroups(figures: readonly number[], most: number): readonly number[] {
  const groups = Math.min(most, new Set(figures).size)
  const spread = spreadOf(figures)
  // cost[i]: of the first i figures in as many groups as so far; from[g][i]: where the last of g + 1 groups begins.
  let cost = Float64Array.from({ length: figures.length + 1 }, (_, end) => spread(0, end))
  const from: Int32Array[] = [new Int32Array(figures.length + 1)]
  for (let group = 1; group < groups; group += 1) {
    const [next, begins] = [new Float64Array(figures.length + 1).fill(Infinity), new Int32Array(figures.length + 1)]
    divide(group + 1, figures.length, group, figures.length, (end, least, greatest) => {
      for (let start = least; start <= Math.min(greatest, end - 1); start += 1) {
        const all = (cost[start] ?? Infinity) + spread(start, end)
        if (all < (next[end] ?? Infinity)) {
          next[end] = all
          begins[end] = start
        }
      }
      return begins[end] ?? least
    })
    cost = next
    from.push(begins)
  }
  const starts: number[] = []
  for (let [group, end] = [groups - 1, figures.length]; group > 0; group -= 1) {
    end = from[group]?.[end] ?? 0
    starts.unshift(end)
  }
  return starts
}

/** Fills in `best` for all ends from `first` to `last`, knowing that a later end never has an earlier beginning. */
function divide(
  first: number,
  last: number,
  least: number,
  greatest: number,
  best: (end: number, least: number, greatest: number) => number,
): void {
  if (first > last) return
  const middle = (first + last) >> 1
  const found = best(middle, least, greatest)
  divide(first, middle - 1, least, found, best)
  divide(middle + 1, last, found, greatest, best)
}

/** Squared distance of the figures from `start` to under `end` to their mean. */
function spreadOf(figures: readonly number[]) {
  const centre = figures[figures.length >> 1] ?? 0
  const [sums, squares] = [new Float64Array(figures.length + 1), new Float64Array(figures.length + 1)]
  figures.forEach((figure, place) => {
    sums[place + 1] = (sums[place] ?? 0) + figure - centre
    squares[place + 1] = (squares[place] ?? 0) + (figure - centre) ** 2
  })
  return (start: number, end: number): number => {
    const sum = (sums[end] ?? 0) - (sums[start] ?? 0)
    return Math.max(0, (squares[end] ?? 0) - (squares[start] ?? 0) - (sum * sum) / (end - start))
  }
}
