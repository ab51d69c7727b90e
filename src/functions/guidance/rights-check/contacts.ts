import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { type BestService, bestServices } from '../../../registers/organisations/index.ts'
import { contactsEntered } from '../local-parameters/place.ts'
import kinds from './content/service-kinds.json' with { type: 'json' }
import type { Contact } from './views/contact.ts'

/**
 * For each kind of service a right is asked of: where staff say that one asks for it here, else the first one in the service map
 * that its words find; none where the municipality has none.
 */
export async function contactsFor(tx: Tx, slug: string, day: IsoDate): Promise<Readonly<Record<string, Contact>>> {
  const services = await bestServices(tx, kinds)
  const found = Object.entries(services).map(([kind, service]) => [kind, contactFrom(service, slug)] as const)
  return { ...Object.fromEntries(found), ...(await contactsEntered(tx, day)) }
}

function contactFrom({ id, name, phone, streetAddress, postalCode, city }: BestService, slug: string): Contact {
  const address = [streetAddress, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return { name, phone: phone ?? '', address, href: `/in/${slug}/services/${id}` }
}
