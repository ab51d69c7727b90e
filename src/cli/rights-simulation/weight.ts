/** How many households one stands for, in a sample; null when it is no such number. */
export function positiveWeight(weight: number): number | null {
  return Number.isFinite(weight) && weight > 0 && weight <= 1_000_000 ? weight : null
}
