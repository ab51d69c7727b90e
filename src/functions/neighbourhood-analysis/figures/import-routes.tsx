import { leaveFlash, may, notFound, type Routes, staffOf } from '../../../platform/http/index.ts'
import { type SentFileNeeds, sentFileRoutes } from '../../../platform/sent-files/index.ts'
import { importFigures } from '../access.ts'
import { figuresSent } from './figures-sent.tsx'
import { keepFigures } from './import-figures.ts'
import { mappingRoutes } from './mapping/routes.tsx'
import { forgetSentFigures, sentFigures } from './sent-figures-store.ts'

/** Where files of figures are sent to; large ones too. */
export const figuresSentTo = `${figuresSent.home}/imports`

/** A file of figures taken over: sent, looked at, confirmed. NOTE mounted before `/analysis/figures/:id`. */
export function figuresImportRoutes(routes: Routes, needs: SentFileNeeds): void {
  mappingRoutes(routes, needs)
  sentFileRoutes(routes, needs, figuresSent)

  routes.post('/analysis/figures/imports/:importId/confirmation', may(importFigures), async (c) => {
    const id = c.req.param('importId')
    const kept = await needs.transact(staffOf(c), async (tx) => {
      const done = await keepFigures(tx, (await sentFigures(tx, id)) ?? notFound('sent file', id))
      await forgetSentFigures(tx, id)
      return done
    })
    leaveFlash(c, 'analysis.import.done')
    return c.redirect(`/analysis/figures/${kept.dataset.id}`, 303)
  })
}
