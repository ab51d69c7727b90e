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
import { importFigures, readFigures } from '../access.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { readReports } from '../reports/access.ts'
import { catalogueState } from './catalogue-state.ts'
import { definitionsIn } from './figures-in-view.ts'
import { coverageOf, figureSources } from './figures-in-view-store.ts'
import { indicatorTable, profileTable } from './figures-table.ts'
import { indicatorFigures } from './indicator-figures.ts'
import { viewLevels } from './indicator-view.ts'
import { sheetOf } from './map/area-sheet.ts'
import { profileOf } from './profile.ts'
import { CataloguePage } from './views/catalogue-page.tsx'
import { nameIn } from './views/figure-words.ts'
import { IndicatorPage } from './views/indicator-page.tsx'
import { ProfilePage } from './views/profile-page.tsx'
import { wholeNamesOf } from './views/whole-names.ts'

const shows = ['all', 'loaded', 'missing'] as const

/** Figures of neighbourhoods: added up, compared, in pictures. */
export function indicatorRoutes(routes: Routes, { transact }: AnalysisNeeds): void {
  routes.get('/analysis/indicators', may(readFigures), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const state = await transact(actor, async (tx) =>
      catalogueState(await coverageOf(tx), definitionsIn(await figureSources(tx))),
    )
    const filter = { words: c.req.query('words') ?? '', show: oneAmong(shows, c.req.query('show')) ?? 'all' }
    const page = <CataloguePage t={t} {...state} filter={filter} mayImport={importFigures.allows(actor)} />
    return workplacePage(c, { title: t('analysis.indicators') }, page)
  })

  routes.get('/analysis/indicators/:key', may(readFigures), async (c) => {
    const t = c.get('t')
    const { figures, sheet } = await transact(staffOf(c), async (tx) => {
      const found = await figuresAsked(tx, c)
      return { figures: found, sheet: await sheetOf(tx, found) }
    })
    const page = <IndicatorPage t={t} figures={figures} sheet={sheet} wholeNames={wholeNamesOf(t, municipalityOf(c))} />
    return workplacePage(c, { title: nameIn(t, figures.definition) }, page)
  })

  routes.get('/analysis/indicators/:key/figures.csv', may(readFigures), async (c) => {
    const t = c.get('t')
    const figures = await transact(staffOf(c), (tx) => figuresAsked(tx, c))
    return csv(
      c,
      `${figures.definition.key}-${figures.period}`,
      indicatorTable(t, figures, wholeNamesOf(t, municipalityOf(c))),
    )
  })

  routes.get('/analysis/profile/:neighbourhoodId', may(readFigures), async (c) => {
    const t = c.get('t')
    const profile = await profileAsked(c)
    const readsReports = readReports.allows(staffOf(c))
    const page = <ProfilePage {...{ t, profile, readsReports }} wholeNames={wholeNamesOf(t, municipalityOf(c))} />
    return workplacePage(c, { title: profile.neighbourhood.name }, page)
  })

  routes.get('/analysis/profile/:neighbourhoodId/figures.csv', may(readFigures), async (c) => {
    const t = c.get('t')
    const profile = await profileAsked(c)
    return csv(c, 'profile', profileTable(t, profile, wholeNamesOf(t, municipalityOf(c))))
  })

  async function profileAsked(c: Ctx) {
    const id = c.req.param('neighbourhoodId') ?? ''
    const profile = identifier().safeParse(id).success
      ? await transact(staffOf(c), (tx) => profileOf(tx, id))
      : undefined
    return profile ?? notFound('neighbourhood', id)
  }
}

/** The indicator, level, period and publisher of the address. */
async function figuresAsked(tx: Tx, c: Ctx) {
  const key = c.req.param('key') ?? ''
  const asked = {
    level: oneAmong(viewLevels, c.req.query('level')),
    period: c.req.query('period'),
    source: c.req.query('source'),
  }
  return (await indicatorFigures(tx, key, asked)) ?? notFound('indicator', key)
}

const oneAmong = <One extends string>(choices: readonly One[], text: string | undefined): One | undefined =>
  choices.find((one) => one === text)

function csv(c: Ctx, name: string, text: string) {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="${name.replace(/[^A-Za-z0-9-]+/g, '-')}.csv"`)
  return c.body(text)
}
