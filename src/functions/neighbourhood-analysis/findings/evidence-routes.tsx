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
import { writeFindings } from './access.ts'
import { bringEvidence, dropEvidence } from './actions.ts'
import { afterChange, findingAsked, isIdentifier } from './asked-finding.ts'
import type { Evidence } from './finding.ts'
import { figureForm, versionForm, voiceForm } from './forms.ts'
import { asksAboutName, nameErrors } from './name-check.ts'
import { FigurePage, VoicePage } from './views/evidence-pages.tsx'

type Needs = { readonly transact: Transact }

/** What a finding rests on: figures and voices, added and taken away. */
export function evidenceRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/findings/:id/figures/new', may(writeFindings), (c) => evidencePage(c, 'figure'))
  routes.get('/analysis/findings/:id/voices/new', may(writeFindings), (c) => evidencePage(c, 'voice'))

  routes.post('/analysis/findings/:id/figures', may(writeFindings), async (c) => {
    const form = await parseForm(c, figureForm)
    const errors = form.ok ? await transact(staffOf(c), (tx) => nameErrors(tx, form.data, ['says'])) : form.errors
    if (!form.ok || errors.length > 0) return evidencePage(c, 'figure', form.values, errors)
    const { id, version, indicator, period, says } = form.data
    return kept(c, version, { kind: 'figure', id, indicator, period, says }, form.values)
  })

  routes.post('/analysis/findings/:id/voices', may(writeFindings), async (c) => {
    const form = await parseForm(c, voiceForm)
    const errors = form.ok
      ? await transact(staffOf(c), (tx) => nameErrors(tx, form.data, ['source', 'says']))
      : form.errors
    if (!form.ok || errors.length > 0) return evidencePage(c, 'voice', form.values, errors)
    const { id, version, kind, source, onDay, says } = form.data
    return kept(c, version, { kind, id, source, onDay: onDay ?? null, says }, form.values)
  })

  routes.post('/analysis/findings/:id/evidence/:evidenceId/removal', may(writeFindings), async (c) => {
    const { id, evidenceId } = c.req.param()
    const form = await parseForm(c, versionForm)
    const isAsked = form.ok && isIdentifier(id) && isIdentifier(evidenceId)
    const changed = isAsked ? await dropEvidence(needs, staffOf(c), id, form.data.version, evidenceId) : undefined
    return afterChange(c, changed, form.values, 'analysis.finding.evidence.removed')
  })

  async function kept(c: Ctx, version: number, evidence: Evidence, typed: FormValues): Promise<Response> {
    const id = c.req.param('id') ?? ''
    const changed = isIdentifier(id) ? await bringEvidence(needs, staffOf(c), id, version, evidence) : undefined
    return afterChange(c, changed, typed, 'analysis.finding.evidence.saved')
  }

  async function evidencePage(
    c: Ctx,
    kind: 'figure' | 'voice',
    typed: FormValues = {},
    errors?: FormErrors,
  ): Promise<Response> {
    const t = c.get('t')
    const finding = await transact(staffOf(c), (tx) => findingAsked(tx, c))
    const Page = kind === 'figure' ? FigurePage : VoicePage
    const props = {
      t,
      finding,
      form: filledForm(t, typed, errors),
      asksAboutName: asksAboutName(errors),
      id: typeof typed.id === 'string' ? typed.id : uuidv7(),
    }
    return workplacePage(c, { title: t(`analysis.finding.${kind}.new`) }, <Page {...props} />, errors ? 422 : 200)
  }
}
