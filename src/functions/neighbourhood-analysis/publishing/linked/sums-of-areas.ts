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

/** Whether all of these areas are among those. */
export const isWithin = (leaves: ReadonlySet<string>, wider: ReadonlySet<string>): boolean =>
  [...leaves].every((leaf) => wider.has(leaf))
