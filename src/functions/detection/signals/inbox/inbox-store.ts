import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { openStates } from '../signal.ts'
import { type Signal, signalFrom, signalRows, somethingIsPromised } from '../signal-store.ts'
import { type InboxFilter, type InboxScope, pageSize } from './inbox-filter.ts'
import type { AskedNumbers } from './search.ts'

/** Signals in the inbox, earliest promise first, or newest first when nothing is promised any more; those merged into another are left out. */
export async function inboxSignals(
  tx: Tx,
  filter: InboxFilter,
  scope: InboxScope,
  { limit = pageSize, skip = (filter.page - 1) * pageSize }: { readonly limit?: number; readonly skip?: number } = {},
): Promise<readonly Signal[]> {
  const rows = await inOrder(filter, filtered(tx, filter, scope))
    .limit(limit)
    .offset(skip)
    .execute()
  return rows.map(signalFrom)
}

/** How far is counted what the inbox holds: nobody pages through more. */
export const mostCounted = 1000

/** How many signals the filter lets through, counted as far as one more than `mostCounted`. */
export async function countInbox(tx: Tx, filter: InboxFilter, scope: InboxScope): Promise<number> {
  const counted = filtered(tx, filter, scope)
    .clearSelect()
    .select('id')
    .limit(mostCounted + 1)
  const { count } = await tx.db
    .selectFrom(counted.as('counted'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Signals among `ids` that the filter lets through, in the order of the inbox. */
export async function inboxAmong(
  tx: Tx,
  ids: readonly string[],
  filter: InboxFilter,
  scope: InboxScope,
  limit: number,
): Promise<readonly Signal[]> {
  if (ids.length === 0) return []
  const among = filtered(tx, filter, scope).where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
  const rows = await inOrder(filter, among).limit(limit).execute()
  return rows.map(signalFrom)
}

/** Cards that may have every word, at most `most`, in no order. */
export async function cardsWithWords(tx: Tx, words: AskedNumbers, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from ${withWords(words, most)} as id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Signals that the filter lets through and whose cards may have every word, in the order of the inbox: for words many cards have. */
export async function inboxWithWords(
  tx: Tx,
  words: AskedNumbers,
  filter: InboxFilter,
  scope: InboxScope,
  limit: number,
): Promise<readonly Signal[]> {
  // NOTE `is true` keeps it a filter: as a join, PostgreSQL would read all signals before it puts them in order.
  const having = sql<boolean>`(id in (select ${withWords(words, mostHaving)})) is true`
  const rows = await inOrder(filter, filtered(tx, filter, scope).where(having))
    .limit(limit)
    .execute()
  return rows.map(signalFrom)
}

/** More cards with one word than a municipality has in many years. */
const mostHaving = 200_000

const withWords = (words: AskedNumbers, most: number) =>
  sql`detection.cards_with_words(${JSON.stringify(words)}::jsonb, ${most})`

/** How many open signals are urgent matters, too late, due today, or nobody's; and the oldest day of the first two. */
export type InboxCounts = {
  readonly alarm: number
  readonly alarmDueOn: IsoDate | null
  readonly overdue: number
  readonly overdueDueOn: IsoDate | null
  readonly today: number
  readonly nobody: number
}

export async function inboxCounts(tx: Tx, scope: InboxScope): Promise<InboxCounts> {
  const neighbourhoods = scope.neighbourhoodIds ? [...scope.neighbourhoodIds] : null
  const { rows } = await sql<InboxCounts>`
    select (count(*) filter (where alarm))::int as alarm, min(due_on) filter (where alarm) as "alarmDueOn",
      (count(*) filter (where due_on < ${scope.today}))::int as overdue,
      min(due_on) filter (where due_on < ${scope.today}) as "overdueDueOn",
      (count(*) filter (where due_on = ${scope.today}))::int as today,
      (count(*) filter (where assignee_user_id is null))::int as nobody
    from detection.signal
    cross join lateral (select triage = 'alarm' or (triage is null and urgency = 'urgent') as alarm) as urgent
    where zone_id = (select platform.actor_zone()) and merged_into is null and state not in ('declined', 'closed', 'case')
      and (${neighbourhoods}::uuid[] is null or neighbourhood_id is null or neighbourhood_id = any(${neighbourhoods}::uuid[]))`.execute(
    tx.db,
  )
  return rows[0] ?? { alarm: 0, alarmDueOn: null, overdue: 0, overdueDueOn: null, today: 0, nobody: 0 }
}

const hasPromises = ({ state }: InboxFilter) => state === 'open' || openStates.some((open) => open === state)

function inOrder(filter: InboxFilter, found: ReturnType<typeof signalRows>) {
  const ordered = hasPromises(filter)
    ? found.orderBy('due_on', (order) => order.asc().nullsLast()).orderBy('received_at')
    : found.orderBy('received_at', 'desc')
  return ordered.orderBy('id')
}

function filtered(tx: Tx, filter: InboxFilter, { userId, today, neighbourhoodIds }: InboxScope) {
  let query = signalRows(tx)
    // A signal somebody sent from here to another zone is not in this inbox.
    .where('zone_id', '=', sql<string>`(select platform.actor_zone())`)
    .where('merged_into', 'is', null)
  if (filter.state === 'open') query = query.where(somethingIsPromised)
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
