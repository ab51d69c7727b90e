import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
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
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { writeFindings } from './access.ts'
import { checkWithResidents, noteFinding, reopenFinding, rewordFinding } from './actions.ts'
import { afterChange, findingAsked, isIdentifier } from './asked-finding.ts'
import { neighbourhoodErrors } from './asked-neighbourhood.ts'
import type { Finding, Voice } from './finding.ts'
import { changeForm, checkForm, findingForm, versionForm } from './forms.ts'
import { asksAboutName, nameErrors } from './name-check.ts'
import { observationAsked } from './observed.ts'
import { CheckPage } from './views/evidence-pages.tsx'
import { WritePage } from './views/write-page.tsx'

type Needs = { readonly transact: Transact }

/** Noting a finding, saying it otherwise, and noting what residents said of it. */
export function writingRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/findings/new', may(writeFindings), async (c) => {
    const { values } = await transact(staffOf(c), (tx) =>
      observationAsked(tx, { walk: c.req.query('walk'), observation: c.req.query('observation') }),
    )
    return newPage(needs, c, uuidv7(), values)
  })

  routes.post('/analysis/findings', may(writeFindings), async (c) => {
    const actor = staffOf(c)
    const form = await parseForm(c, findingForm(c.get('t').today))
    const errors = form.ok ? await wrongIn(needs, c, form.data, ['statement'], form.data.neighbourhoodIds) : form.errors
    if (!form.ok || errors.length > 0) return newPage(needs, c, String(form.values.id ?? uuidv7()), form.values, errors)
    const { isNoName: _, ...words } = form.data
    const asked = { walk: textOf(form.values.walk), observation: textOf(form.values.observation) }
    const first = await transact(actor, (tx) => observationAsked(tx, asked))
    const finding = { ...words, notedBy: actor.userId, notedOn: c.get('t').today }
    await noteFinding(needs, actor, finding, voiceFrom(first.evidence))
    return c.redirect(`/analysis/findings/${finding.id}`, 303)
  })

  routes.get('/analysis/findings/:id/edit', may(writeFindings), (c) => editPage(needs, c))

  routes.post('/analysis/findings/:id', may(writeFindings), async (c) => {
    const id = c.req.param('id')
    const form = await parseForm(c, changeForm(c.get('t').today))
    const errors = form.ok ? await wrongIn(needs, c, form.data, ['statement'], form.data.neighbourhoodIds) : form.errors
    if (!form.ok || errors.length > 0) return editPage(needs, c, form.values, errors)
    const { isNoName: _, ...words } = form.data
    const changed = isIdentifier(id) ? await rewordFinding(needs, staffOf(c), { ...words, id }) : undefined
    return afterChange(c, changed, form.values, 'analysis.finding.saved')
  })

  routes.get('/analysis/findings/:id/check', may(writeFindings), (c) => checkPage(needs, c))

  routes.post('/analysis/findings/:id/check', may(writeFindings), async (c) => {
    const id = c.req.param('id')
    const form = await parseForm(c, checkForm)
    const errors = form.ok ? await wrongIn(needs, c, form.data, ['residentsSaid']) : form.errors
    if (!form.ok || errors.length > 0) return checkPage(needs, c, form.values, errors)
    const { isNoName: _, ...check } = form.data
    const changed = isIdentifier(id) ? await checkWithResidents(needs, staffOf(c), { ...check, id }) : undefined
    return afterChange(c, changed, form.values, 'analysis.finding.check.saved')
  })

  routes.post('/analysis/findings/:id/reopening', may(writeFindings), async (c) => {
    const id = c.req.param('id')
    const form = await parseForm(c, versionForm)
    const changed =
      form.ok && isIdentifier(id) ? await reopenFinding(needs, staffOf(c), { id, ...form.data }) : undefined
    return afterChange(c, changed, form.values, 'analysis.finding.reopened')
  })
}

const wrongIn = (needs: Needs, c: Ctx, data: Written, fields: readonly string[], places: readonly string[] = []) =>
  needs.transact(staffOf(c), async (tx) => [
    ...(await nameErrors(tx, data, fields)),
    ...(await neighbourhoodErrors(tx, 'neighbourhoodIds', places)),
  ])

async function newPage(needs: Needs, c: Ctx, id: string, values: FormValues, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const neighbourhoods = await needs.transact(staffOf(c), (tx) => neighbourhoodsOf(tx))
  const seen = { walk: textOf(values.walk), observation: textOf(values.observation) }
  const page = (
    <WritePage
      t={t}
      form={filledForm(t, values, errors)}
      asksAboutName={asksAboutName(errors)}
      neighbourhoods={neighbourhoods}
      action="/analysis/findings"
      hidden={{ id, ...(seen.walk && seen.observation ? { walk: seen.walk, observation: seen.observation } : {}) }}
      back={{ href: '/analysis/findings', text: t('analysis.finding.title') }}
      title={t('analysis.finding.new')}
    />
  )
  return workplacePage(c, { title: t('analysis.finding.new') }, page, errors ? 422 : 200)
}

async function editPage(needs: Needs, c: Ctx, typed?: FormValues, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const { finding, neighbourhoods } = await needs.transact(staffOf(c), async (tx) => ({
    finding: await findingAsked(tx, c),
    neighbourhoods: await neighbourhoodsOf(tx),
  }))
  const values = typed ?? valuesOf(finding)
  const page = (
    <WritePage
      t={t}
      form={filledForm(t, values, errors)}
      asksAboutName={asksAboutName(errors)}
      neighbourhoods={neighbourhoods}
      action={`/analysis/findings/${finding.id}`}
      hidden={{ version: textOf(values.version) ?? String(finding.version) }}
      back={{ href: `/analysis/findings/${finding.id}`, text: t('analysis.finding.one') }}
      title={t('analysis.finding.edit')}
    />
  )
  return workplacePage(c, { title: t('analysis.finding.edit') }, page, errors ? 422 : 200)
}

async function checkPage(needs: Needs, c: Ctx, typed: FormValues = {}, errors?: FormErrors): Promise<Response> {
  const t = c.get('t')
  const finding = await needs.transact(staffOf(c), (tx) => findingAsked(tx, c))
  const form = filledForm(t, typed, errors)
  const page = <CheckPage t={t} finding={finding} form={form} asksAboutName={asksAboutName(errors)} />
  return workplacePage(c, { title: t('analysis.finding.check') }, page, errors ? 422 : 200)
}

type Written =
  | z.output<ReturnType<typeof changeForm>>
  | z.output<ReturnType<typeof findingForm>>
  | z.output<typeof checkForm>

const valuesOf = ({ kind, statement, theme, groups, neighbourhoodIds, restsOn }: Finding): FormValues => ({
  kind,
  statement,
  theme,
  groups,
  neighbourhoodIds,
  restsOn,
})

const voiceFrom = (seen: Omit<Voice, 'id'> | undefined): Voice | undefined => seen && { ...seen, id: uuidv7() }

const textOf = (value: FormValues[string]) => (typeof value === 'string' && value !== '' ? value : undefined)
