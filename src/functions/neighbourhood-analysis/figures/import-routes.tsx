import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  checkForm,
  type FilledForm,
  type FormError,
  filledForm,
  identifier,
  leaveFlash,
  may,
  notFound,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import type { Refusal } from '../../../platform/published-files/refusal.ts'
import {
  fileError,
  forgetSentFile,
  type SentFileSettings,
  withReceivedForm,
} from '../../../platform/sent-files/index.ts'
import { importFigures } from '../access.ts'
import { isToBeExplained, sentFiguresFile } from './asked-of-figures.ts'
import { figureFileForm } from './forms.ts'
import { keepFigures } from './import-figures.ts'
import { mappingRoutes } from './mapping/routes.tsx'
import { errorAt, notKnown } from './not-known.ts'
import { readingPage, readingRoutes } from './reading-routes.tsx'
import { receiveFile } from './receive-file.ts'
import { forgetSentFigures, sentFigures } from './sent-figures-store.ts'
import { SendFiguresPage } from './views/send-figures-page.tsx'
import { SentFiguresPage } from './views/sent-figures-page.tsx'

type Needs = { readonly transact: Transact; readonly clock: () => Date; readonly sentFiles: SentFileSettings }

/** Where files of figures are sent to; large ones too. */
export const figuresSentTo = '/analysis/figures/imports'
const importCommand = 'meernet import indicators'

/** A file of figures taken over: sent, looked at, confirmed. NOTE mounted before `/analysis/figures/:id`. */
export function figuresImportRoutes(routes: Routes, needs: Needs): void {
  const { transact, sentFiles } = needs

  mappingRoutes(routes, needs)
  readingRoutes(routes, needs)

  routes.get('/analysis/figures/new', may(importFigures), (c) => sendPage(c, needs, filledForm(c.get('t'), {})))

  routes.post(figuresSentTo, may(importFigures), (c) =>
    withReceivedForm(c, sentFiles, async ({ values, file }) => {
      const t = c.get('t')
      const form = checkForm(values, figureFileForm)
      const again = (error: FormError, refused?: Refusal) =>
        sendPage(c, needs, filledForm(t, values, [error]), refused, 422)
      if (file.kind === 'none') return again(errorAt('file', 'analysis.error.noFile'))
      if (file.kind !== 'received') return again(fileError(t, file.kind, sentFiles, importCommand))
      if (!form.ok) return sendPage(c, needs, filledForm(t, values, form.errors), undefined, 422)
      const { mapping, ...stated } = form.data
      const answer = await receiveFile(needs, staffOf(c), file, { stated, mapping })
      switch (answer.kind) {
        case 'kept':
          return c.redirect(`/analysis/figures/imports/${answer.id}`, 303)
        case 'unknown':
          return c.redirect(`/analysis/figures/unknown/${answer.id}`, 303)
        case 'not-known':
          return again(notKnown(answer.reason))
        case 'no-room':
          return again(fileError(t, answer.reason, sentFiles, importCommand))
        case 'refused':
          return again(errorAt('file', 'analysis.error.refused'), answer.refused)
      }
    }),
  )

  routes.get('/analysis/figures/imports/:importId', may(importFigures), async (c) => {
    const t = c.get('t')
    const id = importAsked(c)
    const { figures, file } = await transact(staffOf(c), async (tx) => ({
      figures: await sentFigures(tx, id),
      file: await sentFiguresFile(tx, id),
    }))
    if (figures)
      return workplacePage(c, { title: t('analysis.import.look') }, <SentFiguresPage t={t} id={id} sent={figures} />)
    if (!file) return notFound('sent file', id)
    if (isToBeExplained(file)) return c.redirect(`/analysis/figures/unknown/${id}`, 303)
    return readingPage(c, file, needs.clock())
  })

  routes.post('/analysis/figures/imports/:importId/confirmation', may(importFigures), async (c) => {
    const id = importAsked(c)
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
    if (isIdentifier(id))
      await transact(staffOf(c), async (tx) => {
        await forgetSentFigures(tx, id)
        await forgetSentFile(tx, id)
      })
    leaveFlash(c, 'analysis.import.withdrawn')
    return c.redirect('/analysis/figures', 303)
  })
}

async function waitingFigures(tx: Tx, id: string) {
  return (await sentFigures(tx, id)) ?? notFound('sent file', id)
}

function importAsked(c: Ctx): string {
  const id = c.req.param('importId') ?? ''
  return isIdentifier(id) ? id : notFound('sent file', id)
}

function sendPage(
  c: Ctx,
  { sentFiles }: Needs,
  form: FilledForm,
  refused?: Refusal,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  const t = c.get('t')
  const page = <SendFiguresPage t={t} form={form} refused={refused} settings={sentFiles} />
  return workplacePage(c, { title: t('analysis.import') }, page, status)
}

const isIdentifier = (text: string) => identifier().safeParse(text).success
