import type { Tx } from '../../../platform/database/transact.ts'
import { searchServices, serviceById } from '../../../registers/organisations/index.ts'
import kinds from './content/service-kinds.json' with { type: 'json' }
import type { Contact } from './views/contact.ts'

/** For each kind of service a right is asked of, the first one in the municipality's service map; none where it has none. */
export async function contactsFor(tx: Tx, slug: string): Promise<Readonly<Record<string, Contact>>> {
  const found: [string, Contact][] = []
  for (const [kind, words] of Object.entries(kinds)) {
    const { services, isPartly } = await searchServices(tx, { words, limit: 1 })
    const [first] = services
    const service = first && !isPartly ? await serviceById(tx, first.id) : undefined
    if (!service) continue
    const address = [service.streetAddress, [service.postalCode, service.city].filter(Boolean).join(' ')]
    found.push([
      kind,
      {
        name: service.name,
        phone: service.phone ?? '',
        address: address.filter(Boolean).join(', '),
        href: `/in/${slug}/services/${service.id}`,
      },
    ])
  }
  return Object.fromEntries(found)
}
