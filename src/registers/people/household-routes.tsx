import type { Transact } from '../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
} from '../../platform/http/index.ts'
import { knowPeople, registerPeople } from './access.ts'
import { addToHousehold } from './actions.ts'
import { householdForm, leavingForm } from './forms.ts'
import { householdOf, leaveHousehold } from './household-store.ts'
import { personFor } from './person-reading.ts'
import { personById } from './person-store.ts'

type Needs = {
  readonly transact: Transact
  /** The person's page again, with what was typed. */
  readonly personPage: (
    c: Ctx,
    shown: { readonly values: FormValues; readonly errors: FormErrors },
  ) => Promise<Response>
}

/** Who lives together. */
export function householdRoutes(routes: Routes, { transact, personPage }: Needs): void {
  routes.post('/people/:id/household', may(registerPeople), async (c) => {
    const form = await parseForm(c, householdForm)
    if (!form.ok) return personPage(c, form)
    await transact(staffOf(c), async (tx) => {
      const person = await personFor(tx, c.req.param('id'), 'household')
      const { personId } = form.data
      if (personId && !(await personById(tx, personId))) notFound('person', 'of this identifier')
      await addToHousehold(tx, person, form.data)
    })
    leaveFlash(c, 'people.done.household')
    return c.redirect(`/people/${c.req.param('id')}`, 303)
  })

  routes.post('/people/:id/household/removal', may(knowPeople), async (c) => {
    const form = await parseForm(c, leavingForm)
    if (form.ok)
      await transact(staffOf(c), async (tx) => {
        const person = await personFor(tx, c.req.param('id'), 'household')
        const household = await householdOf(tx, person.id)
        const isMember = household?.members.some(({ id }) => id === form.data.personId)
        if (!isMember) notFound('household member', 'of this household')
        await leaveHousehold(tx, form.data.personId)
      })
    leaveFlash(c, 'people.done.household')
    return c.redirect(`/people/${c.req.param('id')}`, 303)
  })
}
