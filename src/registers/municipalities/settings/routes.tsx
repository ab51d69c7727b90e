import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FilledForm,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { administer } from '../access.ts'
import type { Settings } from '../municipality-store.ts'
import { zonesIn } from '../zone-store.ts'
import { settingsForm } from './forms.ts'
import { SettingsPage } from './settings-page.tsx'
import { saveSettings, settingsIn } from './settings-store.ts'

type Needs = { readonly transact: Transact }
const path = '/admin/municipality'

/** Name, languages, front door and colours of the municipality. */
export function settingsRoutes(routes: Routes, { transact }: Needs): void {
  routes.get(path, may(administer), async (c) => {
    const settings = await transact(staffOf(c), settingsIn)
    return page(c, filledForm(c.get('t'), valuesOf(settings)), settings.version)
  })

  routes.post(path, may(administer), async (c) => {
    const t = c.get('t')
    const form = await parseForm(c, settingsForm)
    if (!form.ok) return page(c, filledForm(t, form.values, form.errors), Number(form.values.version), 422)
    const { version, ...settings } = form.data
    const saving = await transact(staffOf(c), async (tx) => {
      const zones = await zonesIn(tx)
      if (settings.frontDoorZoneId !== null && !zones.some(({ id }) => id === settings.frontDoorZoneId))
        return { kind: 'unknownZone' } as const
      if (!(await saveSettings(tx, version, settings))) return { kind: 'stale', now: await settingsIn(tx) } as const
      tx.audit({ action: 'change municipality', subject: { type: 'municipality', id: tx.actor.municipalityId } })
      return { kind: 'saved' } as const
    })
    if (saving.kind === 'unknownZone') return page(c, filledForm(t, form.values, unknownZone), version, 422)
    if (saving.kind === 'stale') return page(c, filledForm(t, valuesOf(saving.now)), saving.now.version, 409)
    leaveFlash(c, 'municipalities.settings.saved')
    return c.redirect(path, 303)
  })

  async function page(c: Ctx, form: FilledForm, version: number, status: 200 | 409 | 422 = 200) {
    const t = c.get('t')
    const zones = await transact(staffOf(c), zonesIn)
    return workplacePage(
      c,
      { title: t('municipalities.settings.title') },
      <SettingsPage t={t} form={form} version={version} zones={zones} isStale={status === 409} />,
      status,
    )
  }
}

const unknownZone: FormErrors = [{ field: 'frontDoorZoneId', key: 'form.error.choose', values: {} }]

function valuesOf(settings: Settings): FormValues {
  const { languages, ...rest } = settings
  const texts = Object.entries(rest).map(([name, value]) => [name, String(value ?? '')])
  return { ...Object.fromEntries(texts), languages, firstLanguage: languages[0] ?? 'nl' }
}
