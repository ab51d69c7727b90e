import { type Looker, lookersOf } from '../../platform/audit/lookers.ts'
import type { Transact } from '../../platform/database/transact.ts'
import { type Ctx, may, printPage, type Routes, staffOf, workplacePage } from '../../platform/http/index.ts'
import { knowPeople } from './access.ts'
import { fullName, type Person } from './person.ts'
import { personFor } from './person-reading.ts'
import { LookersPage, LookersSheet } from './views/lookers-page.tsx'

type Needs = { readonly transact: Transact }

/** "Who looked at my data": shown by the coordinator, and printed for the person (P16). */
export function lookerRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/people/:id/lookers', may(knowPeople), async (c) => {
    const t = c.get('t')
    const { person, lookers } = await lookersFor(c, transact)
    return workplacePage(c, { title: t('people.lookers') }, <LookersPage t={t} person={person} lookers={lookers} />)
  })

  routes.get('/people/:id/lookers/print', may(knowPeople), async (c) => {
    const t = c.get('t')
    const { person, lookers } = await lookersFor(c, transact)
    return printPage(
      c,
      {
        title: t('resident.personLookers.title'),
        back: { href: `/people/${person.id}/lookers`, text: fullName(person) },
      },
      <LookersSheet t={t} person={person} lookers={lookers} />,
    )
  })
}

const lookersFor = (
  c: Ctx,
  transact: Transact,
): Promise<{ readonly person: Person; readonly lookers: readonly Looker[] }> =>
  transact(staffOf(c), async (tx) => {
    const person = await personFor(tx, c.req.param('id') ?? '', 'who looked')
    return { person, lookers: await lookersOf(tx, { personId: person.id }) }
  })
