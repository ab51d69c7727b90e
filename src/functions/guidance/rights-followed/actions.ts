import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'
import { notFound } from '../../../platform/http/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { Result } from '../cases/case-actions.ts'
import { caseForAct, isIdentifier } from '../cases/case-reading.ts'
import type { Case } from '../cases/case-store.ts'
import { insertEvents, noteEvent } from '../cases/event-store.ts'
import { leadOf } from '../cases/member-store.ts'
import { putRightTask, settleRightTasks } from '../tasks/task-store.ts'
import { changeOutcome, isOpen, type Outcome, type OutcomeRefusal } from './followed-right.ts'
import {
  type FollowedRight,
  followedRightById,
  followedRightsOf,
  insertFollowedRights,
  type NewFollowedRight,
  saveAskBy,
  saveOutcome,
} from './followed-right-store.ts'
import { eventOf } from './right-event.ts'
import { rightOf } from './right-words.ts'
import { dayFactOf, lastDayAfter, lookForAnswerOn, nextYearlyLastDay, remindOn } from './term.ts'

type Wanted = {
  readonly caseId: string
  /** Ids in the catalogue of rights. */
  readonly rights: readonly string[]
  readonly by: string
  readonly at: Date
  /** Days that are known, by the id of the fact, for terms that count from one: `dwelling.oil_delivery_on`. */
  readonly days?: Readonly<Record<string, IsoDate>>
}

/**
 * Begins to follow rights of a case as worth asking, in the name of `by`. A right that is or was followed in that case is left as
 * it is: what became of it is not undone by a new check. Gives the ids of those begun.
 */
export async function beginToFollow(tx: Tx, wanted: Wanted): Promise<readonly string[]> {
  const { caseId, rights } = wanted
  const care = await caseForAct(tx, caseId, 'follow rights')
  const known = new Set((await followedRightsOf(tx, caseId)).map(({ rightId }) => rightId))
  const fresh = [...new Set(rights)].filter((rightId) => !known.has(rightId))
  const begun = await follow(
    tx,
    care,
    fresh.map((rightId) => newRight(care, wanted, rightId)),
  )
  return begun.map(({ rightId }) => rightId)
}

/** Follows a right that did not come out of a check, or one again that was settled before: a heating allowance is asked each winter. */
export async function followByHand(
  tx: Tx,
  caseId: string,
  { id, rightId }: { readonly id: string; readonly rightId: string },
): Promise<Result<'closed' | 'followedAlready'>> {
  const care = await caseForAct(tx, caseId, 'follow rights')
  if (care.state === 'closed') return { kind: 'refused', reason: 'closed' }
  const known = await followedRightsOf(tx, caseId)
  if (known.some((right) => right.id === id)) return { kind: 'done' }
  const isFollowed = known.some((right) => right.rightId === rightId && isOpen(right.standing.state))
  if (isFollowed) return { kind: 'refused', reason: 'followedAlready' }
  const by = tx.actor.kind === 'staff' ? tx.actor.userId : care.openedBy
  await follow(tx, care, [{ ...newRight(care, { caseId, rights: [], by, at: tx.now }, rightId), id }])
  return { kind: 'done' }
}

/** What the page was made from: which right, in which version. */
type Seen = { readonly followedId: string; readonly version: number }

/** Notes what became of a right; also in a case that is closed, because answers come late. */
export async function noteOutcome(
  tx: Tx,
  caseId: string,
  { followedId, version }: Seen,
  wanted: Outcome,
): Promise<Result<OutcomeRefusal>> {
  const care = await caseForAct(tx, caseId, 'note outcome of right')
  const right = await followedRightFor(tx, caseId, followedId)
  if (right.version !== version) return { kind: 'stale' }
  const change = changeOutcome(right.standing.state, wanted, todayOf(tx))
  if (change.kind === 'refused') return change
  if (!(await saveOutcome(tx, right, version, change.outcome))) return { kind: 'stale' }
  const { state } = change.outcome.standing
  await noteEvent(tx, right, { kind: eventOf[state], value: right.rightId, aboutId: right.id })
  if (care.state === 'closed') await settleRightTasks(tx, right.id)
  else await remind(tx, { ...right, standing: change.outcome.standing })
  return { kind: 'done' }
}

/** Notes by when the right has to be asked: from the day its term counts from, or the last day itself; neither: no term. */
export async function setTerm(
  tx: Tx,
  caseId: string,
  { followedId, version }: Seen,
  { day, askBy }: { readonly day?: IsoDate | undefined; readonly askBy?: IsoDate | undefined },
): Promise<Result<'closed'>> {
  const care = await caseForAct(tx, caseId, 'set term of right')
  if (care.state === 'closed') return { kind: 'refused', reason: 'closed' }
  const right = await followedRightFor(tx, caseId, followedId)
  const rule = rightOf(right.rightId)
  const lastDay = (day && rule ? lastDayAfter(rule, day) : null) ?? askBy ?? null
  if (!(await saveAskBy(tx, right, version, lastDay))) return { kind: 'stale' }
  await remind(tx, { ...right, askBy: lastDay })
  return { kind: 'done' }
}

/** A right followed in this case; not found for who sees no such case or right. */
export async function followedRightFor(tx: Tx, caseId: string, id: string): Promise<FollowedRight> {
  if (!isIdentifier(caseId) || !isIdentifier(id)) notFound('followed right', 'of that form')
  return (await followedRightById(tx, caseId, id)) ?? notFound('followed right', id)
}

type Reminded = Pick<FollowedRight, 'id' | 'caseId' | 'zoneId' | 'rightId' | 'standing' | 'askBy'>

/** Leaves the one task that belongs to how the right stands now: to ask by the last day, or to look for an answer. */
export async function remind(tx: Tx, right: Reminded): Promise<void> {
  const { id, caseId, zoneId } = right
  const task = taskFor(right, todayOf(tx))
  await settleRightTasks(tx, id, task?.kind)
  if (task)
    await putRightTask(tx, { ...task, caseId, zoneId, followedRightId: id, assigneeId: await leadOf(tx, caseId) })
}

function taskFor({ rightId, standing, askBy }: Reminded, today: IsoDate) {
  if (standing.state === 'worthAsking' && askBy) return { kind: 'askRight', dueOn: remindOn(askBy, today) } as const
  if (standing.state === 'asked')
    return { kind: 'lookForAnswer', dueOn: lookForAnswerOn(rightOf(rightId), standing.askedOn) } as const
  return undefined
}

const newRight = (care: Case, { by, at, days = {} }: Wanted, rightId: string): NewFollowedRight => ({
  id: uuidv7(),
  caseId: care.id,
  zoneId: care.zoneId,
  rightId,
  askBy: lastDayKnown(rightId, days, isoDateIn(municipalTimeZone, at)),
  begunBy: by,
  begunAt: at,
})

/** From a day that is known, else the one that comes back each year. */
function lastDayKnown(rightId: string, days: Readonly<Record<string, IsoDate>>, today: IsoDate): IsoDate | null {
  const right = rightOf(rightId)
  if (!right) return null
  const day = days[dayFactOf(right) ?? '']
  return (day && lastDayAfter(right, day)) ?? nextYearlyLastDay(right, today)
}

async function follow(tx: Tx, care: Case, rights: readonly NewFollowedRight[]): Promise<readonly NewFollowedRight[]> {
  const begun = await insertFollowedRights(tx, rights)
  await insertEvents(
    tx,
    begun.map(({ id, rightId, begunBy, begunAt }) => ({
      caseId: care.id,
      zoneId: care.zoneId,
      id: uuidv7(),
      kind: eventOf.worthAsking,
      value: rightId,
      aboutId: id,
      byUser: begunBy,
      at: begunAt,
    })),
  )
  for (const right of begun) await remind(tx, { ...right, standing: { state: 'worthAsking' } })
  return begun
}

const todayOf = (tx: Tx): IsoDate => isoDateIn(municipalTimeZone, tx.now)
