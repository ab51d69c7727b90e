import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  may,
  municipalityOf,
  parseForm,
  printPage,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { isIdentifier } from '../findings/asked-finding.ts'
import { neighbourhoodAsked, neighbourhoodErrors, neighbourhoodsToChoose } from '../findings/asked-neighbourhood.ts'
import { asksAboutName, nameErrors } from '../findings/name-check.ts'
import { countsIn } from '../heard/forms.ts'
import { readWalks, writeWalks } from './access.ts'
import { alterWalk, beginWalk, forgetWalk } from './actions.ts'
import { afterChange, walkAsked } from './asked-walk.ts'
import { versionForm, walkChangeForm, walkForm } from './forms.ts'
import { WalkSheet } from './views/walk-sheet.tsx'
import { WalksPage } from './views/walks-page.tsx'
import { WriteWalkPage } from './views/write-walk-page.tsx'
import { walksOf } from './walk-store.ts'

type Needs = { readonly transact: Transact }

/** Walks: listed, noted, changed, and the sheet to walk with. */
export function listedWalkRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/walks', may(readWalks), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const found = await transact(actor, async (tx) => {
      const asked = await neighbourhoodAsked(tx, c)
      const neighbourhoods = await neighbourhoodsToChoose(tx, asked)
      const neighbourhoodId = asked?.id
      return { neighbourhoods, neighbourhoodId, walks: await walksOf(tx, { neighbourhoodId }) }
    })
    const page = <WalksPage t={t} {...found} mayWrite={writeWalks.allows(actor)} />
    return workplacePage(c, { title: t('analysis.walk.title') }, page)
  })

  routes.get('/analysis/walks/sheet', may(readWalks), (c) => {
    const t = c.get('t')
    const back = { href: '/analysis/walks', text: t('analysis.walk.title') }
    const sheet = <WalkSheet t={t} municipality={municipalityOf(c).name} />
    return printPage(c, { title: t('analysis.walk.sheet'), back }, sheet)
  })

  routes.get('/analysis/walks/new', may(writeWalks), (c) => newPage(needs, c, uuidv7(), {}))

  routes.post('/analysis/walks', may(writeWalks), async (c) => {
    const actor = staffOf(c)
    const { today } = c.get('t')
    const form = await parseForm(c, walkForm(today))
    const errors = form.ok ? await wrongIn(needs, c, form.data) : form.errors
    if (!form.ok || errors.length > 0) return newPage(needs, c, String(form.values.id ?? uuidv7()), form.values, errors)
    const { id, walkedOn, neighbourhoodId, route, people, counted } = form.data
    const walkers = { id: uuidv7(), people, counted, groups: countsIn(form.data, today) }
    await beginWalk(needs, actor, { id, walkedOn, neighbourhoodId, route, notedBy: actor.userId }, walkers)
    return c.redirect(`/analysis/walks/${id}`, 303)
  })

  routes.get('/analysis/walks/:id/edit', may(writeWalks), (c) => editPage(needs, c))

  routes.post('/analysis/walks/:id', may(writeWalks), async (c) => {
    const id = c.req.param('id')
    const actor = staffOf(c)
    const form = await parseForm(c, walkChangeForm(c.get('t').today))
    const errors = form.ok ? await wrongIn(needs, c, form.data) : form.errors
    if (!form.ok || errors.length > 0) return editPage(needs, c, form.values, errors)
    const { isNoName: _, ...walk } = form.data
    const changed = isIdentifier(id) ? await alterWalk(needs, actor, { ...walk, id }) : undefined
    return afterChange(c, changed, { message: 'analysis.walk.saved', typed: form.values })
  })

  routes.post('/analysis/walks/:id/removal', may(writeWalks), async (c) => {
    const id = c.req.param('id')
    const form = await parseForm(c, versionForm)
    const isAsked = form.ok && isIdentifier(id)
    const changed = isAsked ? await forgetWalk(needs, staffOf(c), id, form.data.version) : undefined
    return afterChange(c, changed, { message: 'analysis.walk.removed', to: '/analysis/walks' })
  })
}

const wrongIn = (needs: Needs, c: Ctx, data: { readonly isNoName: boolean; readonly neighbourhoodId: string }) =>
  needs.transact(staffOf(c), async (tx) => [
    ...(await nameErrors(tx, data, ['route'])),
    ...(await neighbourhoodErrors(tx, 'neighbourhoodId', [data.neighbourhoodId])),
  ])

async function newPage(needs: Needs, c: Ctx, id: string, values: FormValues, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const neighbourhoods = await needs.transact(staffOf(c), (tx) => neighbourhoodsOf(tx))
  const asks = asksAboutName(errors)
  const form = filledForm(t, values, errors)
  const page = (
    <WriteWalkPage t={t} id={id} form={form} asksAboutName={asks} neighbourhoods={neighbourhoods} changes={undefined} />
  )
  return workplacePage(c, { title: t('analysis.walk.new') }, page, errors ? 422 : 200)
}

async function editPage(needs: Needs, c: Ctx, typed?: FormValues, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const { walk, neighbourhoods } = await needs.transact(staffOf(c), async (tx) => {
    const asked = await walkAsked(tx, c)
    const today = await neighbourhoodsOf(tx)
    const isKnown = today.some(({ id }) => id === asked.neighbourhoodId)
    const own = isKnown ? [] : await neighbourhoodsOf(tx, { ids: [asked.neighbourhoodId] })
    return { walk: asked, neighbourhoods: [...today, ...own] }
  })
  const { id, version, walkedOn, neighbourhoodId, route } = walk
  const form = filledForm(t, typed ?? { walkedOn, neighbourhoodId, route }, errors)
  const changes = { id, version: typeof typed?.version === 'string' ? typed.version : String(version) }
  const asks = asksAboutName(errors)
  const page = (
    <WriteWalkPage t={t} id={id} form={form} asksAboutName={asks} neighbourhoods={neighbourhoods} changes={changes} />
  )
  return workplacePage(c, { title: t('analysis.walk.edit') }, page, errors ? 422 : 200)
}
