import type { Tx } from '../../../platform/database/transact.ts'
import { zonesIn } from '../../../registers/municipalities/index.ts'
import { serviceById, serviceChoices } from '../../../registers/organisations/index.ts'

/** Whom a form offers to hand over to: a service of the map, or another controller with accounts here. */
export type ReceiverChoice = { readonly value: string; readonly label: string }

/** Who receives: with a zone of its own by account, without by link. */
export type Receiver = {
  readonly serviceId: string | null
  readonly organisationName: string
  readonly receiverZoneId: string | null
  readonly waitingWeeks: number | null
  readonly email: string | null
}

/** Everybody one can hand over to from `zoneId`: first the controllers, then the services by name. */
export async function receiverChoices(tx: Tx, zoneId: string): Promise<readonly ReceiverChoice[]> {
  const zones = (await zonesIn(tx)).filter(({ id }) => id !== zoneId)
  const services = await serviceChoices(tx)
  return [
    ...zones.map(({ id, name }) => ({ value: `zone:${id}`, label: name })),
    ...services.map(({ id, name, organisationName }) => ({
      value: `service:${id}`,
      label: `${name} · ${organisationName}`,
    })),
  ]
}

/** The receiver somebody chose, or named in own words; undefined when there is no such. */
export async function receiverOf(
  tx: Tx,
  chosen: string,
  ownWords: string | undefined,
  ownZoneId: string,
): Promise<Receiver | undefined> {
  const [kind, id = ''] = chosen.split(':')
  if (kind === 'zone') {
    const zone = (await zonesIn(tx)).find((one) => one.id === id && one.id !== ownZoneId)
    return zone && { ...none, organisationName: zone.name, receiverZoneId: zone.id }
  }
  if (kind === 'service') {
    const service = await serviceById(tx, id)
    return (
      service && {
        serviceId: service.id,
        organisationName: service.organisationName,
        // A service of one's own zone is no other controller.
        receiverZoneId: service.zoneId === ownZoneId ? null : service.zoneId,
        waitingWeeks: service.waitingWeeks,
        email: service.email,
      }
    )
  }
  return ownWords ? { ...none, organisationName: ownWords } : undefined
}

const none = { serviceId: null, receiverZoneId: null, waitingWeeks: null, email: null } as const

/** Whether a zone is that of the public centre for social welfare: its receivers are social workers. */
export async function isSocialService(tx: Tx, zoneId: string | null): Promise<boolean> {
  return zoneId !== null && (await zonesIn(tx)).some(({ id, kind }) => id === zoneId && kind === 'ocmw')
}
