import { uuidv7 } from 'uuidv7'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { plainName } from '../../../platform/sent-files/index.ts'
import { isIdentifier } from '../findings/asked-finding.ts'
import { importAssets } from './access.ts'
import { chosenTypesForm, pointsForm } from './forms.ts'
import { countsByType, keepPlaces, placesHere } from './import-places.ts'
import { forgetSentPlaces, keepSentPlaces, sentPlaces } from './place-import-store.ts'
import { readPoints } from './points-file.ts'
import { ChoosePlacesPage, SendPointsPage } from './views/import-pages.tsx'

type Needs = { readonly transact: Transact }

/** Places taken over from an extract of OpenStreetMap: sent, chosen from, kept. */
export function placeImportRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/analysis/places/imports/new', may(importAssets), (c) => sendPage(c, { retrievedOn: c.get('t').today }))

  routes.post('/analysis/places/imports', may(importAssets), async (c) => {
    const actor = staffOf(c)
    const form = await parseForm(c, pointsForm(c.get('t').today))
    const { file } = await c.req.parseBody()
    if (!form.ok) return sendPage(c, form.values, form.errors)
    if (!(file instanceof File) || file.size === 0) return sendPage(c, form.values, wrongFile('noFile'))
    const read = readPoints(new Uint8Array(await file.arrayBuffer()))
    if (typeof read === 'string') return sendPage(c, form.values, wrongFile(read))
    const id = uuidv7()
    const sent = await transact(actor, async (tx) => {
      const here = await placesHere(tx, read, { fileName: plainName(file.name), retrievedOn: form.data.retrievedOn })
      if (typeof here !== 'string') await keepSentPlaces(tx, actor, id, here)
      return here
    })
    if (typeof sent === 'string') return sendPage(c, form.values, wrongFile(sent))
    return c.redirect(`/analysis/places/imports/${id}`, 303)
  })

  routes.get('/analysis/places/imports/:importId', may(importAssets), (c) => choosePage(c))

  routes.post('/analysis/places/imports/:importId/confirmation', may(importAssets), async (c) => {
    const actor = staffOf(c)
    const id = c.req.param('importId')
    const form = await parseForm(c, chosenTypesForm)
    if (!form.ok) return choosePage(c, form.values, form.errors)
    await transact(actor, async (tx) =>
      keepPlaces(tx, actor, id, await waitingPlaces(tx, id), form.data.types, c.get('t').today),
    )
    leaveFlash(c, 'analysis.asset.import.done')
    return c.redirect('/analysis/places?type=all', 303)
  })

  routes.post('/analysis/places/imports/:importId/withdrawal', may(importAssets), async (c) => {
    const id = c.req.param('importId')
    if (isIdentifier(id)) await transact(staffOf(c), (tx) => forgetSentPlaces(tx, id))
    leaveFlash(c, 'analysis.import.withdrawn')
    return c.redirect('/analysis/places', 303)
  })

  async function choosePage(c: Ctx, typed?: FormValues, errors?: FormErrors): Promise<Response> {
    const t = c.get('t')
    const id = c.req.param('importId') ?? ''
    const sent = await transact(staffOf(c), (tx) => waitingPlaces(tx, id))
    const values = typed ?? { types: countsByType(sent).map(({ type }) => type) }
    const page = <ChoosePlacesPage t={t} id={id} sent={sent} form={filledForm(t, values, errors)} />
    return workplacePage(c, { title: t('analysis.asset.choose') }, page, errors ? 422 : 200)
  }
}

function sendPage(c: Ctx, values: FormValues, errors?: FormErrors): Response {
  const t = c.get('t')
  const page = <SendPointsPage t={t} form={filledForm(t, values, errors)} />
  return workplacePage(c, { title: t('analysis.asset.import') }, page, errors ? 422 : 200)
}

const wrongFile = (reason: string): FormErrors => [{ field: 'file', key: `analysis.asset.error.${reason}`, values: {} }]

async function waitingPlaces(tx: Tx, id: string) {
  return (isIdentifier(id) ? await sentPlaces(tx, id) : undefined) ?? notFound('sent file', id)
}
