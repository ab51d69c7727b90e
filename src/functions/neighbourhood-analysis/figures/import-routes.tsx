import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FilledForm,
  filledForm,
  identifier,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import type { FileRefused } from '../../../platform/published-files/refusal.ts'
import { tablePreviews } from '../../../registers/published-figures/index.ts'
import { importFigures } from '../access.ts'
import { figureFileForm, type StatedAboutFile } from './forms.ts'
import { keepFigures, type NotImported } from './import-figures.ts'
import { mappingRoutes } from './mapping/routes.tsx'
import { keepUnknownFile } from './mapping/unknown-file-store.ts'
import { receiveFile } from './receive-file.ts'
import { forgetSentFigures, sentFigures } from './sent-figures-store.ts'
import { withSentFile } from './sent-file.ts'
import { SendFiguresPage } from './views/send-figures-page.tsx'
import { SentFiguresPage } from './views/sent-figures-page.tsx'

type Needs = { readonly transact: Transact; readonly clock: () => Date }

/** A file of figures taken over: sent, looked at, confirmed. NOTE mounted before `/analysis/figures/:id`. */
export function figuresImportRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  mappingRoutes(routes, needs)

  routes.get('/analysis/figures/new', may(importFigures), (c) => sendPage(c, filledForm(c.get('t'), {})))

  routes.post('/analysis/figures/imports', may(importFigures), async (c) => {
    const t = c.get('t')
    const form = await parseForm(c, figureFileForm)
    const { file } = await c.req.parseBody()
    if (!(file instanceof File) || file.size === 0)
      return sendPage(
        c,
        filledForm(t, form.values, [{ field: 'file', key: 'analysis.error.noFile', values: {} }]),
        undefined,
        422,
      )
    if (!form.ok) return sendPage(c, filledForm(t, form.values, form.errors), undefined, 422)
    const { mapping, ...stated } = form.data
    const answer = await receiveFile(needs, staffOf(c), file, stated, mapping)
    if (answer.kind === 'refused' && answer.refused.code === 'header' && !mapping) {
      const id = await keptUnknown(needs, staffOf(c), file, stated)
      if (id) return c.redirect(`/analysis/figures/unknown/${id}`, 303)
    }
    if (answer.kind === 'kept') return c.redirect(`/analysis/figures/imports/${answer.id}`, 303)
    if (answer.kind === 'not-known')
      return sendPage(c, filledForm(t, form.values, [notKnown(answer.reason)]), undefined, 422)
    const refused = filledForm(t, form.values, [{ field: 'file', key: 'analysis.error.refused', values: {} }])
    return sendPage(c, refused, answer.refused, 422)
  })

  routes.get('/analysis/figures/imports/:importId', may(importFigures), async (c) => {
    const t = c.get('t')
    const id = c.req.param('importId')
    const sent = await transact(staffOf(c), (tx) => waitingFigures(tx, id))
    return workplacePage(c, { title: t('analysis.import.look') }, <SentFiguresPage t={t} id={id} sent={sent} />)
  })

  routes.post('/analysis/figures/imports/:importId/confirmation', may(importFigures), async (c) => {
    const id = c.req.param('importId')
    const kept = await transact(staffOf(c), async (tx) => {
      const done = await keepFigures(tx, await waitingFigures(tx, id))
      await forgetSentFigures(tx, id)
      return done
    })
    leaveFlash(c, 'analysis.import.done')
    return c.redirect(`/analysis/figures/${kept.dataset.id}`, 303)
  })

  routes.post('/analysis/figures/imports/:importId/withdrawal', may(importFigures), async (c) => {
    const id = c.req.param('importId')
    if (isIdentifier(id)) await transact(staffOf(c), (tx) => forgetSentFigures(tx, id))
    leaveFlash(c, 'analysis.import.withdrawn')
    return c.redirect('/analysis/figures', 303)
  })
}

/** Keeps a file of which no table is known, when it has a table of which somebody can say what it holds. */
async function keptUnknown({ transact }: Needs, actor: StaffActor, file: File, stated: StatedAboutFile) {
  const tables = await withSentFile(file, tablePreviews)
  if (tables.length === 0) return undefined
  const id = uuidv7()
  const content = Buffer.from(await file.arrayBuffer())
  const fileName = file.name.replaceAll('\\', '/').split('/').at(-1)?.slice(-200) || 'file'
  await transact(actor, (tx) => keepUnknownFile(tx, actor, id, { fileName, content, stated }))
  return id
}

async function waitingFigures(tx: Tx, id: string) {
  return (isIdentifier(id) ? await sentFigures(tx, id) : undefined) ?? notFound('sent file', id)
}

function sendPage(
  c: Ctx,
  form: FilledForm,
  refused?: FileRefused,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  const t = c.get('t')
  const page = <SendFiguresPage t={t} form={form} refused={refused} />
  return workplacePage(c, { title: t('analysis.import') }, page, status)
}

/** The field in which what is not known can be said. */
function notKnown(reason: NotImported) {
  const fields = { 'period-not-stated': 'period', 'source-not-stated': 'source' } as const
  const field = reason === 'period-not-stated' || reason === 'source-not-stated' ? fields[reason] : 'file'
  return { field, key: `analysis.notImported.${reason}`, values: {} }
}

const isIdentifier = (text: string) => identifier().safeParse(text).success
