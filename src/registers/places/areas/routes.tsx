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
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import type { Refusal } from '../../../platform/published-files/refusal.ts'
import {
  fileError,
  forgetSentFile,
  type SentFileSettings,
  standingOf,
  type WaitingFile,
  withReceivedForm,
} from '../../../platform/sent-files/index.ts'
import { importAreas, readPlaces } from '../access.ts'
import { foreseenAreas } from './area-merge-store.ts'
import { keptSources } from './area-source-store.ts'
import { sentAreasFile, sentAreasFiles } from './asked-of-areas.ts'
import { areaFileForm, neighboursForm } from './forms.ts'
import { keepAreas } from './import-areas.ts'
import { keptAreas, shownAreas } from './kept-area-store.ts'
import { errorAt, notKept } from './not-kept.ts'
import { readingPage, readingRoutes } from './reading-routes.tsx'
import { receiveFile } from './receive-file.ts'
import { areasToConfirm, forgetSent, type SentAreas, sentFile } from './sent-areas-store.ts'
import { foreseenTable, keepTable } from './tables/import-area-tables.ts'
import { keptMemberships } from './tables/membership-store.ts'
import { AreasPage } from './views/areas-page.tsx'
import { SendAreasPage } from './views/send-areas-page.tsx'
import { SentAreasPage } from './views/sent-areas-page.tsx'

type Needs = { readonly transact: Transact; readonly clock: () => Date; readonly sentFiles: SentFileSettings }

/** Where files of areas are sent to; large ones too. */
export const areasSentTo = '/areas/imports'
const importCommand = 'meernet import areas'

/** Published areas that are kept, and taking files of them over: sent, looked at, confirmed. */
export function areasRoutes(routes: Routes, needs: Needs): void {
  const { transact, sentFiles } = needs

  readingRoutes(routes, needs)

  routes.get('/areas', may(readPlaces), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const mayImport = importAreas.allows(actor)
    const page = await transact(actor, async (tx) => ({
      ...(await areasShown(tx, c.req.query('level'), c.req.query('edition'))),
      waiting: mayImport ? await waitingFiles(tx, needs.clock()) : [],
    }))
    return workplacePage(c, { title: t('places.areas') }, <AreasPage t={t} {...page} mayImport={mayImport} />)
  })

  routes.get('/areas/new', may(importAreas), (c) => sendPage(c, needs, filledForm(c.get('t'), {})))

  routes.post(areasSentTo, may(importAreas), (c) =>
    withReceivedForm(c, sentFiles, async ({ values, file }) => {
      const t = c.get('t')
      const form = checkForm(values, areaFileForm)
      const again = (error: FormError, refused?: Refusal) =>
        sendPage(c, needs, filledForm(t, values, [error]), refused, 422)
      if (file.kind === 'none') return again(errorAt('file', 'places.areas.error.noFile'))
      if (file.kind !== 'received') return again(fileError(t, file.kind, sentFiles, importCommand))
      if (!form.ok) return sendPage(c, needs, filledForm(t, values, form.errors), undefined, 422)
      const answer = await receiveFile(needs, staffOf(c), file, form.data)
      if (answer.kind === 'kept') return c.redirect(`/areas/imports/${answer.id}`, 303)
      if (answer.kind === 'not-known') return again(notKept(answer.reason))
      if (answer.kind === 'no-room') return again(fileError(t, answer.reason, sentFiles, importCommand))
      return again(errorAt('file', 'places.areas.error.refused'), answer.refused)
    }),
  )

  routes.get('/areas/imports/:importId', may(importAreas), async (c) => {
    const t = c.get('t')
    const id = c.req.param('importId')
    const { page, file } = await transact(staffOf(c), (tx) => importShown(tx, id))
    if (file) return readingPage(c, file, needs.clock())
    return workplacePage(c, { title: t('places.areas.look') }, <SentAreasPage t={t} id={id} {...page} />)
  })

  routes.post('/areas/imports/:importId/confirmation', may(importAreas), async (c) => {
    const id = c.req.param('importId')
    const form = await parseForm(c, neighboursForm)
    const neighbours = form.ok ? form.data.neighbours : []
    await transact(staffOf(c), async (tx) => {
      const sent = await waiting(tx, id)
      if (sent.kind === 'areas') await keepAreas(tx, { source: sent.source, areas: chosen(sent, neighbours) })
      else await keepTable(tx, sent)
      await forgetSent(tx, id)
    })
    leaveFlash(c, 'places.areas.done')
    return c.redirect('/areas', 303)
  })

  routes.post('/areas/imports/:importId/withdrawal', may(importAreas), async (c) => {
    const id = c.req.param('importId')
    if (isIdentifier(id))
      await transact(staffOf(c), async (tx) => {
        await forgetSent(tx, id)
        await forgetSentFile(tx, id)
      })
    leaveFlash(c, 'places.areas.withdrawn')
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

/** One's own areas, and those of the neighbouring municipalities that were ticked. */
const chosen = ({ areas, nisCodes }: SentAreas, neighbours: readonly string[]) =>
  areas.filter(({ nisCode }) => nisCodes.includes(nisCode) || neighbours.includes(nisCode))

/** A file that waits for a yes with what keeping it would do, or one that is still to be read. */
async function importShown(tx: Tx, id: string) {
  const file = isIdentifier(id) ? await sentAreasFile(tx, id) : undefined
  if (file) return { file }
  const sent = await waiting(tx, id)
  if (sent.kind === 'table') return { page: { sent, ...(await foreseenTable(tx, sent)) } }
  return { page: { sent, foreseen: await foreseenAreas(tx, chosen(sent, [])), memberships: [] } }
}

async function waitingFiles(tx: Tx, now: Date): Promise<readonly WaitingFile[]> {
  const href = (id: string) => `/areas/imports/${id}`
  const toConfirm = await areasToConfirm(tx)
  const sent = await sentAreasFiles(tx)
  return [
    ...toConfirm.map(({ id, ...file }) => ({ ...file, href: href(id), standing: 'ready' as const })),
    ...sent.map((file) => ({ ...file, href: href(file.id), standing: standingOf(file, now) })),
  ]
}

async function waiting(tx: Tx, id: string) {
  return (isIdentifier(id) ? await sentFile(tx, id) : undefined) ?? notFound('sent file', id)
}

function sendPage(
  c: Ctx,
  { sentFiles }: Needs,
  form: FilledForm,
  refused?: Refusal,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  const t = c.get('t')
  const page = <SendAreasPage t={t} form={form} refused={refused} settings={sentFiles} />
  return workplacePage(c, { title: t('places.areas.import') }, page, status)
}

const isIdentifier = (text: string) => identifier().safeParse(text).success
