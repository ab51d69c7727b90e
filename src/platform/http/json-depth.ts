/** Whether JSON nests deeper than `most`: reading it is one thing, but whoever walks or writes it runs out of stack. */
export function isDeeperThan(most: number, json: unknown): boolean {
  let level: readonly unknown[] = [json]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}
