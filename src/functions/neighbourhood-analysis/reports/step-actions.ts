import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { audit, changed, type Done, inOpenReport } from './open-report.ts'
import { copyTexts, meetingsOf, prioritiesOf, savePriority, textsOf } from './part-store.ts'
import { isPublic, isReadAsItStands, type Lack, lacksOf, maySecondRead, type Report } from './report.ts'
import { insertReport, lockReport, saveStep, successorOf } from './report-store.ts'
import { carryTranslations } from './translations/actions.ts'

type Needs = { readonly transact: Transact }

/** Says that residents looked at it, or that they have to look again. */
export const markChecked = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  version: number,
  isChecked: boolean,
): Promise<Done> =>
  inOpenReport(transact, actor, id, async (tx) => {
    if (isChecked && (await meetingsOf(tx, id)).length === 0)
      return { kind: 'refused', field: 'checked', reason: 'analysis.reports.lacks.meeting' }
    const isSaved = await saveStep(tx, { id, version }, { state: isChecked ? 'checked' : 'draft' })
    return isSaved
      ? isChecked
        ? audit(tx, 'check analysis with residents', id)
        : audit(tx, 'change analysis', id)
      : changed
  })

/** Answers that nobody can be recognised in it as it stands; refuses who changed it last (P14). */
export const readAsSecond = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  seen: { readonly version: number; readonly editNumber: number; readonly today: IsoDate },
): Promise<Done> =>
  inOpenReport(transact, actor, id, async (tx, report) => {
    if (report.editNumber !== seen.editNumber) return changed
    if (!maySecondRead(report, actor.userId))
      return { kind: 'refused', field: 'isUnrecognisable', reason: 'analysis.reports.error.ownText' }
    const step = { secondReader: actor.userId, readOn: seen.today, readEdit: report.editNumber }
    const isSaved = await saveStep(tx, { id, version: seen.version }, step)
    return isSaved ? audit(tx, 'second read analysis', id) : changed
  })

export type Published = Done | { readonly kind: 'lacking'; readonly lacks: readonly Lack[] }

/** Brings it out; the one of the year before steps back. Tells what is still lacking. */
export const publishReport = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  version: number,
  today: IsoDate,
): Promise<Published> =>
  inOpenReport<Published>(transact, actor, id, async (tx, report) => {
    const lacking = lacksOf(await standingOf(tx, report))
    if (lacking.length > 0) return { kind: 'lacking', lacks: lacking }
    const isSaved = await saveStep(
      tx,
      { id, version },
      { state: 'published', publishedOn: today, publishedBy: actor.userId },
    )
    if (!isSaved) return changed
    const before = await lastNotWithdrawn(tx, report.followsId)
    if (before?.state === 'published') await saveStep(tx, before, { state: 'superseded' })
    return audit(tx, 'publish analysis', id)
  })

/**
 * Takes off what residents can read, an earlier one too, with the reason that stands in its history; the one before the newest stands
 * again when that is taken off.
 */
export const withdrawReport = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  withdrawal: { readonly version: number; readonly reason: string; readonly today: IsoDate },
): Promise<Done> =>
  transact(actor, async (tx) => {
    const report = await lockReport(tx, id)
    if (!report) return { kind: 'missing' }
    if (!isPublic(report)) return { kind: 'closed' }
    const { version, reason, today } = withdrawal
    const isSaved = await saveStep(
      tx,
      { id, version },
      { state: 'withdrawn', withdrawnOn: today, withdrawnBy: actor.userId, withdrawalReason: reason },
    )
    if (!isSaved) return changed
    const before = report.state === 'published' ? await lastNotWithdrawn(tx, report.followsId) : undefined
    if (before?.state === 'superseded') await saveStep(tx, before, { state: 'published' })
    return audit(tx, 'withdraw analysis', id)
  })

export type Opened =
  | { readonly kind: 'opened'; readonly id: string }
  | { readonly kind: 'missing' | 'closed' | 'changed' }

/** Opens a published or withdrawn report as a draft: its texts, choices and priorities come along, its meetings do not. */
export const openNext = (
  { transact }: Needs,
  actor: StaffActor,
  from: {
    readonly id: string
    readonly version: number
    readonly newId: string
    readonly newPartIds: () => string
    readonly today: IsoDate
  },
): Promise<Opened> =>
  transact(actor, async (tx) => {
    const report = await lockReport(tx, from.id)
    if (!report) return { kind: 'missing' }
    if (report.version !== from.version) return changed
    if (report.state !== 'published' && report.state !== 'withdrawn') return { kind: 'closed' }
    const there = await successorOf(tx, from.id)
    if (there) return { kind: 'opened', id: there.id }
    const year = Math.max(report.aboutYear, Number(from.today.slice(0, 4)))
    await insertReport(tx, {
      ...report,
      id: from.newId,
      followsId: report.id,
      aboutYear: year,
      startedOn: from.today,
      startedBy: actor.userId,
    })
    await carryParts(tx, report, { id: from.newId, newPartIds: from.newPartIds, by: actor.userId })
    tx.audit({ action: 'begin analysis', subject: { type: 'analysis', id: from.newId } })
    return { kind: 'opened', id: from.newId }
  })

type CarryTo = { readonly id: string; readonly newPartIds: () => string; readonly by: string }

async function carryParts(tx: Tx, report: Report, { id, newPartIds, by }: CarryTo): Promise<void> {
  await copyTexts(tx, report.id, id)
  const newPriorityIds = new Map<string, string>()
  for (const priority of await prioritiesOf(tx, report.id)) {
    const newId = newPartIds()
    newPriorityIds.set(priority.id, newId)
    await savePriority(tx, id, {
      ...priority,
      ...{ id: newId, followsId: priority.id, progress: null, became: null, version: 0 },
    })
  }
  await carryTranslations(tx, report, { id, by }, newPriorityIds)
}

/** What it has and lacks. */
export async function standingOf(tx: Tx, report: Report) {
  const [texts, priorities, meetings] = [
    await textsOf(tx, report.id),
    await prioritiesOf(tx, report.id),
    await meetingsOf(tx, report.id),
  ]
  return {
    ...report,
    hasSummary: texts.some(({ part, language }) => part === 'summary' && language === report.language),
    priorityCount: priorities.length,
    meetingCount: meetings.length,
    isRead: isReadAsItStands(report),
  }
}
/** The one before, or before that when it was withdrawn. */
async function lastNotWithdrawn(tx: Tx, id: string | null): Promise<Report | undefined> {
  const report = id === null ? undefined : await lockReport(tx, id)
  return report?.state === 'withdrawn' ? lastNotWithdrawn(tx, report.followsId) : report
}
