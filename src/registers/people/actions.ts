import type { z } from 'zod'
import type { Tx } from '../../platform/database/transact.ts'
import { type Address, addressById, findAddresses, isAddressTyped } from '../places/index.ts'
import type { contactForm, householdForm } from './forms.ts'
import { createHouseholds, householdOf } from './household-store.ts'
import type { Person } from './person.ts'
import { type Contact, createPerson } from './person-store.ts'

type TypedContact = Omit<z.output<typeof contactForm>, 'version'>

/** What a typed contact form means: the contact data, or that the address is not clear yet. */
export type ContactMeant =
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'severalAddresses'; readonly choices: readonly Address[] }
  | { readonly kind: 'noAddress' }

/** Looks up the address that was typed: one that is chosen already wins, one that can only be one place is taken. */
export async function contactMeant(tx: Tx, typed: TypedContact): Promise<ContactMeant> {
  const { address, addressId, ...rest } = typed
  const contact = {
    ...rest,
    familyName: rest.familyName ?? '',
    called: rest.called ?? null,
    birthYear: rest.birthYear ?? null,
    reachWhen: rest.reachWhen ?? null,
    phone: rest.phone ?? null,
    email: rest.email ?? null,
    placeText: rest.placeText ?? null,
    note: rest.note ?? null,
    addressId: null,
    neighbourhoodId: null,
  }
  if (!address) return { kind: 'contact', contact }
  const known = addressId ? await addressById(tx, addressId) : undefined
  const alike = known ? [known] : await findAddresses(tx, address, mostChoices)
  const exactly = alike.filter((found) => isAddressTyped(address, found))
  const found = exactly.length === 1 ? exactly : alike
  const [only, ...others] = found
  if (!only) return { kind: 'noAddress' }
  if (others.length > 0) return { kind: 'severalAddresses', choices: found }
  return { kind: 'contact', contact: { ...contact, addressId: only.id, neighbourhoodId: only.neighbourhoodId } }
}

const mostChoices = 12

/** Adds somebody to the household of `person`, which begins with that person when there was none. */
export async function addToHousehold(tx: Tx, person: Person, form: z.output<typeof householdForm>): Promise<void> {
  const { zoneId, addressId, placeText, neighbourhoodId } = person
  const { newPersonId, personId, givenName, familyName, birthYear, role, since } = form
  if (!personId)
    await createPerson(tx, {
      id: newPersonId,
      zoneId,
      givenName: givenName ?? '',
      familyName: familyName ?? person.familyName,
      birthYear,
      addressId,
      placeText,
      neighbourhoodId,
    })
  const household = await householdOf(tx, person.id)
  const householdId = household?.id ?? form.householdId
  const first = household ? [] : [{ householdId, personId: person.id, role: 'contact' as const, since }]
  await createHouseholds(tx, zoneId, household ? [] : [householdId], [
    ...first,
    { householdId, personId: personId ?? newPersonId, role, since },
  ])
}
