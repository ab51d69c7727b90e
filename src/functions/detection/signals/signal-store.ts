import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { CardSource, CardUrgency } from '../cards/card-input.ts'
import type { CardToFile } from '../cards/card-to-file.ts'
import { dueOn } from './promises/deadline.ts'
import type { ClosingReason, SignalState, Triage } from './signal.ts'
import type { NewSignalEvent, SignalEvent, SignalEventKind } from './signal-event.ts'

/** A signal: where a card stands, without what it says. */
export type Signal = {
  readonly id: string
  readonly zoneId: string
  readonly state: SignalState
  readonly triage: Triage | null
  readonly urgency: CardUrgency
  readonly source: CardSource
  readonly neighbourhoodId: string | null
  readonly senderUserId: string | null
  readonly receivedAt: Date
  readonly changedAt: Date
  readonly dueOn: IsoDate | null
  readonly assigneeUserId: string | null
  readonly escalated: 'nobody' | 'substitute' | 'headOfService'
  readonly escalatedTo: string | null
  readonly personId: string | null
  readonly caseId: string | null
  readonly caseProgress: 'takenUp' | 'followed' | 'closed' | null
  readonly closedBecause: ClosingReason | null
  readonly reofferOn: IsoDate | null
  readonly mergedInto: string | null
  readonly mergedAt: Date | null
  readonly version: number
}

/** What an act may change of a signal. */
export type SignalChange = Partial<Omit<Signal, 'id' | 'zoneId' | 'receivedAt' | 'version' | 'changedAt'>>

/** Lets new cards arrive as signals, each with its first line of history; one that is there already stays as it is. */
export async function insertSignals(tx: Tx, cards: readonly CardToFile[]): Promise<void> {
  const today = isoDateIn(municipalTimeZone, tx.now)
  await tx.db
    .insertInto('detection.signal')
    .values(
      cards.map(({ id, zoneId, urgency, source, neighbourhoodId, senderUserId }) => ({
        municipality_id: tx.actor.municipalityId,
        id,
        zone_id: zoneId,
        state: 'received',
        urgency,
        source,
        neighbourhood_id: neighbourhoodId ?? null,
        sender_user_id: senderUserId ?? null,
        received_at: tx.now,
        changed_at: tx.now,
        due_on: dueOn({ state: 'received', triage: null, urgency, receivedOn: today, on: today }),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.db
    .insertInto('detection.signal_event')
    .values(
      cards.map(({ id, zoneId, channel, senderUserId }) => ({
        municipality_id: tx.actor.municipalityId,
        signal_id: id,
        number: 1,
        zone_id: zoneId,
        at: tx.now,
        by_kind: tx.actor.kind === 'staff' || senderUserId ? 'sender' : 'program',
        by_user_id: senderUserId ?? (tx.actor.kind === 'staff' ? tx.actor.userId : null),
        kind: 'filed' satisfies SignalEventKind,
        detail: channel,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A signal the actor may see, or undefined. */
export async function signalById(tx: Tx, id: string): Promise<Signal | undefined> {
  const row = await signalRows(tx).where('id', '=', id).executeTakeFirst()
  return row && signalFrom(row)
}

/** As `signalById`, held until the end of the transaction. */
export async function lockSignal(tx: Tx, id: string): Promise<Signal | undefined> {
  const row = await signalRows(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && signalFrom(row)
}

/** Signals by identifier, in no order. */
export async function signalsById(tx: Tx, ids: readonly string[]): Promise<readonly Signal[]> {
  if (ids.length === 0) return []
  const rows = await signalRows(tx)
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(signalFrom)
}

/** Keeps a change of a locked signal and raises its version. */
export async function saveSignal(tx: Tx, { id }: Pick<Signal, 'id'>, change: SignalChange): Promise<void> {
  await tx.db
    .updateTable('detection.signal')
    .set({ ...columnsOf(change), changed_at: tx.now, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

/** Adds lines to the history of one signal, in the order given. */
export async function addEvents(
  tx: Tx,
  { id, zoneId }: Pick<Signal, 'id' | 'zoneId'>,
  events: readonly NewSignalEvent[],
): Promise<void> {
  if (events.length === 0) return
  const last = await tx.db
    .selectFrom('detection.signal_event')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('signal_id', '=', id)
    .executeTakeFirst()
  const key = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const staff = tx.actor.kind === 'staff' ? tx.actor.userId : null
  await tx.db
    .insertInto('detection.signal_event')
    .values(
      events.map(({ kind, by, detail, otherId, note }, index) => {
        const number = (last?.number ?? 0) + index + 1
        return {
          municipality_id: tx.actor.municipalityId,
          signal_id: id,
          number,
          zone_id: zoneId,
          at: tx.now,
          by_kind: by ?? (staff ? 'staff' : 'program'),
          by_user_id: staff,
          kind,
          detail: detail ?? null,
          other_id: otherId ?? null,
          note_sealed: note ? key.seal(noteOf(id, number), note) : null,
        }
      }),
    )
    .execute()
}

/** What happened to a signal, oldest first, with its notes opened. */
export async function eventsOf(tx: Tx, { id, zoneId }: Pick<Signal, 'id' | 'zoneId'>): Promise<readonly SignalEvent[]> {
  const key = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const rows = await tx.db
    .selectFrom('detection.signal_event')
    .select(['number', 'at', 'by_kind', 'by_user_id', 'kind', 'detail', 'other_id', 'note_sealed'])
    .where('signal_id', '=', id)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    at: row.at,
    by: row.by_kind as SignalEvent['by'],
    byUserId: row.by_user_id,
    kind: row.kind as SignalEventKind,
    detail: row.detail ?? undefined,
    otherId: row.other_id,
    note: row.note_sealed ? key.open(noteOf(id, row.number), row.note_sealed) : undefined,
  }))
}

/** Signals that were merged into one of `ids`. */
export async function mergedInto(tx: Tx, ids: readonly string[]): Promise<readonly Signal[]> {
  if (ids.length === 0) return []
  const rows = await signalRows(tx)
    .where('merged_into', 'in', [...ids])
    .execute()
  return rows.map(signalFrom)
}

/** The signal a case began with. */
export async function signalOfCase(tx: Tx, caseId: string): Promise<Signal | undefined> {
  const row = await signalRows(tx).where('case_id', '=', caseId).forUpdate().executeTakeFirst()
  return row && signalFrom(row)
}

const noteOf = (signalId: string, number: number) => ({
  column: 'detection.signal_event.note_sealed',
  rowId: `${signalId}/${number}`,
})

/** The columns of a signal, for the stores that list them. */
const signalColumns = [
  'id',
  'zone_id',
  'state',
  'triage',
  'urgency',
  'source',
  'neighbourhood_id',
  'sender_user_id',
  'received_at',
  'changed_at',
  'due_on',
  'assignee_user_id',
  'escalated',
  'escalated_to',
  'person_id',
  'case_id',
  'case_progress',
  'closed_because',
  'reoffer_on',
  'merged_into',
  'merged_at',
  'version',
] as const

/**
 * Whether something is still promised, as the indexes of open signals say it. NOTE words, not values: a plan that PostgreSQL keeps
 * for any values does not know that it may use those.
 */
export const somethingIsPromised = sql<boolean>`state not in ('declined', 'closed', 'case')`

/** The query of signals that the stores of the inbox narrow down. */
export function signalRows(tx: Tx) {
  return tx.db.selectFrom('detection.signal').select(signalColumns)
}
export type SignalRow = Awaited<ReturnType<ReturnType<typeof signalRows>['executeTakeFirstOrThrow']>>

/** The signal that a row of `signalRows` holds. */
export function signalFrom(row: SignalRow): Signal {
  return {
    id: row.id,
    zoneId: row.zone_id,
    state: row.state as SignalState,
    triage: row.triage as Triage | null,
    urgency: row.urgency as CardUrgency,
    source: row.source as CardSource,
    neighbourhoodId: row.neighbourhood_id,
    senderUserId: row.sender_user_id,
    receivedAt: row.received_at,
    changedAt: row.changed_at,
    dueOn: row.due_on,
    assigneeUserId: row.assignee_user_id,
    escalated: row.escalated as Signal['escalated'],
    escalatedTo: row.escalated_to,
    personId: row.person_id,
    caseId: row.case_id,
    caseProgress: row.case_progress as Signal['caseProgress'],
    closedBecause: row.closed_because as ClosingReason | null,
    reofferOn: row.reoffer_on,
    mergedInto: row.merged_into,
    mergedAt: row.merged_at,
    version: row.version,
  }
}

const columnOf = {
  state: 'state',
  triage: 'triage',
  urgency: 'urgency',
  source: 'source',
  neighbourhoodId: 'neighbourhood_id',
  senderUserId: 'sender_user_id',
  dueOn: 'due_on',
  assigneeUserId: 'assignee_user_id',
  escalated: 'escalated',
  escalatedTo: 'escalated_to',
  personId: 'person_id',
  caseId: 'case_id',
  caseProgress: 'case_progress',
  closedBecause: 'closed_because',
  reofferOn: 'reoffer_on',
  mergedInto: 'merged_into',
  mergedAt: 'merged_at',
} as const satisfies Record<keyof SignalChange, string>

function columnsOf(change: SignalChange): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(change).map(([name, value]) => [columnOf[name as keyof SignalChange], value]),
  )
}

/** Since when the person of a card is frozen, and its neighbourhood, for a coordinator who would see it; to others nothing. */
export async function cardFrozenSince(
  tx: Tx,
  id: string,
): Promise<{ readonly since: IsoDate; readonly neighbourhoodId: string | null } | undefined> {
  const { rows } = await sql<{ since: IsoDate; neighbourhoodId: string | null }>`
    select since, neighbourhood_id as "neighbourhoodId" from detection.card_frozen_since(${id}::uuid)`.execute(tx.db)
  return rows[0]
}
