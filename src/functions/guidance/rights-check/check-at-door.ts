import type { Place } from './step.ts'
import type { Contact } from './views/contact.ts'

/** What the check has to know of a municipality at a door without a network. Nothing of a person. */
export type CheckAtDoor = Pick<Place, 'region' | 'parameters'> & {
  readonly contacts: Readonly<Record<string, Contact>>
  /** Languages in which its residents read. */
  readonly languages: readonly string[]
}
