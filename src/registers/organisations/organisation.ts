import type { Actor } from '../../platform/access/actor.ts'

/** A body that offers services or works along: association, company, public service. */
export type Organisation = {
  readonly id: string
  /** Data zone of the partner that keeps it up to date; null: the municipality does. */
  readonly zoneId: string | null
  readonly name: string
  readonly alternateName: string | null
  readonly legalForm: string | null
  /** Ten digits, as in the Crossroads Bank for Enterprises. */
  readonly enterpriseNumber: string | null
  readonly description: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly website: string | null
  readonly endedOn: string | null
  /** The organisation this sheet went into, when it was there twice. */
  readonly mergedInto: string | null
  readonly version: number
}

/** What a form may change. */
export type OrganisationInput = Omit<Organisation, 'version' | 'endedOn' | 'mergedInto'>

/** Whether `actor` may change what an organisation with this zone offers: those who keep the map, and a partner its own. */
export function mayChangeOfferOf(actor: Actor, zoneId: string | null): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'staff') return false
  if (actor.role === 'coordinator' || actor.role === 'communityWorker') return true
  return actor.role === 'partnerCoordinator' && actor.zoneId === zoneId
}

/** An enterprise number as Belgians write it: 0412.345.678. */
export function formatEnterpriseNumber(digits: string): string {
  return digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3')
}

/** Whether the last two digits are 97 minus the first eight modulo 97, as the Crossroads Bank makes its numbers. */
export function isEnterpriseNumber(digits: string): boolean {
  return /^[01]\d{9}$/.test(digits) && 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8))
}
