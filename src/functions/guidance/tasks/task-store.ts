import type { IsoDate } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'
import { sealedTextOf } from '../sealed-text.ts'

/** Work with a day: own words, or a kind of which the sentence is `guidance.task.<kind>`. */
const taskKinds = [
  'own',
  'tellBack',
  'arrivalCheck',
  'resultAfterSixWeeks',
  'resultAfterSixMonths',
  'handoverRefused',
  'handoverNoShow',
  'agreementWithdrawn',
  'agreementExpires',
  'askRight',
  'lookForAnswer',
] as const
export type TaskKind = (typeof taskKinds)[number]

export type Task = {
  readonly id: string
  readonly caseId: string
  readonly handoverId: string | null
  /** Of `askRight` and `lookForAnswer`. */
  readonly followedRightId: string | null
  readonly kind: TaskKind
  /** Only of `own`. */
  readonly words: string | null
  readonly dueOn: IsoDate
  readonly assigneeId: string
  readonly doneBy: string | null
  readonly doneAt: Date | null
  readonly version: number
}
export type NewTask = {
  readonly id?: string
  readonly caseId: string
  readonly zoneId: string
  readonly handoverId?: string | null
  readonly followedRightId?: string | null
  readonly kind: TaskKind
  readonly words?: string | null
  readonly dueOn: IsoDate
  readonly assigneeId: string
  readonly doneAt?: Date
}

/** Adds tasks; the same identifier twice adds one. */
export async function addTasks(tx: Tx, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return
  const madeBy = tx.actor.kind === 'staff' ? tx.actor.userId : null
  const rows = await Promise.all(
    tasks.map(async (task) => {
      const id = task.id ?? uuidv7()
      const sealed = await sealedTextOf(tx, task.zoneId)
      return {
        municipality_id: tx.actor.municipalityId,
        id,
        zone_id: task.zoneId,
        case_id: task.caseId,
        handover_id: task.handoverId ?? null,
        followed_right_id: task.followedRightId ?? null,
        kind: task.kind,
        words: sealed.sealIfAny('task.words', id, task.words),
        due_on: task.dueOn,
        assignee_id: task.assigneeId,
        made_by: madeBy,
        made_at: tx.now,
        done_by: task.doneAt ? task.assigneeId : null,
        done_at: task.doneAt ?? null,
      }
    }),
  )
  await tx.db
    .insertInto('guidance.task')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The tasks of a case: open ones by day, then those done, newest first. */
export async function tasksOf(tx: Tx, caseId: string): Promise<readonly Task[]> {
  const rows = await tx.db
    .selectFrom('guidance.task')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('done_at', (order) => order.desc().nullsFirst())
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      caseId: row.case_id,
      handoverId: row.handover_id,
      followedRightId: row.followed_right_id,
      kind: row.kind as TaskKind,
      words: (await sealedTextOf(tx, row.zone_id)).openIfAny('task.words', row.id, row.words),
      dueOn: row.due_on,
      assigneeId: row.assignee_id,
      doneBy: row.done_by,
      doneAt: row.done_at,
      version: row.version,
    })),
  )
}

/** Open tasks of the actor in cases they are a member of, the earliest first; without their words. */
export async function myOpenTasks(
  tx: Tx,
  userId: string,
): Promise<readonly Pick<Task, 'id' | 'caseId' | 'handoverId' | 'followedRightId' | 'kind' | 'dueOn'>[]> {
  const rows = await tx.db
    .selectFrom('guidance.task')
    .select(['id', 'case_id', 'handover_id', 'followed_right_id', 'kind', 'due_on'])
    .where('assignee_id', '=', userId)
    .where('done_at', 'is', null)
    .orderBy('due_on')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    handoverId: row.handover_id,
    followedRightId: row.followed_right_id,
    kind: row.kind as TaskKind,
    dueOn: row.due_on,
  }))
}

/** Marks a task done (or open again) over version `from`; false when somebody else changed it meanwhile. */
export async function saveTaskDone(
  tx: Tx,
  task: { readonly caseId: string; readonly id: string },
  from: number,
  doneBy: string | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('guidance.task')
    .set({ done_by: doneBy, done_at: doneBy ? tx.now : null, version: from + 1 })
    .where('id', '=', task.id)
    .where('case_id', '=', task.caseId)
    .where('version', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Marks the open tasks of these kinds about a handover done: what they asked for happened. With `dueBy` only those due by then. */
export async function settleTasks(
  tx: Tx,
  handoverId: string,
  kinds: readonly TaskKind[],
  dueBy?: IsoDate,
): Promise<void> {
  const open = tx.db
    .updateTable('guidance.task')
    .set({ done_by: tx.actor.kind === 'staff' ? tx.actor.userId : null, done_at: tx.now })
    .where('handover_id', '=', handoverId)
    .where('kind', 'in', [...kinds])
    .where('done_at', 'is', null)
  await (dueBy === undefined ? open : open.where('due_on', '<=', dueBy)).execute()
}

/** Adds the task of a followed right, or moves the open one of that kind to its new day; who was reminded of it is reminded again. */
export async function putRightTask(
  tx: Tx,
  task: Pick<NewTask, 'caseId' | 'zoneId' | 'dueOn' | 'assigneeId'> & {
    readonly followedRightId: string
    readonly kind: 'askRight' | 'lookForAnswer'
  },
): Promise<void> {
  await tx.db
    .insertInto('guidance.task')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: uuidv7(),
      zone_id: task.zoneId,
      case_id: task.caseId,
      followed_right_id: task.followedRightId,
      kind: task.kind,
      due_on: task.dueOn,
      assignee_id: task.assigneeId,
      made_by: tx.actor.kind === 'staff' ? tx.actor.userId : null,
      made_at: tx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_id', 'followed_right_id', 'kind'])
        .where('done_at', 'is', null)
        .doUpdateSet({ due_on: task.dueOn, reminded_on: null }),
    )
    .execute()
}

/** Marks the open tasks about a followed right done: what they asked for happened. Those of the kind `except` stay open. */
export async function settleRightTasks(tx: Tx, followedRightId: string, except?: TaskKind): Promise<void> {
  const open = tx.db
    .updateTable('guidance.task')
    .set({ done_by: tx.actor.kind === 'staff' ? tx.actor.userId : null, done_at: tx.now })
    .where('followed_right_id', '=', followedRightId)
    .where('done_at', 'is', null)
  await (except === undefined ? open : open.where('kind', '<>', except)).execute()
}

/** Gives the open tasks of somebody who leaves a case to `to`, so that none is left to nobody. */
export async function passTasks(tx: Tx, caseId: string, from: string, to: string): Promise<void> {
  await tx.db
    .updateTable('guidance.task')
    .set({ assignee_id: to })
    .where('case_id', '=', caseId)
    .where('assignee_id', '=', from)
    .where('done_at', 'is', null)
    .execute()
}
