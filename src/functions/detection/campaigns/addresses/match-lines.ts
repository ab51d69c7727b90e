import type { Address, Street } from '../../../../registers/places/index.ts'
import type { FileLine } from './address-file.ts'

/** Why a line of a file is not taken. */
export type LineProblem =
  | 'incomplete'
  | 'noStreet'
  | 'whichPostalCode'
  | 'noNumber'
  | 'whichBox'
  | 'elsewhere'
  | 'twice'
  | 'listed'
  | 'saidNo'

/** A line with the address it is, or why it is not taken. */
export type MatchedLine =
  | { readonly kind: 'found'; readonly line: FileLine; readonly address: Address }
  | { readonly kind: 'left'; readonly line: FileLine; readonly problem: LineProblem }

/** What lines are compared with: the streets and addresses of the municipality that the file can mean. */
export type Register = {
  readonly streets: readonly Pick<Street, 'id' | 'name' | 'postalCode'>[]
  readonly addresses: readonly Address[]
  /** In the neighbourhoods of the campaign. */
  readonly insideIds: ReadonlySet<string>
  readonly listedIds: ReadonlySet<string>
  readonly saidNoIds: ReadonlySet<string>
}

/** Finds the address of each line, letter case and accents aside; nothing is guessed. In the order of the file. */
export function matchLines(lines: readonly FileLine[], register: Register): readonly MatchedLine[] {
  const streets = Map.groupBy(register.streets, ({ name }) => folded(name))
  const addresses = Map.groupBy(register.addresses, ({ streetId, number }) => `${streetId} ${folded(number)}`)
  const seen = new Set<string>()
  return lines.map((line): MatchedLine => {
    const found = addressOf(line, streets, addresses)
    const problem = typeof found === 'string' ? found : whyNot(found, register, seen)
    if (typeof found === 'string' || problem) return { kind: 'left', line, problem: problem ?? 'noNumber' }
    seen.add(found.id)
    return { kind: 'found', line, address: found }
  })
}

/** A name as it is compared: lower case, no accents, single spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

type Grouped<Item> = ReadonlyMap<string, readonly Item[]>

function addressOf(
  line: FileLine,
  streets: Grouped<Register['streets'][number]>,
  addresses: Grouped<Address>,
): Address | LineProblem {
  if (line.street === '' || line.number === '') return 'incomplete'
  const named = streets.get(folded(line.street)) ?? []
  const meant = line.postalCode === '' ? named : named.filter(({ postalCode }) => postalCode === line.postalCode)
  const [street] = meant
  if (!street) return 'noStreet'
  if (meant.length > 1) return 'whichPostalCode'
  const doors = addresses.get(`${street.id} ${folded(line.number)}`) ?? []
  const door = doors.find(({ box }) => folded(box) === folded(line.box))
  if (door) return door
  return doors.length > 0 ? 'whichBox' : 'noNumber'
}

function whyNot({ id }: Address, register: Register, seen: ReadonlySet<string>): LineProblem | undefined {
  if (seen.has(id)) return 'twice'
  if (!register.insideIds.has(id)) return 'elsewhere'
  if (register.saidNoIds.has(id)) return 'saidNo'
  return register.listedIds.has(id) ? 'listed' : undefined
}
