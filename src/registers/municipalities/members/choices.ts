import type { Colleague } from '../../../platform/identity/index.ts'
import type { DataZone } from '../municipality-store.ts'

/** A neighbourhood one can be limited to. */
export type NeighbourhoodChoice = { readonly id: string; readonly name: string }

/** What there is to choose from for a membership in this municipality. */
export type Choices = {
  readonly zones: readonly DataZone[]
  readonly neighbourhoods: readonly NeighbourhoodChoice[]
  /** Coordinators under professional secrecy: who can be second for one without it. */
  readonly secrecyCoordinators: readonly Pick<Colleague, 'userId' | 'name' | 'zoneId'>[]
}
