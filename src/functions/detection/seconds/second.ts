import type { Colleague } from '../../../platform/identity/index.ts'

/** What came of asking somebody as second. */
export type SecondState = 'asked' | 'taken' | 'declined'

/** Somebody under secrecy was asked to take a signal up. */
export type SecondRequest = {
  readonly id: string
  readonly signalId: string
  readonly askedBy: string
  readonly askedOf: string
  readonly askedAt: Date
  readonly state: SecondState
  readonly answeredAt: Date | null
}

/** Who holds secrecy and works where a signal is. */
type Holder = Pick<Colleague, 'userId' | 'role' | 'secrecy' | 'zoneId' | 'neighbourhoods'>

/** Whether `colleague` may be second for a signal: a coordinator of its zone under professional secrecy who covers its place (P6). */
export function mayBeSecond(
  colleague: Holder,
  signal: { readonly zoneId: string; readonly neighbourhoodId: string | null },
): boolean {
  const { role, secrecy, zoneId, neighbourhoods } = colleague
  if (role !== 'coordinator' || secrecy !== 'professionalSecrecy' || zoneId !== signal.zoneId) return false
  return neighbourhoods === 'all' || signal.neighbourhoodId === null || neighbourhoods.includes(signal.neighbourhoodId)
}

/** Whether a second can be asked now: nobody was, or the last one could not. `asked` goes back by asking again. */
export const canAsk = (last: Pick<SecondRequest, 'state'> | undefined): boolean => last?.state !== 'taken'
