import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { type Held, type HeldShape, heldRecords } from '../../../platform/fields/held.ts'

/** Whose cards: a person's of the register, or one card whose code was shown. */
export type CardsOf = { readonly personId: string | null; readonly cardId: string | null }

/**
 * What detection holds about somebody in one data zone: cards with what became of them (P16). Who handed one in is left out. A
 * card that went to the safety track comes with its concern once both named professionals agreed to that, and not at all
 * before; that danger may be left out is said to everybody, so that it tells nothing.
 */
export async function whatDetectionHolds(tx: Tx, whose: CardsOf, zoneId: string): Promise<Held> {
  const ids = await cardsOf(tx, whose, zoneId)
  if (ids.length === 0) return { records: [], leftOut: ['danger'] }
  const zone = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const records = []
  for (const { whose: column, order, ...shape } of cardShapes) {
    const { rows } = await sql<object>`
      select * from ${sql.table(shape.table)} where ${sql.ref(column)} = any(${[...ids]}::uuid[]) order by ${sql.ref(order)}`.execute(
      tx.db,
    )
    records.push(...heldRecords(zone, shape, rows))
  }
  const { rows: concerns } = await sql<object>`select * from detection.concerns_shown(${[...ids]}::uuid[])`.execute(
    tx.db,
  )
  records.push(...heldRecords(zone, concernShape, concerns))
  const isFromOther = records.some(({ values }) => values.source !== undefined && values.source !== 'resident')
  return {
    // Who filled a card in for somebody is that other's data.
    records: records.map(({ table, values: { 'content_sealed.filledInBy': _, ...values } }) => ({ table, values })),
    leftOut: ['colleagues', 'danger', ...(isFromOther ? (['sender'] as const) : [])],
  }
}

/** What visits keep of a visitor in one data zone: when somebody was out, and called. What happened at doors is of who lives there. */
export async function whatVisitsHold(tx: Tx, accountId: string, zoneId: string): Promise<Held> {
  const zone = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const records = []
  for (const { order, ...shape } of visitorShapes) {
    const { rows } = await sql<object>`
      select * from ${sql.table(shape.table)} where visitor_id = ${accountId}::uuid and zone_id = ${zoneId}::uuid
      order by ${sql.ref(order)}`.execute(tx.db)
    records.push(...heldRecords(zone, shape, rows))
  }
  return { records, leftOut: records.length > 0 ? ['doors'] : [] }
}

/** The tables that the copy of somebody's data has from here. */
export const heldInDetection = (): readonly string[] =>
  [...cardShapes, concernShape, ...visitorShapes].map(({ table }) => table)

async function cardsOf(tx: Tx, { personId, cardId }: CardsOf, zoneId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with own as (select id from detection.signal
      where zone_id = ${zoneId}::uuid and (person_id = ${personId}::uuid or id = ${cardId}::uuid))
    select id from own union select s.id from detection.signal s join own on s.merged_into = own.id`.execute(tx.db)
  const ids = rows.map(({ id }) => id)
  const { rows: hidden } = await sql<{ id: string }>`
    select detection.cards_in_safety_track(${ids}::uuid[]) as id`.execute(tx.db)
  return ids.filter((id) => !hidden.some((one) => one.id === id))
}

type Shape = HeldShape & { readonly order: string }

const cardShapes: readonly (Shape & { readonly whose: string })[] = [
  {
    table: 'detection.referral_card',
    key: ['id'],
    whose: 'id',
    order: 'filed_at',
    columns: ['source', 'channel', 'language', 'needs_interpreter', 'filled_in_on', 'erased_at'],
    json: ['content_sealed'],
  },
  {
    table: 'detection.card_agreement',
    key: ['card_id'],
    whose: 'card_id',
    order: 'given_on',
    columns: ['to_whom', 'given', 'given_on', 'valid_until', 'withdrawn_on'],
    sealed: ['may_tell_sealed'],
  },
  {
    table: 'detection.signal',
    key: ['id'],
    whose: 'id',
    order: 'received_at',
    columns: ['state', 'urgency', 'received_at', 'due_on', 'closed_because', 'frozen_on'],
  },
  {
    table: 'detection.signal_event',
    key: ['signal_id', 'number'],
    whose: 'signal_id',
    order: 'number',
    columns: ['kind', 'detail', 'at'],
    sealed: ['note_sealed'],
  },
  {
    table: 'detection.told_word',
    key: ['id'],
    whose: 'card_id',
    order: 'told_at',
    columns: ['audience', 'told_at'],
    sealed: ['words_sealed'],
  },
]

const concernShape: HeldShape = {
  table: 'detection.safety_concern',
  key: ['id'],
  columns: ['noted_at', 'decision'],
  sealed: ['content_sealed'],
}

const visitorShapes: readonly Shape[] = [
  {
    table: 'detection.outing',
    key: ['id'],
    order: 'checked_in_at',
    columns: ['checked_in_at', 'expected_back_at', 'back_at'],
  },
  { table: 'detection.visit_call', key: ['id'], order: 'called_at', columns: ['kind', 'called_at', 'taken_at'] },
]
