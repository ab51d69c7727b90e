import { sql } from 'kysely'
import { anyId, rowsOf } from '../../../platform/database/rows-of.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { bundle } from '../../../platform/encryption/sealed-bundle.ts'
import type { ZoneKey } from '../../../platform/encryption/vault.ts'
import type { CampaignDoor } from '../campaigns/index.ts'
import type { OutingFacts, VisitFacts } from './acts/decide-acts.ts'
import type { VisitOutcome } from './visit.ts'

const column = 'detection.visit.sentence_sealed'

/** Visits with these identifiers that the actor may see, locked until the end of the transaction. */
export async function visitsById(tx: Tx, ids: readonly string[]): Promise<readonly VisitFacts[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('detection.visit')
    .selectAll()
    .where('id', '=', anyId([...new Set(ids)]))
    .orderBy('id')
    .forUpdate()
    .execute()
  return opened(tx, rows)
}

/** What a visitor still reads of an own visit. */
export type VisitNote = Pick<VisitFacts, 'id' | 'roundAddressId' | 'outcome' | 'sentence' | 'handedOverAt' | 'version'>

/** The notes of one visitor handed over since `from`, newest first. */
export async function notesHandedOverSince(tx: Tx, visitorId: string, from: Date): Promise<readonly VisitNote[]> {
  const rows = await tx.db
    .selectFrom('detection.visit')
    .select(['id', 'zone_id', 'round_address_id', 'outcome', 'sentence_sealed', 'handed_over_at', 'version'])
    .where('visitor_id', '=', visitorId)
    .where('handed_over_at', '>', from)
    .orderBy('handed_over_at', 'desc')
    .execute()
  const open = await openerOf(tx, rows)
  return rows.map((row) => ({
    id: row.id,
    roundAddressId: row.round_address_id,
    outcome: outcomeOf(row),
    sentence: open(row),
    handedOverAt: row.handed_over_at,
    version: row.version,
  }))
}

/** The latest wish to be visited again per door, for doors of these rounds. */
export async function returnDays(tx: Tx, roundAddressIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (roundAddressIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('detection.visit')
    .select(['round_address_id', 'wants_return_on'])
    .distinctOn('round_address_id')
    .where('round_address_id', '=', anyId(roundAddressIds))
    .orderBy('round_address_id')
    .orderBy('visited_at', 'desc')
    .execute()
  return new Map(rows.flatMap((row) => (row.wants_return_on ? [[row.round_address_id, row.wants_return_on]] : [])))
}

/** Writes visits as they now stand, new and changed, in one statement. */
export async function saveVisits(
  tx: Tx,
  visits: readonly VisitFacts[],
  doors: ReadonlyMap<string, CampaignDoor>,
): Promise<void> {
  if (visits.length === 0) return
  const places = visits.map((visit) => doors.get(visit.roundAddressId) ?? withoutDoor())
  const keys = await keysOf(
    tx,
    places.map(({ zoneId }) => zoneId),
  )
  const sentences = bundle(
    visits.map(({ id, sentence }, index) =>
      sentence ? (keys.get(places[index]?.zoneId ?? '')?.seal({ column, rowId: id }, sentence) ?? null) : null,
    ),
  )
  const rows = rowsOf([
    { name: 'id', type: 'uuid', values: visits.map(({ id }) => id) },
    { name: 'zone_id', type: 'uuid', values: places.map(({ zoneId }) => zoneId) },
    { name: 'campaign_id', type: 'uuid', values: places.map(({ campaignId }) => campaignId) },
    { name: 'round_address_id', type: 'uuid', values: visits.map(({ roundAddressId }) => roundAddressId) },
    { name: 'visitor_id', type: 'uuid', values: visits.map(({ visitorId }) => visitorId) },
    { name: 'outcome', type: 'text', values: visits.map(({ outcome }) => outcome) },
    { name: 'start', type: 'integer', values: sentences.starts },
    { name: 'length', type: 'integer', values: sentences.lengths },
    { name: 'wants_return_on', type: 'date', values: visits.map(({ wantsReturnOn }) => wantsReturnOn) },
    { name: 'visited_at', type: 'timestamptz', values: visits.map(({ visitedAt }) => visitedAt) },
    { name: 'handed_over_at', type: 'timestamptz', values: visits.map(({ handedOverAt }) => handedOverAt) },
    { name: 'version', type: 'integer', values: visits.map(({ version }) => version) },
  ])
  await sql`
    insert into detection.visit (municipality_id, id, zone_id, campaign_id, round_address_id, visitor_id, outcome,
      sentence_sealed, wants_return_on, visited_at, handed_over_at, version)
    select ${tx.actor.municipalityId}, id, zone_id, campaign_id, round_address_id, visitor_id, outcome,
      substring(${sentences.bytes}::bytea from start for length), wants_return_on, visited_at, handed_over_at, version
    from ${rows} as row
    order by id
    on conflict (municipality_id, id) do update set outcome = excluded.outcome,
      sentence_sealed = excluded.sentence_sealed, wants_return_on = excluded.wants_return_on, version = excluded.version`.execute(
    tx.db,
  )
}

/** Writes who went out and who came back. */
export async function saveOutings(
  tx: Tx,
  outings: readonly OutingFacts[],
  visitorId: string,
  zoneId: string,
): Promise<void> {
  if (outings.length === 0) return
  const rows = outings.map((outing) => ({
    id: outing.id,
    round_id: outing.roundId,
    checked_in_at: outing.checkedInAt,
    expected_back_at: outing.expectedBackAt,
    back_at: outing.backAt,
  }))
  await sql`
    insert into detection.outing (municipality_id, zone_id, visitor_id, id, round_id, checked_in_at, expected_back_at, back_at)
    select ${tx.actor.municipalityId}, ${zoneId}, ${visitorId}, id, round_id, checked_in_at, expected_back_at, back_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, round_id uuid, checked_in_at timestamptz,
      expected_back_at timestamptz, back_at timestamptz)
    on conflict (municipality_id, id) do update set back_at = coalesce(detection.outing.back_at, excluded.back_at)`.execute(
    tx.db,
  )
}

type Row = {
  readonly id: string
  readonly zone_id: string
  readonly round_address_id: string
  readonly visitor_id: string
  readonly outcome: string
  readonly sentence_sealed: Buffer | null
  readonly wants_return_on: string | null
  readonly visited_at: Date
  readonly handed_over_at: Date
  readonly version: number
}

async function opened(tx: Tx, rows: readonly Row[]): Promise<readonly VisitFacts[]> {
  const open = await openerOf(tx, rows)
  return rows.map((row) => ({
    id: row.id,
    roundAddressId: row.round_address_id,
    visitorId: row.visitor_id,
    outcome: outcomeOf(row),
    sentence: open(row),
    wantsReturnOn: row.wants_return_on,
    visitedAt: row.visited_at,
    handedOverAt: row.handed_over_at,
    version: row.version,
  }))
}

/** The database checks the column against the same list. */
const outcomeOf = ({ outcome }: Pick<Row, 'outcome'>) => outcome as VisitOutcome

/** Opens the sentences of these visits, each with the key of its zone. */
async function openerOf(tx: Tx, rows: readonly Pick<Row, 'zone_id'>[]) {
  const keys = await keysOf(
    tx,
    rows.map((row) => row.zone_id),
  )
  return ({ id, zone_id, sentence_sealed }: Pick<Row, 'id' | 'zone_id' | 'sentence_sealed'>): string | null =>
    sentence_sealed ? (keys.get(zone_id)?.open({ column, rowId: id }, sentence_sealed) ?? null) : null
}

async function keysOf(tx: Tx, zoneIds: readonly string[]): Promise<ReadonlyMap<string, ZoneKey>> {
  const { municipalityId } = tx.actor
  return new Map(
    await Promise.all([...new Set(zoneIds)].map(async (id) => [id, await tx.vault.zone(municipalityId, id)] as const)),
  )
}

function withoutDoor(): never {
  throw new Error('A visit without its door.')
}
