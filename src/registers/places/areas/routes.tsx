import type { Tx } from '../../../platform/database/transact.ts'
import {
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { type SentFileNeeds, sentFileRoutes, waitingFiles } from '../../../platform/sent-files/index.ts'
import { importAreas, readPlaces } from '../access.ts'
import { keptSources } from './area-source-store.ts'
import { areasSent } from './areas-sent.tsx'
import { chosenAreas } from './chosen-areas.ts'
import { neighboursForm } from './forms.ts'
import { keepAreas } from './import-areas.ts'
import { keptAreas, shownAreas } from './kept-area-store.ts'
import { areasToConfirm, forgetSent, sentFile } from './sent-areas-store.ts'
import { keepTable } from './tables/import-area-tables.ts'
import { keptMemberships } from './tables/membership-store.ts'
import { AreasPage } from './views/areas-page.tsx'

/** Where files of areas are sent to; large ones too. */
export const areasSentTo = `${areasSent.home}/imports`

/** Published areas that are kept, and taking files of them over: sent, looked at, confirmed. */
export function areasRoutes(routes: Routes, needs: SentFileNeeds): void {
  const { transact, clock } = needs

  sentFileRoutes(routes, needs, areasSent)

  routes.get('/areas', may(readPlaces), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const mayImport = importAreas.allows(actor)
    const page = await transact(actor, async (tx) => ({
      ...(await areasShown(tx, c.req.query('level'), c.req.query('edition'))),
      waiting: mayImport ? await waitingFiles(tx, areasSent, await areasToConfirm(tx), clock()) : [],
    }))
    return workplacePage(c, { title: t('places.areas') }, <AreasPage t={t} {...page} mayImport={mayImport} />)
  })

  routes.post('/areas/imports/:importId/confirmation', may(importAreas), async (c) => {
    const id = c.req.param('importId')
    const form = await parseForm(c, neighboursForm)
    const neighbours = form.ok ? form.data.neighbours : []
    await transact(staffOf(c), async (tx) => {
      const sent = (await sentFile(tx, id)) ?? notFound('sent file', id)
      if (sent.kind === 'areas') await keepAreas(tx, { source: sent.source, areas: chosenAreas(sent, neighbours) })
      else await keepTable(tx, sent)
      await forgetSent(tx, id)
    })
    leaveFlash(c, 'places.areas.done')
    return c.redirect('/areas', 303)
  })
}

async function areasShown(tx: Tx, level: string | undefined, edition: string | undefined) {
  const kept = await keptAreas(tx)
  const asked = kept.find((one) => one.level === level && one.edition === edition)
  const of = asked ?? kept.find(({ withShape }) => withShape > 0) ?? kept[0]
  return {
    kept,
    shown: of && { of, areas: await shownAreas(tx, of) },
    memberships: await keptMemberships(tx),
    sources: await keptSources(tx),
  }
}
