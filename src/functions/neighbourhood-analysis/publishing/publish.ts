import type { Tx } from '../../../platform/database/transact.ts'
import { type Judged, judged, type Refusal, type ToPublish } from './publication.ts'
import { keepPublication, lockMeasure, publicationsOf } from './publication-store.ts'
import { type PublishedTable, publishedTable } from './published-table.ts'

/** What came of publishing: the table as readers see it, or why it may not go out. */
export type Publishing = { readonly kind: 'published'; readonly shown: PublishedTable } | Refusal

/**
 * Publishes a table of our own counts: hides what it takes beside all that went out of the same measure, and keeps what readers saw. The
 * same identifier again is the same publication. One at a time for a measure.
 */
export async function publish(tx: Tx, asked: ToPublish): Promise<Publishing> {
  await lockMeasure(tx, asked.measure)
  const earlier = await publicationsOf(tx, { measure: asked.measure })
  const known = earlier.find(({ id }) => id === asked.id)
  if (known) return { kind: 'published', shown: publishedTable(known) }
  const answer = judged(asked, earlier)
  if (answer.kind === 'refused') return answer
  const { actor } = tx
  const publishedBy = actor.kind === 'staff' ? actor.userId : null
  const { measure, title, audience, labels } = asked
  await keepPublication(tx, { ...answer.publication, measure, title, audience, labels, publishedBy })
  tx.audit({ action: 'publish figures', subject: { type: 'publication', id: asked.id } })
  return { kind: 'published', shown: publishedTable(answer.publication) }
}

/** How a table would go out now, for who prepares it: nothing is kept. */
export async function asItWouldGoOut(tx: Tx, asked: Omit<ToPublish, 'title' | 'audience' | 'labels'>): Promise<Judged> {
  return judged(asked, await publicationsOf(tx, { measure: asked.measure }))
}

/** A table that went out; nothing when there is none of that identifier. */
export async function publishedUnder(tx: Tx, id: string): Promise<PublishedTable | undefined> {
  const [known] = await publicationsOf(tx, { id })
  return known && publishedTable(known)
}
