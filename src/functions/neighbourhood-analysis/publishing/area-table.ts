/**
 * Published counts of people by area as one table, so that no small one follows from the sums beside it. Publishers give sums of
 * their own, and areas may be missing; what a sum has more than its known areas is counted as one more area that nobody sees.
 */
import { type CountRule, protectTable, shownCells } from '@meernet/statistics'
import { areaKey, isCounted, type RawFigure } from './raw-figure.ts'

/**
 * Which of these figures, counts of one indicator in one period, must be hidden: small ones, and as many others as it takes. Estimates
 * and sums that contradict their areas (fewer people than in them) stand for themselves.
 */
export function hiddenAreas(figures: readonly RawFigure[], rule: CountRule): ReadonlySet<string> {
  const counted = new Map(figures.flatMap((one) => (isCounted(one) ? [[areaKey(one.area), Number(one.value)]] : [])))
  if (counted.size === 0) return new Set()
  const wider = new Map(figures.map((one) => [areaKey(one.area), one.within ?? []]))
  const leavesOf = leavesBySum(wider, [...counted.keys()])
  const table = withRests(counted, leavesOf)
  const answer = protectTable(
    {
      dimensions: [{ id: 'area', categories: table.categories }],
      cells: table.cells,
      views: [{ area: table.categories.map(({ id }) => id).filter((id) => counted.has(id)) }],
    },
    rule,
  )
  const shown = [...shownCells(answer)].map(({ at: [area = ''], shown }) => ({ area, shown }))
  const mustHide =
    answer.exposed.length > 0 ? shown.filter((one) => one.shown !== 0) : shown.filter((one) => one.shown === 'hidden')
  return new Set(mustHide.map(({ area }) => area))
}

type Counts = ReadonlyMap<string, number>

/** For each sum the finest areas in it that are counted, however many levels lie between. `wider`: in what each area lies. */
export function leavesBySum(
  wider: ReadonlyMap<string, readonly string[]>,
  counted: readonly string[],
): Map<string, Set<string>> {
  const isKnown = new Set(counted)
  const all = new Map([...wider.keys()].map((area) => [area, allAbove(area, wider)]))
  const sums = new Set(counted.flatMap((area) => [...(all.get(area) ?? [])]))
  const leavesOf = new Map<string, Set<string>>()
  for (const area of counted) {
    if (sums.has(area)) continue
    for (const sum of all.get(area) ?? []) {
      if (!isKnown.has(sum)) continue
      leavesOf.set(sum, (leavesOf.get(sum) ?? new Set()).add(area))
    }
  }
  return leavesOf
}

function allAbove(area: string, wider: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const above = new Set<string>()
  const waiting = [...(wider.get(area) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (above.has(next) || next === area) continue
    above.add(next)
    waiting.push(...(wider.get(next) ?? []))
  }
  return above
}

/** The table, with what each sum has more than its areas as an area of its own, from the smallest sums to the largest. */
function withRests(counted: Counts, leavesOf: ReadonlyMap<string, ReadonlySet<string>>) {
  const values = new Map(counted)
  const members = new Map([...leavesOf].map(([sum, leaves]) => [sum, new Set(leaves)]))
  const valueIn = (leaves: ReadonlySet<string>) => [...leaves].reduce((sum, leaf) => sum + (values.get(leaf) ?? 0), 0)
  for (const [sum, leaves] of [...members].toSorted(([, one], [, other]) => one.size - other.size)) {
    const rest = (counted.get(sum) ?? 0) - valueIn(leaves)
    if (rest < 0) members.delete(sum)
    if (rest <= 0) continue
    const name = `rest of ${sum}`
    for (const wider of [...members.values()].filter((one) => isWithin(leaves, one))) wider.add(name)
    values.set(name, rest)
  }
  const isSum = (id: string) => members.has(id)
  const leaves = [...values.keys()].filter((id) => !isSum(id))
  const within = new Map<string, string[]>()
  for (const [sum, held] of members) for (const leaf of held) within.set(leaf, [...(within.get(leaf) ?? []), sum])
  return {
    categories: [
      ...leaves.map((id) => ({ id, within: within.get(id) ?? [] })),
      ...[...members.keys()].map((id) => ({ id })),
    ],
    cells: leaves.map((id) => ({ at: [id], value: values.get(id) ?? 0 })),
  }
}

/** Whether all of these areas are among those. */
export const isWithin = (leaves: ReadonlySet<string>, wider: ReadonlySet<string>): boolean =>
  [...leaves].every((leaf) => wider.has(leaf))
