import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  changedMeanwhile,
  conflict,
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
import { guideVolunteers } from '../access.ts'
import { fileOf } from '../file-of.ts'
import { frozenFiles } from '../frozen/freezing-store.ts'
import type { Volunteer } from '../volunteer.ts'
import * as actions from './actions.ts'
import { isLate } from './care.ts'
import { lastHeardIn } from './care-store.ts'
import { debriefsIn } from './debrief-store.ts'
import { dayForm, exitTalkForm, trainingForm } from './forms.ts'
import { notHeardFor, silences, withVisits } from './last-heard.ts'
import { type CareError, CarePage } from './views/care-page.tsx'
import { DebriefsPage } from './views/debriefs-page.tsx'
import { ExitTalkPage } from './views/exit-talk-page.tsx'
import { NotHeardPage } from './views/not-heard-page.tsx'

/** The last day of a visit by account, as the functions that visit know it. */
export type LastVisitsOf = (tx: Tx) => Promise<ReadonlyMap<string, string>>

/** What care needs of the composition: who visited when is known to functions, which a register does not import. */
export type CareNeeds = { readonly transact: Transact; readonly lastVisitsOf: LastVisitsOf }

/** Care for volunteers, for who guides them. */
export function careRoutes(routes: Routes, needs: CareNeeds): void {
  listRoutes(routes, needs)
  routes.get('/volunteers/:id/care', may(guideVolunteers), (c) => carePage(needs, c))
  noteRoutes(routes, needs)
  debriefRoutes(routes, needs)
  exitTalkRoutes(routes, needs)
}

function listRoutes(routes: Routes, { transact, lastVisitsOf }: CareNeeds): void {
  routes.get('/volunteers/debriefs', may(guideVolunteers), async (c) => {
    const t = c.get('t')
    const { debriefs, frozen, now } = await transact(staffOf(c), async (tx) => ({
      debriefs: await debriefsIn(tx, { isOpen: true }),
      frozen: await frozenFiles(tx),
      now: tx.now,
    }))
    const owed = debriefs.map((debrief) => ({ ...debrief, isLate: isLate(debrief, now) }))
    return workplacePage(
      c,
      { title: t('volunteers.debriefs.title') },
      <DebriefsPage t={t} owed={owed} frozen={frozen} />,
    )
  })

  routes.get('/volunteers/not-heard', may(guideVolunteers), async (c) => {
    const t = c.get('t')
    const days = silences.find((each) => String(each) === c.req.query('days')) ?? 60
    const all = await transact(staffOf(c), async (tx) =>
      withVisits(await lastHeardIn(tx, t.today), await lastVisitsOf(tx)),
    )
    return workplacePage(
      c,
      { title: t('volunteers.notHeard.title') },
      <NotHeardPage t={t} days={days} people={notHeardFor(days, all, t.today)} />,
    )
  })
}

/** Days that are noted: what was learned, formalities, a contact. */
function noteRoutes(routes: Routes, needs: CareNeeds): void {
  routes.post('/volunteers/:id/trainings', may(guideVolunteers), async (c) => {
    const { id } = await fileOf(needs, c)
    const form = await parseForm(c, trainingForm)
    const field = `training-${String(form.values.topic ?? '')}`
    if (!form.ok) return carePage(needs, c, errorIn(c, field, form.errors))
    if (isAhead(c, form.data.on)) return carePage(needs, c, aheadIn(c, field))
    await actions.noteTraining(needs, staffOf(c), id, form.data.topic, form.data.on)
    return done(c, `/volunteers/${id}/care#trainings`)
  })

  for (const [path, field, note] of [
    ['formalities', 'formalities', actions.noteFormalities],
    ['contacts', 'contact', actions.noteContact],
  ] as const)
    routes.post(`/volunteers/:id/${path}`, may(guideVolunteers), async (c) => {
      const { id } = await fileOf(needs, c)
      const form = await parseForm(c, dayForm)
      if (!form.ok) return carePage(needs, c, errorIn(c, field, form.errors))
      if (isAhead(c, form.data.on)) return carePage(needs, c, aheadIn(c, field))
      await note(needs, staffOf(c), id, form.data.on)
      return done(c, `/volunteers/${id}/care#${field}`)
    })
}

function debriefRoutes(routes: Routes, needs: CareNeeds): void {
  routes.post('/volunteers/:id/debriefs', may(guideVolunteers), async (c) => {
    const { id } = await fileOf(needs, c)
    await actions.askDebrief(needs, staffOf(c), id, 'guide')
    return done(c, `/volunteers/${id}/care#debriefs`)
  })

  routes.post('/volunteers/:id/debriefs/:debriefId/holding', may(guideVolunteers), async (c) => {
    const { id } = await fileOf(needs, c)
    const debriefId = c.req.param('debriefId') ?? ''
    const form = await parseForm(c, dayForm)
    const field = `debrief-${debriefId}`
    if (!form.ok) return carePage(needs, c, errorIn(c, field, form.errors))
    if (isAhead(c, form.data.on)) return carePage(needs, c, aheadIn(c, field))
    if (!(await actions.holdDebrief(needs, staffOf(c), id, debriefId, form.data.on))) conflict('debrief that was held')
    return done(c, `/volunteers/${id}/care#debriefs`)
  })
}

function exitTalkRoutes(routes: Routes, needs: CareNeeds): void {
  routes.get('/volunteers/:id/exit-talk', may(guideVolunteers), async (c) => {
    const volunteer = await fileOf(needs, c)
    const talk = await actions.readExitTalk(needs, staffOf(c), volunteer.id)
    const values = talk
      ? { version: String(talk.version), heldOn: talk.heldOn, learned: talk.learned }
      : { version: '0', heldOn: c.get('t').today }
    return exitTalkPage(c, volunteer, values)
  })

  routes.post('/volunteers/:id/exit-talk', may(guideVolunteers), async (c) => {
    const volunteer = await fileOf(needs, c)
    const form = await parseForm(c, exitTalkForm)
    if (!form.ok) return exitTalkPage(c, volunteer, form.values, form.errors)
    if (isAhead(c, form.data.heldOn))
      return exitTalkPage(c, volunteer, form.values, [{ field: 'heldOn', key: 'volunteers.error.future', values: {} }])
    if (!(await actions.saveExitTalk(needs, staffOf(c), volunteer, form.data)))
      changedMeanwhile({
        subject: { type: 'volunteer', id: volunteer.id },
        now: `/volunteers/${volunteer.id}/exit-talk`,
        typed: form.values,
      })
    return done(c, `/volunteers/${volunteer.id}`)
  })
}

async function carePage(needs: CareNeeds, c: Ctx, error?: CareError): Promise<Response> {
  const t = c.get('t')
  const volunteer = await fileOf(needs, c)
  const { care, names } = await actions.readCare(needs, staffOf(c), volunteer.id)
  return workplacePage(
    c,
    { title: t('volunteers.care.title') },
    <CarePage t={t} volunteer={volunteer} care={care} names={names} error={error} />,
    error ? 422 : 200,
  )
}

function exitTalkPage(c: Ctx, volunteer: Volunteer, values: FormValues, errors?: FormErrors): Response {
  const t = c.get('t')
  return workplacePage(
    c,
    { title: t('volunteers.exitTalk.title') },
    <ExitTalkPage t={t} volunteer={volunteer} form={filledForm(t, values, errors)} />,
    errors ? 422 : 200,
  )
}

function done(c: Ctx, path: string): Response {
  leaveFlash(c, 'volunteers.saved')
  return c.redirect(path, 303)
}

const isAhead = (c: Ctx, day: string) => day > c.get('t').today
const aheadIn = (c: Ctx, field: string): CareError => ({ field, text: c.get('t')('volunteers.error.future') })
const errorIn = (c: Ctx, field: string, errors: FormErrors): CareError => ({
  field,
  text: c.get('t')(errors[0]?.key ?? 'form.error.invalid'),
})
