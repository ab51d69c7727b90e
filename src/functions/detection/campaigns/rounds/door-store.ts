import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import { anyId, rowsOf } from '../../../../platform/database/rows-of.ts'
import type { Tx } from '../../../../platform/database/transact.ts'
import { type Outcome, outcomes, settlesDoor } from '../campaign.ts'

/** A door of a visit list with what an act on it depends on. */
export type CampaignDoor = {
  readonly id: string
  /** null: handed back, waits for another pair. */
  readonly roundId: string | null
  readonly zoneId: string
  readonly campaignId: string
  readonly addressId: string
  readonly isOptedOut: boolean
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly endedOn: IsoDate | null
  readonly isStarted: boolean
}

/** Doors by identifier (round_address); a visitor finds those of the own rounds only. */
export async function doorsById(tx: Tx, ids: readonly string[]): Promise<readonly CampaignDoor[]> {
  if (ids.length === 0) return []
  const { rows: doors } = await sql<DoorRow>`
    select d.id, d.round_id as "roundId", d.zone_id as "zoneId", d.campaign_id as "campaignId", d.address_id as "addressId",
      exists (select from detection.campaign_opt_out o where o.municipality_id = d.municipality_id
        and o.campaign_id = d.campaign_id and o.address_id = d.address_id) as "isOptedOut"
    from detection.round_address d
    where d.id = ${anyId(ids)}`.execute(tx.db)
  const periods = await campaignPeriods(
    tx,
    doors.map(({ campaignId }) => campaignId),
  )
  return doors.flatMap((door) => {
    const period = periods.get(door.campaignId)
    return period ? [{ ...door, ...period }] : []
  })
}

type DoorRow = Pick<CampaignDoor, 'id' | 'roundId' | 'zoneId' | 'campaignId' | 'addressId' | 'isOptedOut'>
type Period = Omit<CampaignDoor, keyof DoorRow>

/** When campaigns run: asked apart, since thousands of doors share one. */
async function campaignPeriods(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Period>> {
  const { rows } = await sql<Period & { readonly id: string }>`
    select id, starts_on as "startsOn", ends_on as "endsOn", ended_on as "endedOn", started_on is not null as "isStarted"
    from detection.campaign where id = any(${[...new Set(ids)]}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ id, ...period }) => [id, period]))
}

/** What came of ringing at a door. */
export type DoorOutcome = { readonly roundAddressId: string; readonly outcome: Outcome; readonly at: Date }

/** Notes outcomes, the newest of each door, in one statement; an older one than is known changes nothing. */
export async function recordOutcome(tx: Tx, noted: readonly DoorOutcome[]): Promise<void> {
  const settling = outcomes.filter(settlesDoor)
  const rows = rowsOf([
    { name: 'id', type: 'uuid', values: noted.map(({ roundAddressId }) => roundAddressId) },
    { name: 'outcome', type: 'text', values: noted.map(({ outcome }) => outcome) },
    { name: 'at', type: 'timestamptz', values: noted.map(({ at }) => at) },
  ])
  await sql`
    update detection.round_address d
    set last_outcome = n.outcome, last_visited_at = n.at, version = d.version + 1,
      state = case when n.outcome = any(${settling}::text[]) then 'done' else 'open' end
    from (
      select distinct on (id) id, outcome, at
      from ${rows} as given
      order by id, at desc, place desc
    ) n
    where d.id = n.id and (d.last_visited_at is null or d.last_visited_at <= n.at)`.execute(tx.db)
}

/** Takes open doors out of the round they stand in: another pair will go. A visitor does so for the own rounds. */
export async function handBackDoors(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select detection.hand_back(${[...ids]}::uuid[])`.execute(tx.db)
}
