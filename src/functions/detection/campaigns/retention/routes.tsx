import { z } from 'zod'
import {
  type Ctx,
  changedMeanwhile,
  checkbox,
  type FormErrors,
  type FormValues,
  filledForm,
  isoDate,
  leaveFlash,
  may,
  parseForm,
  type Routes,
  requiredText,
  seenVersion,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { readVisitListRule, setVisitListRule } from '../access.ts'
import type { Needs } from '../parts.ts'
import { RulePage } from './views/rule-page.tsx'
import { saveVisitListRule, type VisitListRule, visitListRule } from './visit-list-rule-store.ts'

const ruleForm = z.object({
  version: seenVersion(),
  isOn: checkbox(),
  days: z
    .string({ error: 'form.error.required' })
    .regex(/^\d{1,3}$/, 'volunteers.error.number')
    .transform(Number)
    .refine((days) => days >= 1 && days <= 90, 'detection.visitListRule.error.days'),
  reference: requiredText(200),
  decidedBy: requiredText(160),
  decidedOn: isoDate(),
})

/** The setting that lets visit lists be deleted after a campaign. */
export function retentionRoutes(routes: Routes, needs: Needs): void {
  routes.get('/visit-list-rule', may(readVisitListRule), async (c) => rulePage(c, await ruleFor(c)))

  routes.post('/visit-list-rule', may(setVisitListRule), async (c) => {
    const form = await parseForm(c, ruleForm)
    if (!form.ok) return rulePage(c, await ruleFor(c), form.values, form.errors)
    const actor = staffOf(c)
    const subject = { type: 'municipality', id: actor.municipalityId }
    const isSaved = await needs.transact(actor, async (tx) => {
      if (!(await saveVisitListRule(tx, actor.userId, form.data))) return false
      tx.audit({ action: 'change visit list rule', subject })
      return true
    })
    if (!isSaved) changedMeanwhile({ subject, now: '/visit-list-rule', typed: form.values })
    leaveFlash(c, 'detection.campaign.saved')
    return c.redirect('/visit-list-rule', 303)
  })

  const ruleFor = (c: Ctx) => needs.transact(staffOf(c), visitListRule)
}

function rulePage(
  c: Ctx,
  rule: VisitListRule | undefined,
  values: FormValues = valuesOf(rule),
  errors?: FormErrors,
): Response {
  const t = c.get('t')
  const form = setVisitListRule.allows(staffOf(c)) ? filledForm(t, values, errors) : undefined
  return workplacePage(
    c,
    { title: t('detection.visitListRule.title') },
    <RulePage t={t} rule={rule} form={form} />,
    errors ? 422 : 200,
  )
}

function valuesOf(rule: VisitListRule | undefined): FormValues {
  if (!rule) return { version: '0', days: '30' }
  const { version, days, isOn, reference, decidedBy, decidedOn } = rule
  return { version: String(version), days: String(days), isOn: isOn ? 'yes' : '', reference, decidedBy, decidedOn }
}
