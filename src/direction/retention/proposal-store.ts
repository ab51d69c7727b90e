import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { Ended, SeriesName } from './series.ts'

const proposalStates = ['proposed', 'checked', 'approved', 'executed', 'dropped'] as const
export type ProposalState = (typeof proposalStates)[number]
export const reasonsToKeep = ['dispute', 'stillNeeded', 'archive', 'notClosed'] as const
export type ReasonToKeep = (typeof reasonsToKeep)[number]

/** What the program proposes to delete, and who looked at it. */
export type Proposal = {
  readonly id: string
  readonly zoneId: string
  readonly ruleId: string
  readonly series: SeriesName
  readonly madeOn: IsoDate
  readonly state: ProposalState
  readonly checkedBy: string | null
  readonly approvedBy: string | null
  readonly approvedAt: Date | null
  readonly version: number
  /** How many records, and how many of those are kept after all. */
  readonly records: number
  readonly kept: number
}
export type ProposalItem = {
  readonly subjectId: string
  readonly closedOn: IsoDate
  readonly keptBecause: ReasonToKeep | null
}

/** Proposals the actor sees, newest first; those that are still open when asked so. */
export async function proposals(tx: Tx, { id, open }: { readonly id?: string; readonly open?: boolean } = {}) {
  const { rows } = await sql<Proposal>`
    select p.id, p.zone_id as "zoneId", p.rule_id as "ruleId", p.series, p.made_on as "madeOn", p.state,
      p.checked_by as "checkedBy", p.approved_by as "approvedBy", p.approved_at as "approvedAt", p.version,
      (select count(*)::int from retention.proposal_item i where i.proposal_id = p.id) as records,
      (select count(*)::int from retention.proposal_item i where i.proposal_id = p.id and i.kept_because is not null) as kept
    from retention.proposal p
    where ${id ? sql`p.id = ${id}::uuid` : sql`true`}
      and ${open ? sql`p.state in ('proposed', 'checked', 'approved')` : sql`true`}
    order by p.made_on desc, p.id desc limit 100`.execute(tx.db)
  return rows as readonly Proposal[]
}

/** What a proposal holds, oldest first. */
export async function itemsOf(tx: Tx, proposalId: string): Promise<readonly ProposalItem[]> {
  const rows = await tx.db
    .selectFrom('retention.proposal_item')
    .selectAll()
    .where('proposal_id', '=', proposalId)
    .orderBy('closed_on')
    .orderBy('subject_id')
    .execute()
  return rows.map(({ subject_id, closed_on, kept_because }) => ({
    subjectId: subject_id,
    closedOn: closed_on,
    keptBecause: kept_because as ReasonToKeep | null,
  }))
}

/** Keeps a new proposal; nothing when one of the series is open in that zone. */
export async function addProposal(
  tx: Tx,
  proposal: Pick<Proposal, 'id' | 'zoneId' | 'ruleId' | 'series' | 'madeOn'>,
  items: readonly Ended[],
): Promise<boolean> {
  const { rows } = await sql`
    insert into retention.proposal (municipality_id, id, zone_id, rule_id, series, made_on)
    values (${tx.actor.municipalityId}, ${proposal.id}, ${proposal.zoneId}, ${proposal.ruleId}, ${proposal.series}, ${proposal.madeOn})
    on conflict do nothing returning id`.execute(tx.db)
  if (rows.length === 0) return false
  await sql`
    insert into retention.proposal_item (municipality_id, proposal_id, subject_id, zone_id, closed_on)
    select ${tx.actor.municipalityId}::uuid, ${proposal.id}::uuid, i.id, ${proposal.zoneId}::uuid, i.day
    from unnest(${items.map(({ id }) => id)}::uuid[], ${items.map(({ closedOn }) => closedOn)}::date[]) as i (id, day)`.execute(
    tx.db,
  )
  return true
}

/** What somebody kept in a proposal made since `day`: it is not asked again yet. */
export async function keptSince(tx: Tx, zoneId: string, day: IsoDate): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('retention.proposal_item as i')
    .innerJoin('retention.proposal as p', (join) =>
      join.onRef('p.municipality_id', '=', 'i.municipality_id').onRef('p.id', '=', 'i.proposal_id'),
    )
    .select('i.subject_id')
    .where('i.zone_id', '=', zoneId)
    .where('i.kept_because', 'is not', null)
    .where('p.made_on', '>=', day)
    .execute()
  return new Set(rows.map(({ subject_id }) => subject_id))
}

/** Takes records out of a proposal, with the reason. */
export async function keepItems(tx: Tx, proposalId: string, ids: readonly string[], because: ReasonToKeep) {
  if (ids.length === 0) return
  await tx.db
    .updateTable('retention.proposal_item')
    .set({ kept_because: because })
    .where('proposal_id', '=', proposalId)
    .where('subject_id', 'in', [...ids])
    .execute()
}

/** Brings a proposal further; false when somebody changed it since `version`. */
export async function saveStep(
  tx: Tx,
  { id, version }: Pick<Proposal, 'id' | 'version'>,
  step: { readonly state: ProposalState; readonly checkedBy?: string; readonly approvedBy?: string },
): Promise<boolean> {
  const rows = await tx.db
    .updateTable('retention.proposal')
    .set({
      state: step.state,
      version: version + 1,
      ...(step.checkedBy && { checked_by: step.checkedBy, checked_at: tx.now }),
      ...(step.approvedBy && { approved_by: step.approvedBy, approved_at: tx.now }),
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  return rows.length > 0
}
