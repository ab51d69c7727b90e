import type { Neighbourhood } from '../../../../registers/places/index.ts'
import type { Report } from '../report.ts'

/** How far the analysis of a neighbourhood is. What is there is told, never in which order it has to come. */
export type NeighbourhoodProgress = {
  readonly neighbourhood: Neighbourhood
  /** The one that residents read now; those of the whole municipality count for every neighbourhood. */
  readonly published: Report | undefined
  /** The one that is being made. */
  readonly draft: Report | undefined
}

/** Finds what stands for a neighbourhood among all reports, newest first. */
export function progressOf(neighbourhood: Neighbourhood, reports: readonly Report[]): NeighbourhoodProgress {
  const about = reports.filter(({ areaIds }) => areaIds.length === 0 || areaIds.includes(neighbourhood.id))
  return {
    neighbourhood,
    published: about.find(({ state }) => state === 'published'),
    draft: about.find(({ state }) => state === 'draft' || state === 'checked'),
  }
}
