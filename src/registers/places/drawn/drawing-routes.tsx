import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  conflict,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  staffOf,
} from '../../../platform/http/index.ts'
import { composePlaces } from '../access.ts'
import { drawNeighbourhood } from '../actions.ts'
import { bordersForm, drawingForm } from '../forms.ts'
import { ownAsked } from '../neighbourhood-asked.ts'
import type { Neighbourhood } from '../place.ts'
import { drawingPage, outcomeOf } from './drawing-page.tsx'

type Needs = { readonly transact: Transact }

/** Drawing neighbourhoods and changing their borders. NOTE mounted before `/places/:id`. */
export function drawingRoutes(routes: Routes, needs: Needs): void {
  routes.get('/places/drawn/new', may(composePlaces), (c) => drawingPage(c, needs, { id: uuidv7() }))

  routes.post('/places/drawn', may(composePlaces), (c) => save(c, needs))

  // Asked by the island while somebody draws; it changes nothing.
  routes.post('/places/drawn/outcome', may(composePlaces), async (c) => {
    const form = await parseForm(c, bordersForm)
    const corners = form.ok ? (form.data.corners ?? '') : ''
    return c.json(await needs.transact(staffOf(c), (tx) => outcomeOf(tx, c.get('t'), corners)))
  })

  routes.post('/places/:id/border', may(composePlaces), async (c) =>
    save(c, needs, await ownAsked(c, needs.transact, 'drawn')),
  )
}

async function save(c: Ctx, needs: Needs, existing?: Neighbourhood): Promise<Response> {
  const form = await parseForm(c, drawingForm)
  if (form.values.look) return drawingPage(c, needs, form.values, existing)
  if (!form.ok) return drawingPage(c, needs, form.values, existing, form.errors)
  if (existing && form.data.version === undefined) conflict('form without version')
  const saved = await drawNeighbourhood(needs, staffOf(c), { ...form.data, id: existing?.id ?? form.data.id })
  if (saved.kind === 'changed') {
    const id = existing?.id ?? form.data.id
    changedMeanwhile({ subject: { type: 'neighbourhood', id }, now: `/places/${id}`, typed: form.values })
  }
  if (saved.kind === 'refused')
    return drawingPage(c, needs, form.values, existing, [{ field: saved.field, key: saved.reason, values: {} }])
  leaveFlash(c, 'places.saved')
  return c.redirect(`/places/${saved.id}`, 303)
}
