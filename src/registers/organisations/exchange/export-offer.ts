import type { Tx } from '../../../platform/database/transact.ts'
import { type HsdsOrganization, type HsdsPage, type HsdsService, pageOf } from './hsds.ts'
import { publishedOrganisations, publishedServices } from './offer-store.ts'
import { hsdsOrganization, hsdsService } from './write.ts'

/** The whole offer as one HSDS page; organisations without a service stand beside it, for no service names them. */
export type ExportedOffer = HsdsPage<HsdsService> & { readonly organizations: readonly HsdsOrganization[] }

/** All services of the municipality, ended ones too, so that an archive or another installation gets the same map. */
export async function exportOffer(tx: Tx, municipalityName: string): Promise<ExportedOffer> {
  const services: HsdsService[] = []
  for (let page = 1, isLast = false; !isLast; page += 1) {
    const { items, total } = await publishedServices(tx, { page, perPage: servicesAtOnce, withEnded: true })
    services.push(...items.map((item) => hsdsService(item, municipalityName)))
    isLast = page * servicesAtOnce >= total
  }
  const { items } = await publishedOrganisations(tx, { page: 1, perPage: allOrganisations, withoutServices: true })
  return {
    ...pageOf(services, services.length, 1, Math.max(1, services.length)),
    organizations: items.map(hsdsOrganization),
  }
}

const servicesAtOnce = 1000
const allOrganisations = 1_000_000
