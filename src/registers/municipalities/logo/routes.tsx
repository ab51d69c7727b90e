import { publicActor } from '../../../platform/access/actor.ts'
import { everyone } from '../../../platform/access/rule.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  filledForm,
  leaveFlash,
  may,
  municipalityOf,
  notFound,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { administer } from '../access.ts'
import { readLogo } from './logo.ts'
import { LogoPage } from './logo-page.tsx'
import { logoIn, removeLogo, saveLogo } from './logo-store.ts'

type Needs = { readonly transact: Transact }
const path = '/admin/municipality/logo'

/** The picture beside the name of a municipality: shown to everybody, kept by its administrator. */
export function logoRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/in/:municipality/logo', may(everyone), async (c) => {
    const { id } = municipalityOf(c)
    const logo = (await transact(publicActor(id), logoIn)) ?? notFound('logo', id)
    c.header('Cache-Control', 'public, max-age=31536000, immutable')
    return c.body(new Uint8Array(logo.bytes), 200, { 'Content-Type': logo.mediaType })
  })

  routes.get(path, may(administer), (c) => page(c))

  routes.post(path, may(administer), async (c) => {
    const { picture } = await c.req.parseBody()
    if (!(picture instanceof File) || picture.size === 0) return page(c, wrong('form.error.required'))
    const logo = readLogo(new Uint8Array(await picture.arrayBuffer()))
    if (typeof logo === 'string') return page(c, wrong(`municipalities.logo.error.${logo}`))
    await change(c, (tx) => saveLogo(tx, logo))
    leaveFlash(c, 'municipalities.logo.saved')
    return c.redirect(path, 303)
  })

  routes.post(`${path}/removal`, may(administer), async (c) => {
    await change(c, removeLogo)
    leaveFlash(c, 'municipalities.logo.removed')
    return c.redirect(path, 303)
  })

  const change = (c: Ctx, work: typeof removeLogo) =>
    transact(staffOf(c), async (tx) => {
      await work(tx)
      tx.audit({ action: 'change municipality', subject: { type: 'municipality', id: tx.actor.municipalityId } })
    })
}

const wrong = (key: string): FormErrors => [{ field: 'picture', key, values: {} }]

function page(c: Ctx, errors: FormErrors = []): Response {
  const t = c.get('t')
  const props = { t, form: filledForm(t, {}, errors), municipality: municipalityOf(c) }
  return workplacePage(c, { title: t('municipalities.logo') }, <LogoPage {...props} />, errors.length > 0 ? 422 : 200)
}
