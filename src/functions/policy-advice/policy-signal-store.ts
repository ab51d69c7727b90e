import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { PolicySignal, SituationBand } from './policy-signal.ts'

/** What is written down when a signal is noted; it waits for a second reader from then on. */
export type NewPolicySignal = Omit<PolicySignal, 'secondReader' | 'readOn' | 'version'>

/** Which signals to list; everything that is given must fit. */
export type PolicySignalFilter = {
  readonly theme?: string | undefined
  readonly causeType?: string | undefined
  readonly competentLevel?: string | undefined
  readonly group?: string | undefined
  readonly neighbourhoodId?: string | undefined
  /** `waiting`: nobody read it for recognisability yet. */
  readonly reading?: 'waiting' | 'done' | undefined
  readonly notedBy?: string | undefined
}

/** Keeps signals; one that is there already is left as it is. */
export async function notePolicySignals(tx: Tx, signals: readonly NewPolicySignal[]): Promise<void> {
  if (signals.length === 0) return
  await tx.db
    .insertInto('policy_advice.policy_signal')
    .values(
      signals.map((signal) => ({
        municipality_id: tx.actor.municipalityId,
        id: signal.id,
        theme: signal.theme,
        cause_type: signal.causeType,
        competent_level: signal.competentLevel,
        groups: [...signal.groups],
        neighbourhood_id: signal.neighbourhoodId,
        situations: signal.situations,
        description: signal.description,
        origin: signal.origin,
        noted_by: signal.notedBy,
        noted_on: signal.notedOn,
      })),
    )
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .execute()
}

/** One signal that the actor may see. */
export async function policySignalById(tx: Tx, id: string): Promise<PolicySignal | undefined> {
  const row = await tx.db.selectFrom('policy_advice.policy_signal').selectAll().where('id', '=', id).executeTakeFirst()
  return row && signalFrom(row)
}

/** Signals that the actor may see, newest first. */
export async function policySignalsOf(
  tx: Tx,
  filter: PolicySignalFilter,
  page: { readonly limit: number; readonly offset: number } = { limit: 1000, offset: 0 },
): Promise<readonly PolicySignal[]> {
  const rows = await filtered(tx, filter)
    .selectAll()
    .orderBy('noted_on', 'desc')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return rows.map(signalFrom)
}

/** How many of them there are per theme. NOTE show bands, not these numbers (P13). */
export async function countByTheme(tx: Tx, filter: PolicySignalFilter): Promise<ReadonlyMap<string, number>> {
  const rows = await filtered(tx, filter)
    .select(['theme', sql<number>`count(*)::int`.as('count')])
    .groupBy('theme')
    .execute()
  return new Map(rows.map(({ theme, count }) => [theme, count]))
}

/**
 * How many signals were found unrecognisable, noted in a calendar year, by neighbourhood (null: the whole municipality) and theme; those
 * about something that is not offered apart. NOTE for the program, which shows nobody a number as it stands here.
 */
export async function policySignalsByTheme(
  tx: Tx,
  year: number,
): Promise<
  readonly {
    readonly neighbourhoodId: string | null
    readonly theme: string
    readonly isGap: boolean
    readonly count: number
  }[]
> {
  const { rows } = await sql<{ neighbourhoodId: string | null; theme: string; isGap: boolean; count: number }>`
    select neighbourhood_id as "neighbourhoodId", theme, cause_type = 'missingOffer' as "isGap", count(*)::int as count
    from policy_advice.policy_signal
    where municipality_id = ${tx.actor.municipalityId}::uuid and read_on is not null and extract(year from noted_on) = ${year}
    group by 1, 2, 3`.execute(tx.db)
  return rows
}

/** How many wait for a second reader, not counting the actor's own; and since when. */
export async function waitingForReader(
  tx: Tx,
  userId: string,
): Promise<{ readonly count: number; readonly oldest: IsoDate | null }> {
  const row = await tx.db
    .selectFrom('policy_advice.policy_signal')
    .select([sql<number>`count(*)::int`.as('count'), sql<string | null>`min(noted_on)`.as('oldest')])
    .where('read_on', 'is', null)
    .where('noted_by', 'is distinct from', userId)
    .executeTakeFirstOrThrow()
  return { count: row.count, oldest: row.oldest }
}

/** How many were found unrecognisable on `day` or later. */
export async function readSince(tx: Tx, day: IsoDate): Promise<number> {
  const { count } = await tx.db
    .selectFrom('policy_advice.policy_signal')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('read_on', '>=', day)
    .executeTakeFirstOrThrow()
  return count
}

/** Keeps who found it unrecognisable, with the text as that reader left it. False when it changed since `version`. */
export async function saveSecondReading(
  tx: Tx,
  reading: {
    readonly id: string
    readonly version: number
    readonly description: string
    readonly reader: string
    readonly readOn: IsoDate
  },
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('policy_advice.policy_signal')
    .set({
      description: reading.description,
      second_reader: reading.reader,
      read_on: reading.readOn,
      version: reading.version + 1,
    })
    .where('id', '=', reading.id)
    .where('version', '=', reading.version)
    .where('read_on', 'is', null)
    .returning('id')
    .execute()
  return changed.length > 0
}

function filtered(tx: Tx, filter: PolicySignalFilter) {
  let query = tx.db.selectFrom('policy_advice.policy_signal')
  if (filter.theme) query = query.where('theme', '=', filter.theme)
  if (filter.causeType) query = query.where('cause_type', '=', filter.causeType)
  if (filter.competentLevel) query = query.where('competent_level', '=', filter.competentLevel)
  if (filter.group) query = query.where(sql<boolean>`${filter.group} = any(groups)`)
  if (filter.neighbourhoodId) query = query.where('neighbourhood_id', '=', filter.neighbourhoodId)
  if (filter.reading) query = query.where('read_on', filter.reading === 'waiting' ? 'is' : 'is not', null)
  if (filter.notedBy) query = query.where('noted_by', '=', filter.notedBy)
  return query
}

type Row = {
  id: string
  theme: string
  cause_type: string
  competent_level: string
  groups: string[]
  neighbourhood_id: string | null
  situations: string
  description: string
  origin: string
  noted_by: string | null
  noted_on: string
  second_reader: string | null
  read_on: string | null
  version: number
}

function signalFrom(row: Row): PolicySignal {
  return {
    id: row.id,
    theme: row.theme,
    causeType: row.cause_type,
    competentLevel: row.competent_level,
    groups: row.groups,
    neighbourhoodId: row.neighbourhood_id,
    // The checks of the table are the closed lists of the types.
    situations: row.situations as SituationBand,
    origin: row.origin as PolicySignal['origin'],
    description: row.description,
    notedBy: row.noted_by,
    notedOn: row.noted_on,
    secondReader: row.second_reader,
    readOn: row.read_on,
    version: row.version,
  }
}
