import type { Status } from '../check/outcome.ts'
import type { Kernel } from './kernel.ts'
import { staleBit, statusCode } from './layout.ts'
import { bytesIn, centsIn, type Memory } from './memory.ts'

/**
 * The outcomes of a population, right by right: for rights of households and dwellings one a household, for rights of persons
 * and children one a person. A status is a `statusCode` with the `staleBit`. Amounts are cents, −1 for the highest where
 * nobody can say, never above `mostCents`; they mean something only where the status is possible or likely, and are not
 * touched elsewhere.
 */
export type Outcomes = {
  readonly status: readonly Uint8Array[]
  readonly amountLow: readonly Int32Array[]
  readonly amountHigh: readonly Int32Array[]
}

/** Room for the outcomes of so many. Rights without an amount get none for it. */
export function outcomesFor(kernel: Kernel, households: number, persons: number, memory: Memory = 'own'): Outcomes {
  const lengthOf = ({ level }: Kernel['rights'][number]) => (level === 'household' ? households : persons)
  const amounts = () => kernel.rights.map((right) => centsIn(memory, right.per === null ? 0 : lengthOf(right)))
  return {
    status: kernel.rights.map((right) => bytesIn(memory, lengthOf(right))),
    amountLow: amounts(),
    amountHigh: amounts(),
  }
}

/** One outcome, as a check of one household says it, euros; null where there is none. */
export type ReadOutcome = {
  readonly status: Status
  readonly stale: boolean
  readonly amount: { readonly min: number; readonly max: number | null } | null
}

/** The outcome of a right, by its place in the kernel, for the person or household at `place`. */
export function outcomeAt(kernel: Kernel, outcomes: Outcomes, right: number, place: number): ReadOutcome | null {
  const byte = outcomes.status[right]?.[place] ?? statusCode.none
  const status = statuses[byte & ~staleBit]
  if (!status) return null
  const isOpen = status === 'possible' || status === 'likely'
  const [low, high] = [outcomes.amountLow[right]?.[place] ?? 0, outcomes.amountHigh[right]?.[place] ?? 0]
  const amount = kernel.rights[right]?.per && isOpen ? { min: low / 100, max: high === -1 ? null : high / 100 } : null
  return { status, stale: (byte & staleBit) !== 0, amount }
}

const statuses: readonly (Status | null)[] = [null, 'not_applicable', 'unlikely', 'possible', 'likely', 'already']
