import type { CountRule, Ledger, Publication, Table } from '@meernet/statistics'
import { afterPublishing, mayPublish, protectTable } from '@meernet/statistics'
import { type ShownTable, shownFrom } from './shown-table.ts'

/** Who gets to see a table: everybody, or the partners and the steering group. */
export const audiences = ['public', 'partners'] as const
export type Audience = (typeof audiences)[number]

/** A table of our own counts that somebody wants to publish. */
export type ToPublish = {
  readonly id: string
  /**
   * What was counted, over which people: `signals by theme 2026`. Publications of one measure are held against each other; counts of
   * different years are of different people and have a measure each.
   */
  readonly measure: string
  readonly title: string
  readonly audience: Audience
  readonly table: Table
  readonly rule: CountRule
  /** Names of categories for people who read the list of publications. */
  readonly labels: Readonly<Record<string, string>>
}

/** A publication as it was kept. */
export type KeptPublication = Publication &
  Pick<ToPublish, 'measure' | 'title' | 'audience' | 'labels'> & {
    readonly publishedAt: Date
    readonly publishedBy: string | null
  }

/**
 * Why a table cannot go out. `divided`: an earlier one was divided by `what`, which this one is not (a neighbourhood got another border).
 * `exposed`: beside the earlier ones it would tell of few people, however much of it is hidden.
 */
export type Refusal =
  | { readonly kind: 'refused'; readonly reason: 'divided'; readonly publication: string; readonly what: string }
  | { readonly kind: 'refused'; readonly reason: 'exposed' }

export type Judged = { readonly kind: 'may'; readonly shown: ShownTable; readonly publication: Publication } | Refusal

/** How a table may go out after all that went out before; refuses one that would give away what was hidden. */
export function judged({ id, table, rule }: Pick<ToPublish, 'id' | 'table' | 'rule'>, ledger: Ledger): Judged {
  const alone = mayPublish(ledger, protectTable(table, rule))
  if (alone.kind === 'cannotTell')
    return { kind: 'refused', reason: 'divided', publication: alone.publication, what: alone.what }
  const answer = protectTable(table, rule, ledger)
  if (answer.exposed.length > 0) return { kind: 'refused', reason: 'exposed' }
  const publication = afterPublishing(ledger, id, answer).at(-1)
  if (!publication) throw new Error('A ledger without the table that was just published.')
  return { kind: 'may', shown: shownFrom(answer, rule), publication }
}
