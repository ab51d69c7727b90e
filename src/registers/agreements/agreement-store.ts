import type { IsoDate } from '@meernet/calendar'
import { type Selectable, sql } from 'kysely'
import type { Tables } from '../../platform/database/generated/tables.ts'
import type { Tx } from '../../platform/database/transact.ts'
import type {
  AgreementPurpose,
  Audience,
  NewAgreement,
  SharingAgreement,
  WayOfGiving,
  WithdrawalChannel,
} from './agreement.ts'
import { agreementWithdrawn } from './events.ts'

const place = (rowId: string) => ({ column: 'agreements.sharing_agreement.may_tell', rowId })

/** Records what a person agreed to; recording it twice with the same identifier does nothing twice. */
export async function recordAgreement(tx: Tx, agreement: NewAgreement): Promise<void> {
  await recordAgreements(tx, [agreement])
  tx.audit({
    action: 'record agreement',
    subject: { type: 'agreement', id: agreement.id },
    personId: agreement.personId,
  })
}

/** Records many agreements in one statement. */
export async function recordAgreements(tx: Tx, agreements: readonly NewAgreement[]): Promise<void> {
  if (agreements.length === 0) return
  const municipalityId = tx.actor.municipalityId
  const rows = await Promise.all(
    agreements.map(async (agreement) => ({
      municipality_id: municipalityId,
      id: agreement.id,
      zone_id: agreement.zoneId,
      person_id: agreement.personId,
      may_tell: (await tx.vault.zone(municipalityId, agreement.zoneId)).seal(place(agreement.id), agreement.mayTell),
      to_whom: [...agreement.toWhom],
      to_organisation: agreement.toOrganisation,
      purpose: agreement.purpose,
      given: agreement.given,
      given_on: agreement.givenOn,
      witnessed_by: agreement.witnessedBy,
      valid_until: agreement.validUntil,
      from_card_id: agreement.fromCardId ?? null,
      recorded_by: tx.actor.kind === 'staff' ? tx.actor.userId : null,
      recorded_at: tx.now,
    })),
  )
  await tx.db
    .insertInto('agreements.sharing_agreement')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** All agreements of somebody, newest first, also those withdrawn or past. */
export async function agreementsOf(tx: Tx, personId: string): Promise<readonly SharingAgreement[]> {
  const rows = await tx.db
    .selectFrom('agreements.sharing_agreement')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('given_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return Promise.all(rows.map((row) => agreementFrom(tx, row)))
}

/** One agreement the actor may see, or undefined. */
export async function agreementById(tx: Tx, id: string): Promise<SharingAgreement | undefined> {
  const row = await tx.db.selectFrom('agreements.sharing_agreement').selectAll().where('id', '=', id).executeTakeFirst()
  return row && agreementFrom(tx, row)
}

/** As `agreementById`, held until the end of the transaction: nobody takes it back while something is done on it. */
export async function holdAgreement(tx: Tx, id: string): Promise<SharingAgreement | undefined> {
  const row = await tx.db
    .selectFrom('agreements.sharing_agreement')
    .selectAll()
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
  return row && agreementFrom(tx, row)
}

/** The agreements that were made on these cards, as far as they are in the register: card and agreement. */
export async function agreementsOfCards(
  tx: Tx,
  cardIds: readonly string[],
): Promise<readonly { readonly id: string; readonly cardId: string; readonly isWithdrawn: boolean }[]> {
  if (cardIds.length === 0) return []
  const rows = await tx.db
    .selectFrom('agreements.sharing_agreement')
    .select(['id', 'from_card_id', 'withdrawn_at'])
    .where(sql<boolean>`from_card_id = any(${[...cardIds]}::uuid[])`)
    .execute()
  return rows.flatMap(({ id, from_card_id: cardId, withdrawn_at }) =>
    cardId ? [{ id, cardId, isWithdrawn: withdrawn_at !== null }] : [],
  )
}

/** Agreements whose last day is one of these, both counted, for the reminder before it. */
export async function agreementsEndingBetween(
  tx: Tx,
  first: IsoDate,
  last: IsoDate,
): Promise<readonly { readonly personId: string; readonly lastDay: IsoDate }[]> {
  const { rows } = await sql<{ personId: string; lastDay: IsoDate }>`
    select distinct person_id as "personId", valid_until as "lastDay" from agreements.sharing_agreement
    where valid_until between ${first}::date and ${last}::date and withdrawn_at is null`.execute(tx.db)
  return rows
}

/**
 * Takes an agreement back, at once: whatever rests on it is told in the same transaction. False when it is not there or was
 * taken back before. Only as the program, after the code or the right of a colleague was checked: what rests on it may be
 * hidden from who notes it, and must stop all the same.
 */
export async function withdrawAgreement(
  tx: Tx,
  id: string,
  { channel, notedBy }: { readonly channel: WithdrawalChannel; readonly notedBy: string | null },
): Promise<boolean> {
  if (tx.actor.kind !== 'system') throw new Error('An agreement is withdrawn by the program, see noteWithdrawal.')
  const row = await tx.db
    .updateTable('agreements.sharing_agreement')
    .set({ withdrawn_at: tx.now, withdrawn_channel: channel, withdrawal_noted_by: notedBy })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning(['person_id', 'from_card_id'])
    .executeTakeFirst()
  if (!row) return false
  tx.audit({
    action: 'withdraw agreement',
    subject: { type: 'agreement', id },
    personId: row.person_id,
    details: { channel },
  })
  const { person_id: personId, from_card_id: fromCardId } = row
  await tx.publish(agreementWithdrawn, { agreementId: id, personId, fromCardId, notedBy })
  return true
}

/**
 * The card on which an agreement stands is of somebody else after all: it ends for this person, and the card is left alone. As
 * the program.
 */
export async function partFromCard(tx: Tx, cardId: string): Promise<void> {
  const rows = await tx.db
    .updateTable('agreements.sharing_agreement')
    .set({ from_card_id: null })
    .where('from_card_id', '=', cardId)
    .returning('id')
    .execute()
  for (const { id } of rows) await withdrawAgreement(tx, id, { channel: 'mistake', notedBy: null })
}

async function agreementFrom(
  tx: Tx,
  row: Selectable<Tables['agreements.sharing_agreement']>,
): Promise<SharingAgreement> {
  const zone = await tx.vault.zone(row.municipality_id, row.zone_id)
  return {
    id: row.id,
    zoneId: row.zone_id,
    personId: row.person_id,
    mayTell: zone.open(place(row.id), row.may_tell),
    toWhom: row.to_whom as Audience[],
    toOrganisation: row.to_organisation,
    purpose: row.purpose as AgreementPurpose,
    given: row.given as WayOfGiving,
    givenOn: row.given_on,
    witnessedBy: row.witnessed_by,
    validUntil: row.valid_until,
    fromCardId: row.from_card_id,
    withdrawn: row.withdrawn_at && { at: row.withdrawn_at, channel: row.withdrawn_channel as WithdrawalChannel },
  }
}
