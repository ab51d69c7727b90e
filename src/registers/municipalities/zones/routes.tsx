import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  identifier,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  requiredText,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { administer } from '../access.ts'
import { addPartnerZone } from '../zone-store.ts'
import { guardedZones } from './officers.ts'
import { ZonesPage } from './zones-page.tsx'

type Needs = { readonly transact: Transact }

const zoneForm = z.object({ id: identifier(), name: requiredText(160) })

/** Data zones: each a controller of its own (P9). A partner gets one before its people are invited. */
export function zoneRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/admin/zones', may(administer), (c) => page(c, { id: uuidv7() }))

  routes.post('/admin/zones', may(administer), async (c) => {
    const form = await parseForm(c, zoneForm)
    if (!form.ok) return page(c, form.values, form.errors)
    const isAdded = await transact(staffOf(c), (tx) => addPartnerZone(tx, form.data))
    if (!isAdded) return page(c, form.values, [{ field: 'name', key: 'municipalities.error.zoneName', values: {} }])
    leaveFlash(c, 'municipalities.zones.added')
    return c.redirect('/admin/zones', 303)
  })

  async function page(c: Ctx, values: FormValues, errors: FormErrors = []) {
    const t = c.get('t')
    const zones = await transact(staffOf(c), guardedZones)
    return workplacePage(
      c,
      { title: t('municipalities.zones.title') },
      <ZonesPage t={t} zones={zones} id={String(values.id ?? uuidv7())} form={filledForm(t, values, errors)} />,
      errors.length > 0 ? 422 : 200,
    )
  }
}
