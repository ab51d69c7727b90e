import type { IsoDate } from '@meernet/calendar'
import { type Selectable, sql } from 'kysely'
import type { Tables } from '../../../platform/database/generated/tables.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { sealedTextOf } from '../sealed-text.ts'
import type { CaseState } from './case.ts'
import type { RightsCheck, RightsCheckState } from './rights-check.ts'

/** A case as its members see it. */
export type Case = {
  readonly id: string
  readonly zoneId: string
  readonly personId: string
  readonly signalId: string | null
  readonly neighbourhoodId: string | null
  /** A few words by which its members know it. */
  readonly title: string | null
  readonly state: CaseState
  readonly rightsCheck: RightsCheck & { readonly by: string | null; readonly at: Date | null }
  readonly openedBy: string
  readonly openedAt: Date
  readonly version: number
}
export type NewCase = Pick<Case, 'id' | 'zoneId' | 'personId' | 'signalId' | 'neighbourhoodId' | 'title' | 'openedBy'>

/** One of the actor's cases, with the first thing to do in it. */
export type CaseSummary = Pick<Case, 'id' | 'personId' | 'title' | 'state' | 'neighbourhoodId' | 'openedAt'> & {
  readonly nextDueOn: IsoDate | null
}

/** The case, when the actor is a member of it (or the program). */
export async function caseById(tx: Tx, id: string): Promise<Case | undefined> {
  const row = await tx.db.selectFrom('guidance.case').selectAll().where('id', '=', id).executeTakeFirst()
  return row && caseFrom(tx, row)
}

/** The actor's cases, the earliest date first, then those without date by age; closed ones only when asked. */
export async function myCases(tx: Tx, filter: { readonly closed: boolean }): Promise<readonly CaseSummary[]> {
  const rows = await summaries(tx)
    .where('c.state', filter.closed ? '=' : '<>', 'closed')
    .orderBy('next_due_on', (order) => order.asc().nullsLast())
    .orderBy('c.opened_at')
    .execute()
  return Promise.all(rows.map((row) => summaryFrom(tx, row)))
}

/** Cases of somebody that the actor is a member of, newest first. */
export async function casesOfPerson(tx: Tx, personId: string): Promise<readonly CaseSummary[]> {
  const rows = await summaries(tx).where('c.person_id', '=', personId).orderBy('c.opened_at', 'desc').execute()
  return Promise.all(rows.map((row) => summaryFrom(tx, row)))
}

/** Adds cases, in state `open` unless said otherwise; members follow with `addMembers`. */
export async function insertCases(
  tx: Tx,
  cases: readonly (NewCase & {
    readonly state?: CaseState
    readonly openedAt?: Date
    readonly rightsCheck?: RightsCheck
  })[],
): Promise<void> {
  if (cases.length === 0) return
  const rows = await Promise.all(
    cases.map(async (care) => {
      const sealed = await sealedTextOf(tx, care.zoneId)
      const check = care.rightsCheck ?? { state: 'notOffered', reason: null }
      return {
        municipality_id: tx.actor.municipalityId,
        id: care.id,
        zone_id: care.zoneId,
        person_id: care.personId,
        signal_id: care.signalId,
        neighbourhood_id: care.neighbourhoodId,
        title: sealed.sealIfAny('case.title', care.id, care.title),
        state: care.state ?? 'open',
        rights_check: check.state,
        rights_check_reason: sealed.sealIfAny('case.rights_check_reason', care.id, check.reason),
        rights_check_by: check.state === 'notOffered' ? null : care.openedBy,
        rights_check_at: check.state === 'notOffered' ? null : (care.openedAt ?? tx.now),
        opened_by: care.openedBy,
        opened_at: care.openedAt ?? tx.now,
      }
    }),
  )
  await tx.db.insertInto('guidance.case').values(rows).execute()
}

/** What a form may change in the case itself. */
export type CaseChange =
  | { readonly state: CaseState }
  | { readonly rightsCheck: RightsCheck }
  | { readonly title: string | null }

/** Saves a change over version `from`; false when somebody else changed the case meanwhile. */
export async function saveCase(tx: Tx, care: Case, from: number, change: CaseChange): Promise<boolean> {
  const sealed = await sealedTextOf(tx, care.zoneId)
  const { numUpdatedRows } = await tx.db
    .updateTable('guidance.case')
    .set({ version: from + 1 })
    .$if('state' in change, (query) => query.set({ state: 'state' in change ? change.state : care.state }))
    .$if('title' in change, (query) =>
      query.set({ title: sealed.sealIfAny('case.title', care.id, 'title' in change ? change.title : null) }),
    )
    .$if('rightsCheck' in change, (query) => {
      const check = 'rightsCheck' in change ? change.rightsCheck : care.rightsCheck
      return query.set({
        rights_check: check.state,
        rights_check_reason: sealed.sealIfAny('case.rights_check_reason', care.id, check.reason),
        rights_check_by: tx.actor.kind === 'staff' ? tx.actor.userId : null,
        rights_check_at: tx.now,
      })
    })
    .where('id', '=', care.id)
    .where('version', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const summaries = (tx: Tx) =>
  tx.db
    .selectFrom('guidance.case as c')
    .select(['c.id', 'c.zone_id', 'c.person_id', 'c.title', 'c.state', 'c.neighbourhood_id', 'c.opened_at'])
    .select((from) =>
      from
        .selectFrom('guidance.task as t')
        .select((task) => task.fn.min<IsoDate | null>('t.due_on').as('due'))
        .whereRef('t.case_id', '=', 'c.id')
        .where('t.done_at', 'is', null)
        .as('next_due_on'),
    )

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['executeTakeFirstOrThrow']>>

async function summaryFrom(tx: Tx, row: SummaryRow): Promise<CaseSummary> {
  const sealed = await sealedTextOf(tx, row.zone_id)
  return {
    id: row.id,
    personId: row.person_id,
    title: sealed.openIfAny('case.title', row.id, row.title),
    state: row.state as CaseState,
    neighbourhoodId: row.neighbourhood_id,
    openedAt: row.opened_at,
    nextDueOn: row.next_due_on,
  }
}

async function caseFrom(tx: Tx, row: Selectable<Tables['guidance.case']>): Promise<Case> {
  const sealed = await sealedTextOf(tx, row.zone_id)
  return {
    id: row.id,
    zoneId: row.zone_id,
    personId: row.person_id,
    signalId: row.signal_id,
    neighbourhoodId: row.neighbourhood_id,
    title: sealed.openIfAny('case.title', row.id, row.title),
    state: row.state as CaseState,
    rightsCheck: {
      state: row.rights_check as RightsCheckState,
      reason: sealed.openIfAny('case.rights_check_reason', row.id, row.rights_check_reason),
      by: row.rights_check_by,
      at: row.rights_check_at,
    },
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    version: row.version,
  }
}

/** Since when the person of a case is frozen, for a member of it; null to everybody else. */
export async function caseFrozenSince(tx: Tx, id: string): Promise<IsoDate | null> {
  const { rows } = await sql<{
    since: IsoDate | null
  }>`select guidance.case_frozen_since(${id}::uuid) as since`.execute(tx.db)
  return rows[0]?.since ?? null
}
