import type { Tx } from '../../platform/database/transact.ts'
import { colleagues } from '../../platform/identity/index.ts'

/** Who handles requests in a data zone. Each zone is a controller of its own: nobody of another stands in (P9). */
export type ZoneHandlers = {
  /** A coordinator under professional secrecy, who knows the people of the zone. */
  readonly hasHandler: boolean
  readonly hasOfficer: boolean
}

/** Who handles requests in the data zone of the request, or of who notes one. */
export async function handlersIn(tx: Tx, zoneId: string): Promise<ZoneHandlers> {
  const all = await colleagues(tx, { roles: ['coordinator', 'dataProtectionOfficer'], zoneId })
  return {
    hasHandler: all.some(({ role, secrecy }) => role === 'coordinator' && secrecy === 'professionalSecrecy'),
    hasOfficer: all.some(({ role }) => role === 'dataProtectionOfficer'),
  }
}
