import { uuidv7 } from 'uuidv7'
import { isSecrecyCoordinator } from '../../platform/access/rule.ts'
import type { Transact } from '../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  leaveFlash,
  may,
  type NavigationEntry,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../platform/http/index.ts'
import { addressesById } from '../places/index.ts'
import { knowPeople, registerPeople } from './access.ts'
import { contactMeant } from './actions.ts'
import { contactForm, newPersonForm } from './forms.ts'
import { frozenFound, frozenSince } from './freezing-store.ts'
import { householdRoutes } from './household-routes.tsx'
import { householdOf } from './household-store.ts'
import { lookerRoutes } from './looker-routes.tsx'
import { isOwnName, tellOfficers } from './odd-look.ts'
import { fullName, type Person } from './person.ts'
import { personFor } from './person-reading.ts'
import { findPeople } from './person-search-store.ts'
import type { PersonSectionOf } from './person-section.ts'
import { createPerson, updateContact } from './person-store.ts'
import { type AddressChoice, addressLine } from './views/address-line.ts'
import { ContactPage } from './views/contact-page.tsx'
import { FrozenPage } from './views/frozen-page.tsx'
import { PeoplePage } from './views/people-page.tsx'
import { PersonPage } from './views/person-page.tsx'

export type PeopleNeeds = {
  readonly transact: Transact
  /** Parts of a person's page that other modules know. */
  readonly sections: readonly PersonSectionOf[]
}

export const peopleNavigation: readonly NavigationEntry[] = [
  { href: '/people', label: 'people.title', icon: 'users', rule: registerPeople },
]

/** People and how to reach them, for who works with them under professional secrecy. */
export function peopleRoutes(routes: Routes, needs: PeopleNeeds): void {
  const { transact } = needs
  routes.get('/people', may(knowPeople), async (c) => {
    const t = c.get('t')
    const query = c.req.query('q')?.trim() ?? ''
    const { people, addresses, frozen } = await transact(staffOf(c), async (tx) => {
      const people = await findPeople(tx, query)
      const isOwn = isOwnName(query, staffOf(c).name)
      if (people.length > 0 || isOwn)
        tx.audit({
          action: 'search people',
          subject: { type: 'people', id: tx.actor.municipalityId },
          details: { found: people.length, ...(isOwn && { odd: 'ownName' }) },
        })
      if (isOwn) await tellOfficers(tx)
      const found = await addressesById(
        tx,
        people.flatMap(({ addressId }) => addressId ?? []),
      )
      const frozen = query ? await frozenFound(tx, query) : 0
      return { people, frozen, addresses: new Map(found.map((address) => [address.id, addressLine(t, address)])) }
    })
    return workplacePage(
      c,
      { title: t('people.title') },
      <PeoplePage
        t={t}
        query={query}
        people={people}
        frozen={frozen}
        addresses={addresses}
        mayRegister={registerPeople.allows(staffOf(c))}
      />,
    )
  })
  newPersonRoutes(routes, needs)
  routes.get('/people/:id', may(knowPeople), (c) => personPage(c, needs))
  contactRoutes(routes, needs)
  householdRoutes(routes, { transact, personPage: (c, shown) => personPage(c, needs, shown) })
  lookerRoutes(routes, needs)
}

function newPersonRoutes(routes: Routes, { transact }: PeopleNeeds): void {
  routes.get('/people/new', may(registerPeople), (c) =>
    contactPage(c, { values: { id: uuidv7(), language: 'nl', preferredChannel: 'phone' } }),
  )

  routes.post('/people', may(registerPeople), async (c) => {
    const form = await parseForm(c, newPersonForm)
    if (!form.ok) return contactPage(c, form, 422)
    const { id, ...typed } = form.data
    const actor = staffOf(c)
    const meant = await transact(actor, async (tx) => {
      const meant = await contactMeant(tx, typed)
      if (meant.kind === 'contact') await createPerson(tx, { ...meant.contact, id, zoneId: actor.zoneId })
      return meant
    })
    if (meant.kind !== 'contact') return contactPage(c, { values: form.values, ...unclear(meant) }, 422)
    leaveFlash(c, 'people.done.registered')
    return c.redirect(`/people/${id}`, 303)
  })
}

function contactRoutes(routes: Routes, { transact }: PeopleNeeds): void {
  routes.get('/people/:id/contact', may(knowPeople), async (c) => {
    const t = c.get('t')
    const { person, address } = await transact(staffOf(c), async (tx) => {
      const person = await personFor(tx, idOf(c), 'change contact')
      const [address] = person.addressId ? await addressesById(tx, [person.addressId]) : []
      return { person, address: address ? addressLine(t, address) : '' }
    })
    return contactPage(c, { person, values: { ...valuesOf(person), address } })
  })

  routes.post('/people/:id/contact', may(knowPeople), async (c) => {
    const form = await parseForm(c, contactForm)
    const read = () => transact(staffOf(c), (tx) => personFor(tx, idOf(c), 'change contact'))
    if (!form.ok) return contactPage(c, { ...form, person: await read() }, 422)
    const { version, ...typed } = form.data
    const result = await transact(staffOf(c), async (tx) => {
      const person = await personFor(tx, idOf(c), 'change contact')
      const meant = await contactMeant(tx, typed)
      if (meant.kind !== 'contact') return { person, ...unclear(meant) }
      return (await updateContact(tx, person.id, version, meant.contact)) ? undefined : { person, isStale: true }
    })
    if (result) return contactPage(c, { values: form.values, ...result }, 'isStale' in result ? 409 : 422)
    leaveFlash(c, 'people.done.saved')
    return c.redirect(`/people/${idOf(c)}`, 303)
  })
}

type ShownContact = {
  readonly values: FormValues
  readonly errors?: FormErrors
  readonly person?: Person
  readonly choices?: readonly AddressChoice[]
  readonly isStale?: boolean
}

function contactPage(c: Ctx, shown: ShownContact, status?: 409 | 422): Response {
  const t = c.get('t')
  const { person, values, errors, choices = [], isStale = false } = shown
  return workplacePage(
    c,
    { title: t(person ? 'people.contact' : 'people.new') },
    <ContactPage
      t={t}
      person={person}
      form={filledForm(t, isStale && person ? { ...values, version: String(person.version) } : values, errors)}
      choices={choices}
      isStale={isStale}
    />,
    status,
  )
}

function unclear(meant: { readonly kind: string; readonly choices?: readonly AddressChoice[] }) {
  const key = meant.kind === 'noAddress' ? 'people.error.noAddress' : 'people.error.severalAddresses'
  const field = meant.kind === 'noAddress' ? 'address' : 'addressId'
  return { errors: [{ field, key, values: {} }], choices: meant.choices ?? [] }
}

type ShownPerson = { readonly values: FormValues; readonly errors: FormErrors }

async function personPage(c: Ctx, { transact, sections }: PeopleNeeds, shown?: ShownPerson): Promise<Response> {
  const t = c.get('t')
  const frozenOn = await transact(staffOf(c), (tx) => frozenSince(tx, idOf(c)))
  const askHref = isSecrecyCoordinator(staffOf(c)) ? `/rights/new?person=${idOf(c)}` : undefined
  if (frozenOn)
    return workplacePage(c, { title: t('people.frozen') }, <FrozenPage t={t} since={frozenOn} askHref={askHref} />)
  const page = await transact(staffOf(c), async (tx) => {
    const person = await personFor(tx, idOf(c), 'contact')
    const [address] = person.addressId ? await addressesById(tx, [person.addressId]) : []
    const parts = []
    for (const sectionOf of sections) parts.push(await sectionOf(tx, person, t))
    return { person, address: address && addressLine(t, address), household: await householdOf(tx, person.id), parts }
  })
  return workplacePage(
    c,
    { title: fullName(page.person) },
    <PersonPage
      t={t}
      {...page}
      form={filledForm(
        t,
        shown?.values ?? { householdId: uuidv7(), newPersonId: uuidv7(), since: t.today },
        shown?.errors,
      )}
    />,
    shown ? 422 : 200,
  )
}

function valuesOf(person: Person): FormValues {
  const { needsInterpreter, ...texts } = person
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value === null ? '' : String(value)])),
    needsInterpreter: needsInterpreter ? 'yes' : '',
  }
}

const idOf = (c: Ctx): string => c.req.param('id') ?? ''
