import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  conflict,
  leaveFlash,
  may,
  municipalityOf,
  notFound,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { isLanguage, type Language } from '../../../platform/messages/index.ts'
import { exchangeOffer, readOffer } from '../access.ts'
import { exportOffer } from './export-offer.ts'
import { carryOut, planOfferImport, readOfferFile } from './import-offer.ts'
import { forgetSentFile, keepSentFile, sentFile } from './sent-file-store.ts'
import type { Problem } from './source.ts'
import { ImportFormPage } from './views/import-form-page.tsx'
import { ImportPlanPage } from './views/import-plan-page.tsx'

type Needs = { readonly transact: Transact }

/** A file of services taken over: sent, looked at, confirmed. NOTE mounted before `/services/:id`. */
export function offerImportRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/services/export.json', may(readOffer), async (c) => {
    const { name, slug } = municipalityOf(c)
    const offer = await transact(staffOf(c), (tx) => exportOffer(tx, name))
    return c.json(offer, 200, { 'Content-Disposition': `attachment; filename="services-${slug}.json"` })
  })

  routes.get('/services/imports/new', may(exchangeOffer), (c) => formPage(c, 'nl', undefined))

  routes.post('/services/imports', may(exchangeOffer), async (c) => {
    const { file, language: asked } = await c.req.parseBody()
    const language = typeof asked === 'string' && isLanguage(asked) ? asked : 'nl'
    if (!(file instanceof File) || file.size === 0) return formPage(c, language, [])
    const bytes = new Uint8Array(await file.arrayBuffer())
    const id = uuidv7()
    const problems = await transact(staffOf(c), async (tx) => {
      const read = await readOfferFile(tx, bytes, language)
      if (read.kind === 'refused') return read.problems
      const plan = await planOfferImport(tx, read.incoming)
      if (plan.problems.length === 0) await keepSentFile(tx, staffOf(c), id, read)
      return plan.problems
    })
    return problems.length > 0 ? formPage(c, language, problems) : c.redirect(`/services/imports/${id}`, 303)
  })

  routes.get('/services/imports/:importId', may(exchangeOffer), async (c) => {
    const t = c.get('t')
    const id = c.req.param('importId')
    const shown = await transact(staffOf(c), async (tx) => {
      const sent = (await sentFile(tx, id)) ?? notFound('sent file', id)
      return { plan: await planOfferImport(tx, sent.incoming), leftOut: sent.leftOut }
    })
    return workplacePage(c, { title: t('organisations.import.plan') }, <ImportPlanPage t={t} id={id} {...shown} />)
  })

  routes.post('/services/imports/:importId/confirmation', may(exchangeOffer), async (c) => {
    const id = c.req.param('importId')
    await transact(staffOf(c), async (tx) => {
      const sent = (await sentFile(tx, id)) ?? notFound('sent file', id)
      const plan = await planOfferImport(tx, sent.incoming)
      if (plan.problems.length > 0) conflict('an organisation is gone')
      await carryOut(tx, plan, id)
      await forgetSentFile(tx, id)
    })
    leaveFlash(c, 'organisations.import.done')
    return c.redirect('/services', 303)
  })

  routes.post('/services/imports/:importId/withdrawal', may(exchangeOffer), async (c) => {
    await transact(staffOf(c), (tx) => forgetSentFile(tx, c.req.param('importId')))
    leaveFlash(c, 'organisations.import.withdrawn')
    return c.redirect('/services', 303)
  })

  /** `problems`: undefined before anything was sent, empty when there was no file. */
  function formPage(c: Ctx, language: Language, problems: readonly Problem[] | undefined): Response {
    const t = c.get('t')
    const page = <ImportFormPage t={t} language={language} problems={problems} slug={municipalityOf(c).slug} />
    return workplacePage(c, { title: t('organisations.import') }, page, problems ? 422 : 200)
  }
}
