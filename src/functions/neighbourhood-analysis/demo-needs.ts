import type { DemoNeighbourhood } from '../../registers/places/index.ts'

/** Somebody of Netegem who worked on its analysis. */
type DemoMember = { readonly userId: string }

/** What the analysis of Netegem is made with. */
export type AnalysisDemo = {
  /** Molenwijk, Stationsbuurt and Heide. */
  readonly neighbourhoods: readonly DemoNeighbourhood[]
  readonly staff: { readonly coordinator: DemoMember; readonly communityWorker: DemoMember }
}
