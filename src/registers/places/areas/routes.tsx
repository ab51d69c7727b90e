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
import { municipalityById } from '../../municipalities/index.ts'
import { importAreas, readPlaces } from '../access.ts'
import { foreseenAreas } from './area-merge-store.ts'
import { keptSources } from './area-source-store.ts'
import { areaFileForm, neighboursForm } from './forms.ts'
import { keepAreas } from './import-areas.ts'
import type { NotKept } from './kept-area.ts'
import { keptAreas, shownAreas } from './kept-area-store.ts'
import { receiveFile } from './receive-file.ts'
import { forgetSent, type SentAreas, sentFile } from './sent-areas-store.ts'
import { foreseenTable, keepTable } from './tables/import-area-tables.ts'
import { keptMemberships } from './tables/membership-store.ts'
import { AreasPage } from './views/areas-page.tsx'
import { SendAreasPage } from './views/send-areas-page.tsx'
import { SentAreasPage } from './views/sent-areas-page.tsx'

type Needs = { readonly transact: Transact; readonly clock: () => Date }

/** Published areas that are kept, and taking files of them over: sent, looked at, confirmed. */
export function areasRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/areas', may(readPlaces), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const page = await transact(actor, (tx) => areasShown(tx, c.req.query('level'), c.req.query('edition')))
    const mayImport = importAreas.allows(actor)
    return workplacePage(c, { title: t('places.areas') }, <AreasPage t={t} {...page} mayImport={mayImport} />)
  })

  routes.get('/areas/new', may(importAreas), (c) => sendPage(c, filledForm(c.get('t'), {})))

  routes.post('/areas/imports', may(importAreas), async (c) => {
    const t = c.get('t')
    const form = await parseForm(c, areaFileForm)
    const { file } = await c.req.parseBody()
    if (!(file instanceof File) || file.size === 0)
      return sendPage(c, filledForm(t, form.values, [errorAt('file', 'places.areas.error.noFile')]), undefined, 422)
    if (!form.ok) return sendPage(c, filledForm(t, form.values, form.errors), undefined, 422)
    const actor = staffOf(c)
    const own = await transact(actor, (tx) => municipalityById(tx.db, actor.municipalityId))
    const answer = await receiveFile(needs, actor, file, own?.nisCode ?? '', form.data)
    if (answer.kind === 'kept') return c.redirect(`/areas/imports/${answer.id}`, 303)
    if (answer.kind === 'not-known')
      return sendPage(c, filledForm(t, form.values, [notKnown(answer.reason)]), undefined, 422)
    const refused = filledForm(t, form.values, [errorAt('file', 'places.areas.error.refused')])
    return sendPage(c, refused, answer.refused, 422)
  })

  routes.get('/areas/imports/:importId', may(importAreas), async (c) => {
    const t = c.get('t')
    const id = c.req.param('importId')
    const page = await transact(staffOf(c), async (tx) => {
      const sent = await waiting(tx, id)
      if (sent.kind === 'areas') return { sent, foreseen: await foreseenAreas(tx, chosen(sent, [])), memberships: [] }
      return { sent, ...(await foreseenTable(tx, sent)) }
    })
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
    if (isIdentifier(id)) await transact(staffOf(c), (tx) => forgetSent(tx, id))
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

async function waiting(tx: Tx, id: string) {
  return (isIdentifier(id) ? await sentFile(tx, id) : undefined) ?? notFound('sent file', id)
}

function sendPage(
  c: Ctx,
  form: FilledForm,
  refused?: FileRefused,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  const t = c.get('t')
  const page = <SendAreasPage t={t} form={form} refused={refused} />
  return workplacePage(c, { title: t('places.areas.import') }, page, status)
}

const errorAt = (field: string, key: string) => ({ field, key, values: {} })

/** The field in which what is not known can be said. */
function notKnown(reason: NotKept) {
  const fields: Readonly<Partial<Record<NotKept, string>>> = {
    'edition-not-stated': 'edition',
    'source-not-stated': 'source',
    'municipality-not-stated': 'saidNisCode',
  }
  return errorAt(fields[reason] ?? 'file', `places.areas.notKept.${reason}`)
}

const isIdentifier = (text: string) => identifier().safeParse(text).success
