import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import type { AnalysisDemo } from '../demo-needs.ts'
import { keepOwnCounts } from './count-anew.ts'

/** Counts what Netegem has, and what its people did last year, which is invented. */
export async function demoOwnCounts(tx: Tx, world: DemoWorld, { neighbourhoods }: AnalysisDemo): Promise<void> {
  const [first, second, third] = neighbourhoods
  const spread = (counts: readonly number[]) =>
    [first, second, third].flatMap((one, k) => (one ? [{ neighbourhoodId: one.id, count: counts[k] ?? 0 }] : []))
  const invented = {
    signals: async () => spread([34, 41, 7]),
    policySignals: async () => [
      ...spread([12, 0, 0]).map((one) => ({ ...one, theme: 'mobility', isGap: true })),
      ...spread([14, 16, 3]).map((one) => ({ ...one, theme: 'housing', isGap: false })),
    ],
    rights: async () => ({ found: 61, checks: 83 }),
  }
  await keepOwnCounts(tx, invented, world.day(0))
}
