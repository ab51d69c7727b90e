import type { Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  identifier,
  may,
  municipalityOf,
  notFound,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { type SentFileNeeds, waitingFiles } from '../../../platform/sent-files/index.ts'
import { importFigures, readFigures } from '../access.ts'
import { indicatorName } from '../catalogue.ts'
import { areaRows, periodsOf } from './dataset.ts'
import { datasetsOf } from './figure-store.ts'
import { figuresSent } from './figures-sent.tsx'
import { figuresImportRoutes } from './import-routes.tsx'
import { figuresToConfirm } from './sent-figures-store.ts'
import { shownAreaFigures } from './shown-dataset.ts'
import { DatasetPage } from './views/dataset-page.tsx'
import { FiguresPage } from './views/figures-page.tsx'

/** More columns than this do not fit on a sheet of paper. */
const periodsShown = 8

/** Published figures about the areas of the municipality, with where they come from. */
export function figuresRoutes(routes: Routes, needs: SentFileNeeds): void {
  const { transact } = needs

  routes.get('/analysis/figures', may(readFigures), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const mayImport = importFigures.allows(actor)
    const { datasets, waiting } = await transact(actor, async (tx) => ({
      datasets: await datasetsOf(tx),
      waiting: mayImport ? await waitingFiles(tx, figuresSent, await figuresToConfirm(tx), needs.clock()) : [],
    }))
    const page = <FiguresPage t={t} datasets={datasets} mayImport={mayImport} waiting={waiting} />
    return workplacePage(c, { title: t('analysis.figures') }, page)
  })

  // Before /analysis/figures/:id, which would take "new" for an identifier.
  figuresImportRoutes(routes, needs)

  routes.get('/analysis/figures/:id', may(readFigures), async (c) => {
    const t = c.get('t')
    const shown = await transact(staffOf(c), (tx) => datasetShown(tx, c))
    const title = indicatorName(shown.indicator.indicator, t.language, shown.indicator.name)
    return workplacePage(c, { title }, <DatasetPage t={t} {...shown} municipalityName={municipalityOf(c).name} />)
  })
}

async function datasetShown(tx: Tx, c: Ctx) {
  const id = c.req.param('id') ?? ''
  const [dataset = notFound('dataset', id)] = identifier().safeParse(id).success ? await datasetsOf(tx, id) : []
  const asked = c.req.query('indicator')
  const indicator =
    dataset.indicators.find((one) => one.indicator === asked) ?? dataset.indicators[0] ?? notFound('indicator', id)
  const figures = await shownAreaFigures(tx, dataset, indicator)
  const periods = periodsOf(figures)
  return {
    dataset,
    indicator,
    rows: areaRows(figures),
    periods: periods.slice(0, periodsShown),
    olderCount: Math.max(0, periods.length - periodsShown),
  }
}
