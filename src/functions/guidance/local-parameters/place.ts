import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Place } from '../rights-check/step.ts'
import type { Contact } from '../rights-check/views/contact.ts'
import { type LocalContact, localContacts, parametersOn, valueOn } from './local-parameter.ts'
import { localValuesBy } from './local-parameter-store.ts'

/** Where and when a check is done: the day, the law of the region, and what this municipality decided itself by that day. */
export async function placeOf(tx: Tx, day: IsoDate, region: Place['region']): Promise<Place> {
  return { date: day, region, parameters: parametersOn(await localValuesBy(tx, day), day) }
}

/** Where people ask here, as staff entered it, by the kind of service a right is asked of; nothing where they did not. */
export async function contactsEntered(tx: Tx, day: IsoDate): Promise<Readonly<Record<string, Contact>>> {
  const values = await localValuesBy(tx, day)
  const entered = Object.entries(localContacts).flatMap(([parameter, kinds]) => {
    const value = valueOn(values, parameter as LocalContact, day)?.value
    if (value?.kind !== 'contact') return []
    const { name, phone, address, hours } = value
    const contact = { name, phone: phone ?? '', address: address ?? '', hours: hours ?? '' }
    return kinds.map((kind) => [kind, contact] as const)
  })
  return Object.fromEntries(entered)
}
