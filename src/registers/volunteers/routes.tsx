import { uuidv7 } from 'uuidv7'
import { staffRule } from '../../platform/access/rule.ts'
import type { Tx } from '../../platform/database/transact.ts'
import {
  badRequest,
  type Ctx,
  changedMeanwhile,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  type NavigationEntry,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import { colleagues } from '../../platform/identity/colleagues.ts'
import type { Texts } from '../../platform/messages/index.ts'
import { enterAmounts, guideVolunteers, knowVolunteers } from './access.ts'
import * as actions from './actions.ts'
import { type CareNeeds, careRoutes } from './care/index.ts'
import { fileOf, frozenFileOf, refuseFrozen } from './file-of.ts'
import { conditionsForm, conditionValuesOf, proofForm, refusalForm, valuesOf, volunteerForm } from './forms.ts'
import { type FrozenFile, frozenFile, frozenFiles, frozenNameOnAccounts } from './frozen/freezing-store.ts'
import { FrozenFilePage } from './frozen/views/frozen-file-page.tsx'
import { findPlaces, refusedPlaces } from './refused-places.ts'
import { amountsRoutes, reimbursementRoutes } from './reimbursements/index.ts'
import { isFound, standingOf } from './standing.ts'
import { ConditionsPage } from './views/conditions-page.tsx'
import { FellowsPage } from './views/fellows-page.tsx'
import { VolunteerFormPage } from './views/volunteer-form-page.tsx'
import { VolunteerPage } from './views/volunteer-page.tsx'
import { VolunteersPage } from './views/volunteers-page.tsx'
import { fellowStates, volunteersIn } from './volunteer-store.ts'

type Needs = CareNeeds

export const volunteerNavigation: readonly NavigationEntry[] = [
  { href: '/volunteers', label: 'volunteers.title', icon: 'hand-heart', rule: knowVolunteers },
  {
    href: '/my-volunteering',
    label: 'volunteers.own.title',
    icon: 'user',
    rule: staffRule('keepOwnFile', ['visitor']),
  },
  { href: '/volunteers/amounts', label: 'volunteers.amounts.title', icon: 'hand-heart', rule: enterAmounts },
]

/** Files of volunteers, for who guides them. */
export function volunteerRoutes(routes: Routes, needs: Needs): void {
  listRoutes(routes, needs)
  conditionsRoutes(routes, needs)
  amountsRoutes(routes, needs)
  reimbursementRoutes(routes, needs)
  careRoutes(routes, needs)
  fileRoutes(routes, needs)
  partRoutes(routes, needs)
}

function listRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/volunteers', may(knowVolunteers), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    if (!guideVolunteers.allows(actor)) {
      const fellows = await transact(actor, (tx) => fellowStates(tx, t.today))
      return workplacePage(c, { title: t('volunteers.title') }, <FellowsPage t={t} fellows={fellows} />)
    }
    const filter = { q: c.req.query('q')?.trim() ?? '', standing: c.req.query('standing') ?? '' }
    const { volunteers, frozen } = await transact(actor, async (tx) => ({
      volunteers: await volunteersIn(tx),
      frozen: await frozenFiles(tx),
    }))
    const listed = volunteers
      .map((volunteer) => ({ volunteer, ...standingOf(volunteer, t.today) }))
      .filter((one) => isFound(one, filter))
    const conditions = await actions.readConditions(needs, actor)
    return workplacePage(
      c,
      { title: t('volunteers.title') },
      <VolunteersPage t={t} listed={listed} filter={filter} conditions={conditions} frozen={frozen} />,
    )
  })
}

function conditionsRoutes(routes: Routes, needs: Needs): void {
  routes.get('/volunteers/conditions', may(guideVolunteers), async (c) =>
    conditionsPage(c, conditionValuesOf(await actions.readConditions(needs, staffOf(c)))),
  )

  routes.post('/volunteers/conditions', may(guideVolunteers), async (c) => {
    const form = await parseForm(c, conditionsForm)
    if (!form.ok) return conditionsPage(c, form.values, form.errors)
    const saved = await actions.changeConditions(needs, staffOf(c), form.data)
    if (saved.kind === 'changed')
      changedMeanwhile({
        subject: { type: 'zone', id: staffOf(c).zoneId },
        now: '/volunteers/conditions',
        typed: form.values,
      })
    leaveFlash(c, 'volunteers.saved')
    return c.redirect('/volunteers', 303)
  })
}

function fileRoutes(routes: Routes, needs: Needs): void {
  routes.get('/volunteers/new', may(guideVolunteers), (c) => formPage(needs, c, {}, { id: uuidv7() }))
  routes.post('/volunteers', may(guideVolunteers), (c) => save(needs, c))

  routes.get('/volunteers/:id', may(guideVolunteers), async (c) => {
    const frozen = await frozenFileOf(needs, c)
    return frozen ? frozenPage(needs, c, frozen) : filePage(needs, c)
  })

  routes.get('/volunteers/:id/edit', may(guideVolunteers), async (c) => {
    const volunteer = await fileOf(needs, c)
    return formPage(needs, c, valuesOf(volunteer), { id: volunteer.id, version: String(volunteer.version) })
  })
  routes.post('/volunteers/:id', may(guideVolunteers), (c) => save(needs, c, c.req.param('id')))
}

function partRoutes(routes: Routes, needs: Needs): void {
  routes.post('/volunteers/:id/proofs', may(guideVolunteers), async (c) => {
    const t = c.get('t')
    const { id } = await fileOf(needs, c)
    const form = await parseForm(c, proofForm)
    const kind = String(form.values.kind ?? '')
    if (!form.ok) return filePage(needs, c, { kind, text: t(form.errors[0]?.key ?? 'form.error.invalid') })
    const saved = await actions.addProof(needs, staffOf(c), t.today, { id, ...form.data })
    if (saved.kind === 'refused') return filePage(needs, c, { kind, text: t(saved.reason) })
    leaveFlash(c, 'volunteers.saved')
    return c.redirect(`/volunteers/${id}#onboarding`, 303)
  })

  routes.post('/volunteers/:id/refusals', may(guideVolunteers), (c) => refuse(c, true))
  routes.post('/volunteers/:id/refusals/removal', may(guideVolunteers), (c) => refuse(c, false))
  routes.post('/volunteers/:id/ending', may(guideVolunteers), (c) => end(c, c.get('t').today))
  routes.post('/volunteers/:id/ending/removal', may(guideVolunteers), (c) => end(c, null))

  async function refuse(c: Ctx, isRefused: boolean): Promise<Response> {
    const { id } = await fileOf(needs, c)
    const form = await parseForm(c, refusalForm)
    if (!form.ok) badRequest('place that a volunteer refuses')
    const change = { id, refusal: form.data, isRefused }
    if (!(await actions.changeRefusal(needs, staffOf(c), change))) notFound('place', form.data.placeId)
    return c.redirect(`/volunteers/${id}#refusals`, 303)
  }

  async function end(c: Ctx, day: string | null): Promise<Response> {
    const { id } = await fileOf(needs, c)
    await actions.endVolunteer(needs, staffOf(c), id, day)
    leaveFlash(c, 'volunteers.saved')
    return c.redirect(day ? `/volunteers/${id}/exit-talk` : `/volunteers/${id}`, 303)
  }
}

async function save(needs: Needs, c: Ctx, id?: string): Promise<Response> {
  if (id) await refuseFrozen(needs, c)
  const form = await parseForm(c, volunteerForm)
  const version = typeof form.values.version === 'string' ? form.values.version : undefined
  const shown = { id: id ?? String(form.values.id ?? uuidv7()), version }
  if (!form.ok) return formPage(needs, c, form.values, shown, form.errors)
  const saved = await actions.saveVolunteer(needs, staffOf(c), c.get('t').today, { ...form.data, id: shown.id })
  if (saved.kind === 'changed')
    changedMeanwhile({
      subject: { type: 'volunteer', id: shown.id },
      now: `/volunteers/${shown.id}`,
      typed: form.values,
    })
  if (saved.kind === 'refused')
    return formPage(needs, c, form.values, shown, [{ field: saved.field, key: saved.reason, values: {} }])
  leaveFlash(c, 'volunteers.saved')
  return c.redirect(`/volunteers/${saved.id}`, 303)
}

async function frozenPage(needs: Needs, c: Ctx, file: FrozenFile): Promise<Response> {
  const t = c.get('t')
  const name = await needs.transact(staffOf(c), (tx) => frozenNameOnAccounts(tx, file.id))
  return workplacePage(
    c,
    { title: t('volunteers.frozen.title') },
    <FrozenFilePage
      t={t}
      file={file}
      hasAccounts={name !== undefined}
      mayAskForThem={guideVolunteers.allows(staffOf(c))}
    />,
  )
}

async function filePage(needs: Needs, c: Ctx, proofError?: { kind: string; text: string }): Promise<Response> {
  const t = c.get('t')
  const volunteer = await fileOf(needs, c)
  const typed = c.req.query('q')?.trim() ?? ''
  const page = await needs.transact(staffOf(c), async (tx) => ({
    refused: await refusedPlaces(tx, volunteer),
    found: await findPlaces(tx, typed),
    buddyName: volunteer.buddyId ? await buddyName(tx, t, volunteer.buddyId) : undefined,
  }))
  return workplacePage(
    c,
    { title: volunteer.name },
    <VolunteerPage
      t={t}
      volunteer={volunteer}
      buddyName={page.buddyName}
      refused={page.refused}
      search={{ typed, found: page.found }}
      mayAskForThem={guideVolunteers.allows(staffOf(c))}
      proofError={proofError}
    />,
    proofError ? 422 : 200,
  )
}

async function formPage(
  needs: Needs,
  c: Ctx,
  values: FormValues,
  { id, version }: { id: string; version?: string | undefined },
  errors?: FormErrors,
): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const buddyId = String(values.buddyId ?? '')
  const { accounts, others } = await needs.transact(actor, async (tx) => ({
    accounts: await colleagues(tx, { zoneId: actor.zoneId }),
    others: [
      ...(await volunteersIn(tx, { zoneId: actor.zoneId })),
      // Kept until another is chosen: saving something else does not take it away.
      ...((await frozenFile(tx, buddyId)) ? [{ id: buddyId, name: t('volunteers.frozen.somebody') }] : []),
    ],
  }))
  const people = new Map(accounts.map(({ userId, name }) => [userId, { id: userId, name }]))
  return workplacePage(
    c,
    { title: version === undefined ? t('volunteers.new') : t('volunteers.edit') },
    <VolunteerFormPage
      t={t}
      form={filledForm(t, values, errors)}
      id={id}
      version={version}
      accounts={[...people.values()]}
      others={others.filter((other) => other.id !== id)}
    />,
    errors ? 422 : 200,
  )
}

/** The buddy by name, or that this file is frozen and somebody else is needed. */
async function buddyName(tx: Tx, t: Texts, id: string): Promise<string | undefined> {
  const [buddy] = await volunteersIn(tx, { ids: [id] })
  return buddy?.name ?? ((await frozenFile(tx, id)) && t('volunteers.frozen.buddy'))
}

function conditionsPage(c: Ctx, values: FormValues, errors?: FormErrors): Response {
  const t = c.get('t')
  return workplacePage(
    c,
    { title: t('volunteers.conditions.title') },
    <ConditionsPage t={t} form={filledForm(t, values, errors)} />,
    errors ? 422 : 200,
  )
}
