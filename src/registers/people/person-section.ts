import type { Tx } from '../../platform/database/transact.ts'
import type { Texts } from '../../platform/messages/index.ts'
import type { Person } from './person.ts'

/** A part of a person's page that another module knows: agreements, cases. Texts are translated already. */
export type PersonSection = {
  readonly key: string
  readonly title: string
  readonly empty: string
  readonly links: readonly {
    readonly key: string
    readonly title: string
    readonly href?: string | undefined
    readonly meta?: string | undefined
  }[]
  readonly action?: { readonly href: string; readonly text: string }
}

/** Gives the part for one person, as far as the actor of `tx` may see it. */
export type PersonSectionOf = (tx: Tx, person: Person, t: Texts) => Promise<PersonSection>
