import type { Neighbourhood } from '../../../../registers/places/index.ts'
import type { Finding } from '../../findings/finding.ts'
import type { Report } from '../report.ts'

/** How far the analysis of a neighbourhood is. What is there is told, never in which order it has to come. */
export type NeighbourhoodProgress = {
  readonly neighbourhood: Neighbourhood
  /** Living findings about it, or about the whole municipality. */
  readonly strengths: number
  readonly needs: number
  /** The one that residents read now; those of the whole municipality count for every neighbourhood. */
  readonly published: Report | undefined
  /** The one that is being made. */
  readonly draft: Report | undefined
}

type Known = {
  /** Newest first. */
  readonly reports: readonly Report[]
  readonly findings: readonly Pick<Finding, 'kind' | 'state' | 'neighbourhoodIds'>[]
}

/** Finds what stands for a neighbourhood among all reports and findings. */
export function progressOf(neighbourhood: Neighbourhood, { reports, findings }: Known): NeighbourhoodProgress {
  const isAbout = (ids: readonly string[]) => ids.length === 0 || ids.includes(neighbourhood.id)
  const about = reports.filter(({ areaIds }) => isAbout(areaIds))
  const living = findings.filter(({ state, neighbourhoodIds }) => state !== 'dropped' && isAbout(neighbourhoodIds))
  const strengths = living.filter(({ kind }) => kind === 'strength').length
  return {
    neighbourhood,
    strengths,
    needs: living.length - strengths,
    published: about.find(({ state }) => state === 'published'),
    draft: about.find(({ state }) => state === 'draft' || state === 'checked'),
  }
}
