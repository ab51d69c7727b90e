import { staffRule } from '../../platform/access/rule.ts'
import type { Transact } from '../../platform/database/transact.ts'
import type { FieldRegister } from '../../platform/fields/field-register.ts'
import { may, type NavigationEntry, printPage, type Routes, staffOf } from '../../platform/http/index.ts'
import { members } from '../../platform/identity/index.ts'
import { accessList, type DataAccess, zonesIn } from '../../registers/municipalities/index.ts'
import { rulesInForce, seriesIn } from '../retention/index.ts'
import { AssessmentSheets } from './views/assessment-sheets.tsx'

/** Fills in and keeps the assessment: the data protection officer with the administrator. */
const readAssessment = staffRule('readImpactAssessment', ['dataProtectionOfficer', 'administrator'])

export const impactAssessmentNavigation: readonly NavigationEntry[] = [
  { href: '/impact-assessment', label: 'assessment.title', icon: 'file-text', rule: readAssessment },
]

type Needs = {
  readonly transact: Transact
  readonly fields: FieldRegister
  readonly dataAccesses: () => readonly DataAccess[]
}

/** The assessment of today as sheets to print, filled from the registers (P19). */
export function impactAssessmentRoutes(routes: Routes, { transact, fields, dataAccesses }: Needs): void {
  routes.get('/impact-assessment', may(readAssessment), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const now = { municipalityId: actor.municipalityId, today: t.today }
    const facts = await transact(actor, async (tx) => ({
      zones: await zonesIn(tx),
      lines: accessList(await members(tx), dataAccesses(), now),
      rules: await rulesInForce(tx),
    }))
    const back = { href: '/today', text: t('assessment.back') }
    return printPage(
      c,
      { title: t('assessment.title'), back },
      <AssessmentSheets t={t} {...facts} series={seriesIn(fields)} fields={fields} />,
    )
  })
}
