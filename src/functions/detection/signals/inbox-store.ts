import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { type InboxFilter, pageSize } from './inbox-filter.ts'
import type { WordWays } from './search.ts'
import { openStates } from './signal.ts'
import { type Signal, signalFrom, signalRows } from './signal-store.ts'

/** Limits that come with who asks. */
export type InboxScope = {
  readonly userId: string
  readonly today: IsoDate
  /** Neighbourhoods of the membership; undefined: all. */
  readonly neighbourhoodIds: readonly string[] | undefined
}

/** Signals in the inbox, earliest promise first, or newest first when nothing is promised any more; those merged into another are left out. */
export async function inboxSignals(
  tx: Tx,
  filter: InboxFilter,
  scope: InboxScope,
  limit = pageSize,
): Promise<readonly Signal[]> {
  const found = filtered(tx, filter, scope)
  const rows = await (hasPromises(filter)
    ? found.orderBy('due_on', (order) => order.asc().nullsLast()).orderBy('received_at')
    : found.orderBy('received_at', 'desc')
  )
    .orderBy('id')
    .limit(limit)
    .offset((filter.page - 1) * pageSize)
    .execute()
  return rows.map(signalFrom)
}

/** How many signals the filter lets through. */
export async function countInbox(tx: Tx, filter: InboxFilter, scope: InboxScope): Promise<number> {
  const { count } = await filtered(tx, filter, scope)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Signals among `ids` that the filter lets through, earliest promise first: for a search, which then sorts by fit. */
export async function inboxAmong(
  tx: Tx,
  ids: readonly string[],
  filter: InboxFilter,
  scope: InboxScope,
): Promise<readonly Signal[]> {
  if (ids.length === 0) return []
  const rows = await filtered(tx, filter, scope)
    .where('id', 'in', [...ids])
    .orderBy('due_on', (order) => order.asc().nullsLast())
    .orderBy('received_at')
    .execute()
  return rows.map(signalFrom)
}

/** Cards in which every word may be, newest first, at most `most`. */
export async function cardsWithWords(tx: Tx, words: readonly WordWays[], most = 200): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from detection.cards_with_words(${JSON.stringify(words)}::jsonb, ${most}) as id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** How many open signals are urgent matters, too late, due today, or nobody's. */
export type InboxCounts = {
  readonly open: number
  readonly alarm: number
  readonly overdue: number
  readonly today: number
  readonly nobody: number
}

export async function inboxCounts(tx: Tx, scope: InboxScope): Promise<InboxCounts> {
  const neighbourhoods = scope.neighbourhoodIds ? [...scope.neighbourhoodIds] : null
  const { rows } = await sql<InboxCounts>`
    select count(*)::int as open,
      (count(*) filter (where triage = 'alarm' or (triage is null and urgency = 'urgent')))::int as alarm,
      (count(*) filter (where due_on < ${scope.today}))::int as overdue,
      (count(*) filter (where due_on = ${scope.today}))::int as today,
      (count(*) filter (where assignee_user_id is null))::int as nobody
    from detection.signal
    where zone_id = platform.actor_zone() and merged_into is null and state not in ('declined', 'closed', 'case')
      and (${neighbourhoods}::uuid[] is null or neighbourhood_id is null or neighbourhood_id = any(${neighbourhoods}::uuid[]))`.execute(
    tx.db,
  )
  return rows[0] ?? { open: 0, alarm: 0, overdue: 0, today: 0, nobody: 0 }
}

const hasPromises = ({ state }: InboxFilter) => state === 'open' || openStates.some((open) => open === state)

function filtered(tx: Tx, filter: InboxFilter, { userId, today, neighbourhoodIds }: InboxScope) {
  let query = signalRows(tx)
    // A signal somebody sent from here to another zone is not in this inbox.
    .where('zone_id', '=', sql<string>`platform.actor_zone()`)
    .where('merged_into', 'is', null)
  if (filter.state === 'open') query = query.where('state', 'in', [...openStates])
  else if (filter.state !== 'all') query = query.where('state', '=', filter.state)
  if (filter.triage === 'none') query = query.where('triage', 'is', null)
  else if (filter.triage) query = query.where('triage', '=', filter.triage)
  if (filter.neighbourhood) query = query.where('neighbourhood_id', '=', filter.neighbourhood)
  if (filter.source) query = query.where('source', '=', filter.source)
  if (filter.assignee === 'nobody') query = query.where('assignee_user_id', 'is', null)
  else if (filter.assignee)
    query = query.where('assignee_user_id', '=', filter.assignee === 'me' ? userId : filter.assignee)
  if (filter.due === 'overdue') query = query.where('due_on', '<', today)
  if (filter.due === 'today') query = query.where('due_on', '=', today)
  if (neighbourhoodIds) {
    const own = sql<boolean>`neighbourhood_id is null or neighbourhood_id = any(${[...neighbourhoodIds]}::uuid[])`
    query = query.where(sql<boolean>`(${own})`)
  }
  return query
}
