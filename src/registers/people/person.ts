/** How somebody wants to be reached. */
export const channels = ['phone', 'letter', 'email', 'faceToFace'] as const
export type Channel = (typeof channels)[number]

/** What is known to reach and address somebody. Names and contact are class contact; `note` is sealed at rest. */
export type Person = {
  readonly id: string
  readonly zoneId: string
  readonly givenName: string
  readonly familyName: string
  /** What the person wants to be called, when that is not the given name. */
  readonly called: string | null
  readonly birthYear: number | null
  /** ISO 639 code. */
  readonly language: string
  readonly needsInterpreter: boolean
  readonly preferredChannel: Channel
  readonly reachWhen: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly addressId: string | null
  /** Where to find somebody without an address. */
  readonly placeText: string | null
  readonly neighbourhoodId: string | null
  readonly note: string | null
  /** Counts changes; a form carries it, so that two people do not overwrite each other. */
  readonly version: number
}

/** What `createPerson` needs: an identifier made where the form was made, a zone and a given name; the rest may come later. */
export type NewPerson = Pick<Person, 'id' | 'zoneId' | 'givenName'> & {
  readonly [Field in Exclude<keyof Person, 'id' | 'zoneId' | 'givenName' | 'version'>]?: Person[Field] | undefined
}

/** What a list of people shows. */
export type PersonSummary = Pick<
  Person,
  'id' | 'givenName' | 'familyName' | 'called' | 'birthYear' | 'phone' | 'addressId' | 'placeText' | 'neighbourhoodId'
>

/** Full name, with what the person wants to be called when that differs: `Fatima El Amrani (Fati)`. */
export function fullName({
  givenName,
  familyName,
  called,
}: Pick<Person, 'givenName' | 'familyName' | 'called'>): string {
  const name = `${givenName} ${familyName}`.trim()
  return called && called !== givenName ? `${name} (${called})` : name
}
