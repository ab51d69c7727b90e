import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { gatherContents } from './contents/gather.ts'
import type { MeetingInput, PriorityInput, ReportInput } from './forms.ts'
import { audit, changed, type Done, done, inOpenReport } from './open-report.ts'
import { prioritiesOf, removeText, saveMeeting, savePriority, saveText } from './part-store.ts'
import type { Report, TextPart } from './report.ts'
import { changeReport, insertReport, noteEdit, saveContents } from './report-store.ts'

type Needs = { readonly transact: Transact }

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

/** Keeps a part in the language of the report, or takes it away when it is left empty; there is none in another language. */
export const writeText = (
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  text: { readonly part: TextPart; readonly language: string; readonly text: string; readonly version: number },
): Promise<Done> =>
  inOpenReport(transact, actor, id, async (tx, report) => {
    if (text.language !== report.language) return { kind: 'missing' }
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
async function edited(tx: Tx, id: string, { userId }: StaffActor): Promise<Done> {
  await noteEdit(tx, id, userId)
  return audit(tx, 'change analysis', id)
}
async function areNeighbourhoods(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const found = await neighbourhoodsOf(tx, { ids })
  return found.length === new Set(ids).size
}

const notChosen = { kind: 'refused', field: 'areaIds', reason: 'form.error.choose' } as const
const tooManyInGroup = { kind: 'refused', field: 'peoplePresent', reason: 'analysis.reports.error.group' } as const
