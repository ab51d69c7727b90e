import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../../platform/database/transact.ts'
import {
  identifier,
  may,
  type NavigationEntry,
  notFound,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { neighbourhoodsOf } from '../../../../registers/places/index.ts'
import { importFigures } from '../../access.ts'
import { datasetsOf } from '../../figures/figure-store.ts'
import { readFindings } from '../../findings/access.ts'
import { findingsOf } from '../../findings/finding-store.ts'
import { heardSummary } from '../../heard/heard-summary.ts'
import { profileOf } from '../../indicators/profile.ts'
import type { AnalysisNeeds } from '../../needs.ts'
import { readAnalysis, readReports, writeReports } from '../access.ts'
import { reportsOf } from '../report-store.ts'
import { analysisParts } from './analysis-parts.ts'
import { HubPage } from './hub-page.tsx'
import { NeighbourhoodPage } from './neighbourhood-page.tsx'
import { progressOf } from './neighbourhood-progress.ts'

export const analysisHubNavigation: readonly NavigationEntry[] = [
  { href: '/analysis', label: 'analysis.hub', icon: 'map', rule: readAnalysis },
]

/** The way in: every neighbourhood with how far its analysis is, and all parts of the analysis. */
export function hubRoutes(routes: Routes, { transact }: Pick<AnalysisNeeds, 'transact'>): void {
  routes.get('/analysis', may(readAnalysis), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const found = await transact(actor, async (tx) => ({
      neighbourhoods: await neighbourhoodsOf(tx),
      datasets: await datasetsOf(tx),
      reports: readReports.allows(actor) ? await reportsOf(tx) : [],
      findings: readFindings.allows(actor) ? await findingsOf(tx) : [],
    }))
    const page = (
      <HubPage
        t={t}
        datasets={found.datasets}
        rows={found.neighbourhoods.map((area) => progressOf(area, found))}
        parts={analysisParts.filter(({ rule }) => rule.allows(actor))}
        mayImport={importFigures.allows(actor)}
        mayWrite={writeReports.allows(actor)}
        readsReports={readReports.allows(actor)}
      />
    )
    return workplacePage(c, { title: t('analysis.hub') }, page)
  })

  routes.get('/analysis/neighbourhoods/:id', may(readReports), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const id = c.req.param('id')
    if (!identifier().safeParse(id).success) notFound('neighbourhood', id)
    const shown = await transact(actor, (tx) => neighbourhoodShown(tx, id, t.today))
    const page = <NeighbourhoodPage t={t} {...shown} mayWrite={writeReports.allows(actor)} />
    return workplacePage(c, { title: shown.progress.neighbourhood.name }, page)
  })
}

async function neighbourhoodShown(tx: Tx, id: string, today: IsoDate) {
  const [neighbourhood = notFound('neighbourhood', id)] = await neighbourhoodsOf(tx, { ids: [id] })
  const reports = await reportsOf(tx)
  const findings = await findingsOf(tx, { neighbourhoodId: id })
  return {
    progress: progressOf(neighbourhood, { reports, findings }),
    figureCount: (await profileOf(tx, id))?.lines.length ?? 0,
    heard: await heardSummary(tx, { neighbourhoodId: id, year: Number(today.slice(0, 4)), today }),
    reports: reports.filter(({ areaIds }) => areaIds.length === 0 || areaIds.includes(id)),
  }
}
