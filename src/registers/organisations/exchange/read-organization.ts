import { isEnterpriseNumber } from '../organisation.ts'
import { email, phoneIn, upTo, uuid, webAddress } from './checks.ts'
import type { IncomingOrganisation } from './incoming.ts'
import type { Source } from './source.ts'

/** An HSDS organization; undefined when it has no usable identifier or name, which is noted as a problem. */
export function readOrganization(source: Source): IncomingOrganisation | undefined {
  const id = source.required('id', ...uuid)?.toLowerCase()
  const name = source.required('name', ...upTo(160))
  const rest = {
    alternateName: source.checked('alternate_name', ...upTo(160)),
    legalForm: source.checked('legal_status', ...upTo(80)),
    enterpriseNumber: enterpriseNumberIn(source.list('organization_identifiers')),
    description: source.checked('description', ...upTo(2000)),
    phone: firstPhone(source.list('phones')),
    email: source.checked('email', ...email)?.toLowerCase(),
    website: source.checked('website', ...webAddress),
  }
  return id === undefined || name === undefined ? undefined : { id, name, ...rest }
}

/** The first number one can call; the others stay in the list of what is left out. */
export function firstPhone(phones: readonly Source[]): string | undefined {
  for (const phone of phones) {
    const number = phoneIn(phone.text('number'))
    if (number === undefined) phone.leave('number')
    else {
      phone.text('type')
      return number
    }
  }
  return undefined
}

/** The number in the Crossroads Bank for Enterprises, recognised by its check digits. */
function enterpriseNumberIn(identifiers: readonly Source[]): string | undefined {
  for (const identifier of identifiers) {
    const digits = (identifier.text('identifier') ?? '').replace(/^BE|\D/gi, '')
    if (isEnterpriseNumber(digits)) {
      identifier.text('identifier_scheme')
      identifier.text('identifier_type')
      return digits
    }
    identifier.leave('identifier')
  }
  return undefined
}
