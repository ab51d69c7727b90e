import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { type Held, type HeldShape, heldRecords } from '../../../platform/fields/held.ts'

/** Whose cards: a person's of the register, or one card whose code was shown. */
export type CardsOf = { readonly personId: string | null; readonly cardId: string | null }

/** What detection holds about somebody in one data zone: cards with what became of them (P16). Who handed one in is left out. */
export async function whatDetectionHolds(tx: Tx, whose: CardsOf, zoneId: string): Promise<Held> {
  const ids = await cardsOf(tx, whose, zoneId)
  if (ids.length === 0) return { records: [], leftOut: [] }
  const zone = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  const records = []
  for (const { whose: column, order, ...shape } of shapes) {
    const { rows } = await sql<object>`
      select * from ${sql.table(shape.table)} where ${sql.ref(column)} = any(${[...ids]}::uuid[]) order by ${sql.ref(order)}`.execute(
      tx.db,
    )
    records.push(...heldRecords(zone, shape, rows))
  }
  const isFromOther = records.some(({ values }) => values.source !== undefined && values.source !== 'resident')
  return {
    // Who filled a card in for somebody is that other's data.
    records: records.map(({ table, values: { 'content_sealed.filledInBy': _, ...values } }) => ({ table, values })),
    leftOut: ['colleagues', ...(isFromOther ? (['sender'] as const) : [])],
  }
}

async function cardsOf(tx: Tx, { personId, cardId }: CardsOf, zoneId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with own as (select id from detection.signal
      where zone_id = ${zoneId}::uuid and (person_id = ${personId}::uuid or id = ${cardId}::uuid))
    select id from own union select s.id from detection.signal s join own on s.merged_into = own.id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

const shapes: readonly (HeldShape & { readonly whose: string; readonly order: string })[] = [
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
    columns: ['state', 'urgency', 'received_at', 'due_on', 'closed_because'],
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
