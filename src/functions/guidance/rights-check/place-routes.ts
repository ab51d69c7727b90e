import { everyone } from '../../../platform/access/rule.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { actorOf, type LimitRate, may, municipalityOf, type Routes } from '../../../platform/http/index.ts'
import { placeOf } from '../local-parameters/place.ts'
import type { CheckAtDoor } from './check-at-door.ts'
import { contactsFor } from './contacts.ts'

type Needs = { readonly transact: Transact; readonly limitRate: LimitRate }

/**
 * What the check has to know of the municipality where there is no network: for the home-visit app, which keeps it. The same as stands
 * in the public page; it tells nothing of a person.
 */
export function checkPlaceRoutes(routes: Routes, { transact, limitRate }: Needs): void {
  const limit = limitRate({ bucket: 'rights place', max: 120, windowSeconds: 900 })

  routes.get('/in/:municipality/rights-check/place.json', may(everyone), limit, async (c) => {
    const { slug, jurisdiction, languages } = municipalityOf(c)
    const { today } = c.get('t')
    const place = await transact(actorOf(c), async (tx): Promise<CheckAtDoor> => {
      const { region, parameters } = await placeOf(tx, today, jurisdiction)
      return { region, parameters, contacts: withoutPages(await contactsFor(tx, slug, today)), languages }
    })
    return c.json(place)
  })
}

/** The app opens no pages: what can be called or visited is enough. */
function withoutPages(contacts: Awaited<ReturnType<typeof contactsFor>>): CheckAtDoor['contacts'] {
  return Object.fromEntries(Object.entries(contacts).map(([kind, { href: _, ...contact }]) => [kind, contact]))
}
