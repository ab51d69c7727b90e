import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { gatherContents } from './contents/gather.ts'
import type { MeetingInput, PriorityInput, ReportInput } from './forms.ts'
import { meetingsOf, prioritiesOf, removeText, saveMeeting, savePriority, saveText, textsOf } from './part-store.ts'
import { isOpen, isReadAsItStands, type Lack, lacksOf, maySecondRead, type Report, type TextPart } from './report.ts'
import {
  changeReport,
  insertReport,
  lockReport,
  noteEdit,
  saveContents,
  saveStep,
  successorOf,
} from './report-store.ts'

type Needs = { readonly transact: Transact }

/** `missing`: not there, or not to be seen; `changed`: somebody else was first; `closed`: it is no draft any more. */
export type Done =
  | { readonly kind: 'done' }
  | { readonly kind: 'missing' | 'changed' | 'closed' }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string }

const done = { kind: 'done' } as const
const changed = { kind: 'changed' } as const

/** Begins a report, in the language of who begins it unless told. Sent twice, it is one. */
export const beginReport = (
  { transact }: Needs,
  actor: StaffActor,
  input: ReportInput,
  today: IsoDate,
): Promise<Done> =>
  transact(actor, async (tx) => {
    if (!(await areNeighbourhoods(tx, input.areaIds))) return notChosen
    const begun = await insertReport(tx, {
      ...input,
      followsId: null,
      language: input.language ?? 'nl',
      startedOn: today,
      startedBy: actor.userId,
    })
    if (begun) tx.audit({ action: 'begin analysis', subject: { type: 'analysis', id: input.id } })
    return done
  })

/** Gives it another title, year or neighbourhoods; what was put together stays until somebody does so anew. */
export const describeReport = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  input: ReportInput & { readonly version: number },
): Promise<Done> =>
  inOpenReport(transact, actor, id, async (tx) => {
    if (!(await areNeighbourhoods(tx, input.areaIds))) return notChosen
    const isSaved = await changeReport(tx, { ...input, id, changedBy: actor.userId })
    return isSaved ? audit(tx, 'change analysis', id) : changed
  })

/** Keeps a part in one language, or takes it away when it is left empty. */
export const writeText = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  text: { readonly part: TextPart; readonly language: string; readonly text: string; readonly version: number },
): Promise<Done> =>
  inOpenReport(transact, actor, id, async (tx) => {
    const place = { reportId: id, part: text.part, language: text.language, version: text.version }
    const isSaved =
      text.text === ''
        ? text.version === 0 || (await removeText(tx, place))
        : await saveText(tx, { ...place, text: text.text, changedBy: actor.userId })
    return isSaved ? edited(tx, id, actor) : changed
  })

/** Puts the report together from what is known today, without what was left out. */
export const gatherReport = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  choice: Pick<Report, 'leftOutFindings' | 'leftOutIndicators' | 'version'>,
  today: IsoDate,
): Promise<Done> =>
  inOpenReport(transact, actor, id, async (tx, report) => {
    const contents = await gatherContents(tx, { ...report, ...choice }, today)
    const isSaved = await saveContents(tx, { id, ...choice }, contents, actor.userId)
    return isSaved ? audit(tx, 'put analysis together', id) : changed
  })

/** Keeps what residents chose to work on. */
export const choosePriority = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  input: PriorityInput,
): Promise<Done> =>
  inOpenReport(transact, actor, id, async (tx) => {
    const known = (await prioritiesOf(tx, id)).find((one) => one.id === input.id)
    const isSaved = await savePriority(tx, id, {
      ...input,
      dissent: input.dissent ?? null,
      followsId: known?.followsId ?? null,
      progress: input.progress ?? null,
      became: input.became ?? null,
    })
    return isSaved ? edited(tx, id, actor) : changed
  })

/** Keeps where it was told back and what residents said. `groups`: codes of those that are counted. */
export const noteMeeting = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  input: MeetingInput,
  groups: readonly string[],
): Promise<Done> =>
  inOpenReport(transact, actor, id, async (tx) => {
    const counted = groups.flatMap((code) => {
      const count = input[`group.${code}`]
      return typeof count === 'number' ? [[code, count] as const] : []
    })
    if (counted.some(([, count]) => count > input.peoplePresent)) return tooManyInGroup
    const isSaved = await saveMeeting(tx, id, {
      ...input,
      groupsPresent: Object.fromEntries(counted),
      confirmed: input.confirmed ?? null,
      corrected: input.corrected ?? null,
      added: input.added ?? null,
    })
    return isSaved ? edited(tx, id, actor) : changed
  })

/** Takes a priority or a meeting away. */
export const removePart = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  remove: (tx: Tx) => Promise<boolean>,
): Promise<Done> =>
  inOpenReport(transact, actor, id, async (tx) => ((await remove(tx)) ? edited(tx, id, actor) : changed))

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

/** Takes it off, with the reason that stands in its history; the one before it stands again. */
export const withdrawReport = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  withdrawal: { readonly version: number; readonly reason: string; readonly today: IsoDate },
): Promise<Done> =>
  transact(actor, async (tx) => {
    const report = await lockReport(tx, id)
    if (!report) return { kind: 'missing' }
    if (report.state !== 'published') return { kind: 'closed' }
    const { version, reason, today } = withdrawal
    const isSaved = await saveStep(
      tx,
      { id, version },
      { state: 'withdrawn', withdrawnOn: today, withdrawnBy: actor.userId, withdrawalReason: reason },
    )
    if (!isSaved) return changed
    const before = await lastNotWithdrawn(tx, report.followsId)
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
    for (const text of await textsOf(tx, report.id))
      await saveText(tx, { ...text, reportId: from.newId, version: 0, changedBy: actor.userId })
    for (const priority of await prioritiesOf(tx, report.id))
      await savePriority(tx, from.newId, {
        ...priority,
        ...{ id: from.newPartIds(), followsId: priority.id, progress: null, became: null, version: 0 },
      })
    tx.audit({ action: 'begin analysis', subject: { type: 'analysis', id: from.newId } })
    return { kind: 'opened', id: from.newId }
  })

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

/** Works in a report that may still be written in, kept from others meanwhile. */
function inOpenReport<Result>(
  transact: Transact,
  actor: StaffActor,
  id: string,
  work: (tx: Tx, report: Report) => Promise<Result>,
): Promise<Result | Done> {
  return transact(actor, async (tx) => {
    const report = await lockReport(tx, id)
    if (!report) return { kind: 'missing' }
    return isOpen(report) ? work(tx, report) : { kind: 'closed' }
  })
}

/** The one before, or before that when it was withdrawn. */
async function lastNotWithdrawn(tx: Tx, id: string | null): Promise<Report | undefined> {
  const report = id === null ? undefined : await lockReport(tx, id)
  return report?.state === 'withdrawn' ? lastNotWithdrawn(tx, report.followsId) : report
}

async function edited(tx: Tx, id: string, { userId }: StaffActor): Promise<Done> {
  await noteEdit(tx, id, userId)
  return audit(tx, 'change analysis', id)
}

function audit(tx: Tx, action: string, id: string): Done {
  tx.audit({ action, subject: { type: 'analysis', id } })
  return done
}

async function areNeighbourhoods(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const found = await neighbourhoodsOf(tx, { ids })
  return found.length === new Set(ids).size
}

const notChosen = { kind: 'refused', field: 'areaIds', reason: 'form.error.choose' } as const
const tooManyInGroup = { kind: 'refused', field: 'peoplePresent', reason: 'analysis.reports.error.group' } as const
