import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { Campaign } from '../campaign.ts'
import { doorsOf } from '../campaign-store.ts'

/** A letter to one address. */
export type Letter = { readonly addressId: string; readonly code: string }

/** How many letters a street needs and has; null: the doors without a street. */
export type LetterCount = { readonly streetId: string | null; readonly addresses: number; readonly letters: number }

/** Letters needed and made, per street of a campaign; none is needed for who would rather have no visit. */
export async function lettersPerStreet(tx: Tx, campaign: Campaign): Promise<readonly LetterCount[]> {
  const { rows } = await sql<LetterCount>`
    select chosen.street_id as "streetId", count(*) as addresses, count(l.code) as letters
    from ${doorsOf(campaign)} left join detection.campaign_letter l
      on l.campaign_id = ${campaign.id} and l.address_id = chosen.address_id
    where l.code is not null or not ${isSilent(campaign)}
    group by chosen.street_id`.execute(tx.db)
  return rows
}

/** Addresses of a campaign that have no letter yet and want one, in a fixed order. */
export async function addressesWithoutLetter(tx: Tx, campaign: Campaign): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select chosen.address_id as id from ${doorsOf(campaign)}
    where not ${hasLetter(campaign)} and not ${isSilent(campaign)}
    order by chosen.address_id`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** How many they are. */
export async function countWithoutLetter(tx: Tx, campaign: Campaign): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${doorsOf(campaign)}
    where not ${hasLetter(campaign)} and not ${isSilent(campaign)}`.execute(tx.db)
  return rows[0]?.count ?? 0
}

/**
 * Whether a chosen address may get a round: once a campaign is announced, only with a letter. An address that the register learned of
 * later waits for its own.
 */
export const mayBePlanned = (campaign: Campaign) =>
  campaign.state === 'planned' ? sql<boolean>`true` : hasLetter(campaign)

/** How many letters were made. */
export async function countLetters(tx: Tx, campaignId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from detection.campaign_letter where campaign_id = ${campaignId}`.execute(tx.db)
  return rows[0]?.count ?? 0
}

/** The letters of a campaign; with `addressIds` only those. */
export async function lettersOf(tx: Tx, campaignId: string, addressIds: readonly string[]): Promise<readonly Letter[]> {
  const { rows } = await sql<Letter>`
    select address_id as "addressId", code from detection.campaign_letter
    where campaign_id = ${campaignId} and address_id = any(${[...addressIds]}::uuid[])`.execute(tx.db)
  return rows
}

/** Adds letters for addresses that have none yet; one whose code is taken by chance is left for the next time. */
export async function addLetters(tx: Tx, campaignId: string, letters: readonly Letter[]): Promise<void> {
  await sql`
    insert into detection.campaign_letter (municipality_id, zone_id, campaign_id, address_id, code)
    select c.municipality_id, c.zone_id, c.id, made.address_id, made.code
    from detection.campaign c
    cross join unnest(${letters.map(({ addressId }) => addressId)}::uuid[], ${letters.map(({ code }) => code)}::text[])
      as made (address_id, code)
    where c.id = ${campaignId}
    on conflict do nothing`.execute(tx.db)
}

/** The campaign and address of a code; undefined when no letter has it (any more). */
export async function letterByCode(
  tx: Tx,
  code: string,
): Promise<{ readonly campaignId: string; readonly addressId: string; readonly isOver: boolean } | undefined> {
  const { rows } = await sql<{ campaignId: string; addressId: string; isOver: boolean }>`
    select l.campaign_id as "campaignId", l.address_id as "addressId", c.state = 'ended' as "isOver"
    from detection.campaign_letter l
    join detection.campaign c on c.municipality_id = l.municipality_id and c.id = l.campaign_id
    where l.code = ${code}`.execute(tx.db)
  return rows[0]
}

/** Whether a chosen address would rather have no visit. */
const isSilent = ({ id }: Campaign) => sql<boolean>`exists (select from detection.campaign_opt_out o
  where o.campaign_id = ${id} and o.address_id = chosen.address_id)`

/** Whether a chosen address has its letter. */
const hasLetter = ({ id }: Campaign) => sql<boolean>`exists (select from detection.campaign_letter l
  where l.campaign_id = ${id} and l.address_id = chosen.address_id)`
