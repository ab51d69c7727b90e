import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { isIdentifier } from '../findings/asked-finding.ts'
import { asksAboutName, nameErrors } from '../findings/name-check.ts'
import { lookAtPhotos, readWalks, writeWalks } from './access.ts'
import { forgetObservation, observe } from './actions.ts'
import { afterChange, walkAsked } from './asked-walk.ts'
import { observationForm, versionForm } from './forms.ts'
import { photosOf } from './photo-store.ts'
import { WalkPage } from './views/walk-page.tsx'
import { mayLookAsSecond } from './walk.ts'
import { observationsOf } from './walk-store.ts'

type Needs = { readonly transact: Transact }

/** One walk, with what was seen on it. */
export function seenRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/walks/:id', may(readWalks), (c) => walkPage(c, uuidv7(), {}))

  routes.post('/analysis/walks/:id/observations', may(writeWalks), async (c) => {
    const walkId = c.req.param('id')
    const actor = staffOf(c)
    const form = await parseForm(c, observationForm(c.get('t').today))
    const errors = form.ok ? await transact(actor, (tx) => nameErrors(tx, form.data, ['spot', 'seen'])) : form.errors
    if (!form.ok || errors.length > 0) return walkPage(c, String(form.values.id ?? uuidv7()), form.values, errors)
    const { isNoName: _, ...observation } = form.data
    const noted = { ...observation, walkId, notedBy: actor.userId }
    const changed = isIdentifier(walkId) ? await observe(needs, actor, noted) : undefined
    return afterChange(c, changed, { message: 'analysis.walk.observe.saved' })
  })

  routes.post('/analysis/walks/:id/observations/:observationId/removal', may(writeWalks), async (c) => {
    const { id, observationId } = c.req.param()
    const form = await parseForm(c, versionForm)
    const isAsked = form.ok && isIdentifier(id) && isIdentifier(observationId)
    const changed = isAsked
      ? await forgetObservation(needs, staffOf(c), id, observationId, form.data.version)
      : undefined
    return afterChange(c, changed, { message: 'analysis.finding.evidence.removed' })
  })

  async function walkPage(c: Ctx, nextId: string, typed: FormValues, errors?: FormErrors): Promise<Response> {
    const t = c.get('t')
    const actor = staffOf(c)
    const found = await transact(actor, async (tx) => {
      const walk = await walkAsked(tx, c)
      return { walk, observations: await observationsOf(tx, walk.id), photos: await photosOf(tx, walk.id) }
    })
    const isSecond = lookAtPhotos.allows(actor)
    const page = (
      <WalkPage
        t={t}
        {...found}
        mayWrite={writeWalks.allows(actor)}
        mayLook={(photo) => isSecond && mayLookAsSecond(photo, actor.userId)}
        next={{ id: nextId, form: filledForm(t, typed, errors), asksAboutName: asksAboutName(errors) }}
      />
    )
    return workplacePage(c, { title: t('analysis.walk.one') }, page, errors ? 422 : 200)
  }
}
