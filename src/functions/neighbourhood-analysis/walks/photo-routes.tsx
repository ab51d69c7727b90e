import { uuidv7 } from 'uuidv7'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { type CleanPicture, cleanPicture, type PictureType } from '../../../platform/pictures/index.ts'
import { isIdentifier } from '../findings/asked-finding.ts'
import { asksAboutName, nameErrors } from '../findings/name-check.ts'
import { lookAtPhotos, readWalks, writeWalks } from './access.ts'
import { forgetPhoto, keepPhoto, lookAsSecond } from './actions.ts'
import { afterChange, walkAsked } from './asked-walk.ts'
import { mostPhotoBytes, mostPhotos, photoForm, versionForm } from './forms.ts'
import { photosOf, pictureOf } from './photo-store.ts'
import { PhotoPage } from './views/photo-page.tsx'

type Needs = { readonly transact: Transact }

/** Photos of places: sent, cleaned before they are kept, looked at by a second, taken away. */
export function photoRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/walks/:id/photos/new', may(writeWalks), (c) => photoPage(c, uuidv7(), {}))

  // The address ends in `imports`, which is how files of some weight are let in.
  routes.post('/analysis/walks/:id/photos/imports', may(writeWalks), async (c) => {
    const actor = staffOf(c)
    const form = await parseForm(c, photoForm)
    const { picture: sent } = await c.req.parseBody()
    const picture = await cleaned(sent)
    const { walk, errors } = await transact(actor, async (tx) => {
      const asked = await walkAsked(tx, c)
      const isFull = (await photosOf(tx, asked.id)).length >= mostPhotos
      const named = form.ok ? await nameErrors(tx, form.data, ['description']) : form.errors
      return { walk: asked, errors: [...wrongPicture(isFull ? 'tooMany' : picture), ...named] }
    })
    if (!form.ok || typeof picture === 'string' || errors.length > 0)
      return photoPage(c, String(form.values.id ?? uuidv7()), form.values, errors)
    const { id, description } = form.data
    const addedOn = c.get('t').today
    await keepPhoto(needs, actor, { id, walkId: walk.id, description, picture, addedBy: actor.userId, addedOn })
    return afterChange(c, 'done', { message: 'analysis.walk.photo.saved' })
  })

  routes.get('/analysis/walks/:id/photos/:photoId', may(readWalks), async (c) => {
    const { id, photoId } = c.req.param()
    const isAsked = isIdentifier(id) && isIdentifier(photoId)
    const picture = isAsked ? await transact(staffOf(c), (tx) => pictureOf(tx, id, photoId)) : undefined
    const { bytes, mediaType } = picture ?? notFound('photo', photoId)
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': mediaType,
      'Content-Disposition': `inline; filename="${photoId}.${endings[mediaType]}"`,
    })
  })

  routes.post('/analysis/walks/:id/photos/:photoId/look', may(lookAtPhotos), async (c) => {
    const asked = await photoAsked(c)
    const changed = asked && (await lookAsSecond(needs, staffOf(c), asked, c.get('t').today))
    return afterChange(c, changed, { message: 'analysis.walk.photo.look.saved' })
  })

  routes.post('/analysis/walks/:id/photos/:photoId/removal', may(writeWalks), async (c) => {
    const asked = await photoAsked(c)
    const changed = asked && (await forgetPhoto(needs, staffOf(c), asked))
    return afterChange(c, changed, { message: 'analysis.finding.evidence.removed' })
  })

  async function photoPage(c: Ctx, id: string, typed: FormValues, errors?: FormErrors): Promise<Response> {
    const t = c.get('t')
    const walk = await transact(staffOf(c), (tx) => walkAsked(tx, c))
    const form = filledForm(t, typed, errors)
    const page = <PhotoPage t={t} walk={walk} id={id} form={form} asksAboutName={asksAboutName(errors)} />
    return workplacePage(c, { title: t('analysis.walk.photo.new') }, page, errors ? 422 : 200)
  }
}

const endings: Readonly<Record<PictureType, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' }

type Cleaned = CleanPicture | Exclude<ReturnType<typeof cleanPicture>, CleanPicture> | 'missing' | 'tooMany'

async function cleaned(sent: unknown): Promise<Exclude<Cleaned, 'tooMany'>> {
  if (!(sent instanceof File) || sent.size === 0) return 'missing'
  return cleanPicture(new Uint8Array(await sent.arrayBuffer()), mostPhotoBytes)
}

const wrongPicture = (picture: Cleaned): FormErrors =>
  typeof picture === 'string' ? [{ field: 'picture', key: `analysis.walk.error.${picture}`, values: {} }] : []

async function photoAsked(c: Ctx) {
  const { id = '', photoId = '' } = c.req.param()
  const form = await parseForm(c, versionForm)
  return form.ok && isIdentifier(id) && isIdentifier(photoId)
    ? { walkId: id, id: photoId, version: form.data.version }
    : undefined
}
