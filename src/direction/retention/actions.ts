import { addMonths, isoDateIn, startOfDayIn } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { StaffActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { notFound } from '../../platform/http/index.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import type { checkForm, ruleForm } from './forms.ts'
import { addProposal, keepItems, keptSince, type Proposal, proposals, saveStep } from './proposal-store.ts'
import { recordRule, rulesInForce } from './rule-store.ts'
import { erasableSeries } from './series.ts'
import { endedBefore } from './term.ts'

type Needs = { readonly transact: Transact }

/** The job that deletes what was approved. */
export const executeTask = 'retention.execute'

/** Records what the municipality decided about one series (P15). */
export function decideRule(
  { transact }: Needs,
  actor: StaffActor,
  { count, unit, ...rule }: z.output<typeof ruleForm>,
): Promise<void> {
  return transact(actor, async (tx) => {
    await recordRule(tx, { ...rule, zoneId: actor.zoneId, term: `P${count}${unit}` }, actor.userId)
    tx.audit({ action: 'record selection rule', subject: { type: 'selection rule', id: rule.id } })
  })
}

/** Proposes, for each series with a rule, what is past its term; nothing while an earlier proposal of it is open. As the program. */
export async function proposeDeletions(tx: Tx): Promise<void> {
  const today = isoDateIn(municipalTimeZone, tx.now)
  for (const rule of await rulesInForce(tx)) {
    const before = startOfDayIn(municipalTimeZone, endedBefore(today, rule.term))
    const kept = await keptSince(tx, rule.zoneId, addMonths(today, -keptMonths))
    const past = await erasableSeries[rule.series].endedBefore(tx, rule.zoneId, before)
    const ended = past.filter(({ id: one }) => !kept.has(one))
    if (ended.length === 0) continue
    const id = uuidv7()
    const proposal = { id, zoneId: rule.zoneId, ruleId: rule.id, series: rule.series, madeOn: today }
    const proposed = ended.slice(0, mostRecords)
    if (await addProposal(tx, proposal, proposed))
      tx.audit({
        action: 'propose deletion',
        subject: { type: 'deletion proposal', id },
        details: { records: proposed.length },
      })
  }
}

/** What somebody kept is asked again after so many months. */
const keptMonths = 12

/** So many that somebody can still look through them; the rest comes in the next proposal. */
const mostRecords = 500

export type Step = 'done' | 'stale' | 'sameHand' | 'notNow'

/** The first of two: whether all of it may go, and what is kept, with the reason. */
export function checkProposal(
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  { version, kept, because }: z.output<typeof checkForm>,
): Promise<Step> {
  return transact(actor, async (tx) => {
    const proposal = await proposalSeen(tx, id)
    if (proposal.state !== 'proposed') return 'notNow'
    const checked = await step(tx, proposal, version, { state: 'checked', checkedBy: actor.userId }, 'check deletion')
    if (checked === 'done' && because) await keepItems(tx, id, kept, because)
    return checked
  })
}

/** The second of two, never the same person; the work itself is done by the program at once after it. */
export function approveProposal({ transact }: Needs, actor: StaffActor, id: string, version: number): Promise<Step> {
  return transact(actor, async (tx) => {
    const proposal = await proposalSeen(tx, id)
    if (proposal.state !== 'checked') return 'notNow'
    if (proposal.checkedBy === actor.userId) return 'sameHand'
    const done = await step(tx, proposal, version, { state: 'approved', approvedBy: actor.userId }, 'approve deletion')
    if (done === 'done') await tx.enqueue({ task: executeTask, payload: { id }, key: `retention ${id}` })
    return done
  })
}

/** Lets a proposal go: nothing is deleted, and a new one may come. */
export function dropProposal({ transact }: Needs, actor: StaffActor, id: string, version: number): Promise<Step> {
  return transact(actor, async (tx) => {
    const proposal = await proposalSeen(tx, id)
    if (proposal.state !== 'proposed' && proposal.state !== 'checked') return 'notNow'
    return step(tx, proposal, version, { state: 'dropped' }, 'drop deletion')
  })
}

async function step(
  tx: Tx,
  proposal: Proposal,
  version: number,
  to: Parameters<typeof saveStep>[2],
  action: string,
): Promise<Step> {
  if (proposal.version !== version || !(await saveStep(tx, { id: proposal.id, version }, to))) return 'stale'
  tx.audit({ action, subject: { type: 'deletion proposal', id: proposal.id } })
  return 'done'
}

async function proposalSeen(tx: Tx, id: string): Promise<Proposal> {
  const isIdentifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  return (isIdentifier ? (await proposals(tx, { id }))[0] : undefined) ?? notFound('deletion proposal', id)
}
