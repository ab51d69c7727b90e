import type { Tx } from '../../../platform/database/transact.ts'

/** A count per neighbourhood; null where it is not known, or where it is about the whole municipality. */
export type ByNeighbourhood = readonly { readonly neighbourhoodId: string | null; readonly count: number }[]

/** A count for each neighbourhood and theme, of what is not offered apart. */
export type PolicySignalCounts = readonly (ByNeighbourhood[number] & {
  readonly theme: string
  readonly isGap: boolean
})[]

/** What other functions count of their own work in a calendar year. Raw: it leaves here protected. */
export type WorkCounts = {
  /** Cards and other signals that came in. */
  readonly signals: (tx: Tx, year: number) => Promise<ByNeighbourhood>
  /** Signals for policy that were read by a second reader, by theme; `isGap`: about something that is not offered. */
  readonly policySignals: (tx: Tx, year: number) => Promise<PolicySignalCounts>
  /** Rights found worth asking, and checks of rights done. */
  readonly rights: (tx: Tx, year: number) => Promise<{ readonly found: number; readonly checks: number }>
}
