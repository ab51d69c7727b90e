import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { ToldAudience } from './told-word.ts'

/** Something told of a card, in the words of somebody under secrecy. */
export type ToldWord = {
  readonly id: string
  readonly cardId: string
  readonly audience: ToldAudience
  readonly words: string
  readonly toldBy: string
  readonly toldAt: Date
}

const place = (rowId: string) => ({ column: 'detection.told_word.words_sealed', rowId })

/** Keeps words for somebody; the same identifier twice keeps one. */
export async function insertTold(
  tx: Tx,
  { id, cardId, zoneId, audience, words, toldBy }: Omit<ToldWord, 'toldAt'> & { readonly zoneId: string },
): Promise<void> {
  const key = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  await tx.db
    .insertInto('detection.told_word')
    .values({
      municipality_id: tx.actor.municipalityId,
      id,
      zone_id: zoneId,
      card_id: cardId,
      audience,
      words_sealed: key.seal(place(id), words),
      told_by: toldBy,
      told_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What was told of these cards to one kind of listener, newest first; for who reads the card, or the program. */
export async function toldOf(tx: Tx, cardIds: readonly string[], audience: ToldAudience): Promise<readonly ToldWord[]> {
  if (cardIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('detection.told_word')
    .selectAll()
    .where('card_id', 'in', [...cardIds])
    .where('audience', '=', audience)
    .orderBy('told_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      cardId: row.card_id,
      audience: row.audience as ToldAudience,
      words: (await tx.vault.zone(row.municipality_id, row.zone_id)).open(place(row.id), row.words_sealed),
      toldBy: row.told_by,
      toldAt: row.told_at,
    })),
  )
}

/**
 * Of these cards those whose agreement holds on `today` for this listener, and that are not frozen: only of them words are shown.
 * As the program.
 */
export async function stillAgreed(
  tx: Tx,
  cardIds: readonly string[],
  audience: ToldAudience,
  today: IsoDate,
): Promise<readonly string[]> {
  if (cardIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('detection.card_agreement')
    .select(['card_id', 'to_whom'])
    .where('card_id', 'in', [...cardIds])
    .where('withdrawn_on', 'is', null)
    .where(sql<boolean>`card_id not in (select detection.frozen_cards())`)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', today)]))
    .execute()
  return rows.filter(({ to_whom }) => to_whom.includes(audience)).map(({ card_id }) => card_id)
}

/** The cards the actor sent about which something was told, and when last; what it was, the program gives. */
export async function toldToMe(tx: Tx): Promise<readonly { readonly cardId: string; readonly toldAt: Date }[]> {
  const { rows } = await sql<{ cardId: string; toldAt: Date }>`
    select card_id as "cardId", told_at as "toldAt" from detection.told_to_me()`.execute(tx.db)
  return rows
}

/** Erases what was told of cards: it goes with the agreement on which it rests. */
export async function eraseTold(tx: Tx, cardIds: readonly string[]): Promise<void> {
  if (cardIds.length === 0) return
  await tx.db
    .deleteFrom('detection.told_word')
    .where('card_id', 'in', [...cardIds])
    .execute()
}
