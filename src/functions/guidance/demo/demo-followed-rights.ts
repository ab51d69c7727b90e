import { daysBetween } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { insertEvents } from '../cases/event-store.ts'
import {
  eventOf,
  type FollowedRight,
  followedRightsOf,
  insertFollowedRights,
  type Outcome,
  remind,
  saveOutcome,
} from '../rights-followed/index.ts'
import { type DemoCase, momentOf, placeOf, rightsCheckOf } from './demo-cases.ts'

/** Follows rights of every case with a check: some obtained, some refused or not wanted, some still to be asked. */
export async function insertFollowed(tx: Tx, world: DemoWorld, cases: readonly DemoCase[]): Promise<void> {
  const done = cases.filter((care) => rightsCheckOf(care).state === 'done')
  for (const [place, care] of done.entries()) {
    const courses = coursesOf(world, care, place)
    await begin(tx, world, care, courses)
    for (const right of await followedRightsOf(tx, care.id)) {
      const course = courses.find(({ rightId }) => rightId === right.rightId)
      if (course) await goOn(tx, world, care, right, course.outcome)
    }
  }
}

/** A right and what became of it. */
type Course = { readonly rightId: string; readonly askBy: string | null; readonly outcome: Outcome }

async function begin(tx: Tx, world: DemoWorld, care: DemoCase, courses: readonly Course[]): Promise<void> {
  const begun = { begunBy: care.lead.userId, begunAt: momentOf(world, -checkedDaysAgo(care)) }
  const rights = courses.map(({ rightId, askBy }) => ({ ...placeOf(care), ...begun, id: world.id(), rightId, askBy }))
  await insertFollowedRights(tx, rights)
  await insertEvents(
    tx,
    rights.map((right) => ({
      ...placeOf(care),
      id: world.id(),
      kind: eventOf.worthAsking,
      value: right.rightId,
      aboutId: right.id,
      byUser: right.begunBy,
      at: right.begunAt,
    })),
  )
}

/** Keeps what became of it, with its line in the timeline and, in an open case, the task it leaves. */
async function goOn(tx: Tx, world: DemoWorld, care: DemoCase, right: FollowedRight, outcome: Outcome): Promise<void> {
  const { state } = outcome.standing
  if (state !== 'worthAsking') {
    await saveOutcome(tx, right, right.version, outcome)
    const event = { kind: eventOf[state], value: right.rightId, aboutId: right.id, byUser: care.lead.userId }
    await insertEvents(tx, [{ ...placeOf(care), ...event, id: world.id(), at: momentOn(world, care, outcome) }])
  }
  if (care.state !== 'closed') await remind(tx, { ...right, standing: outcome.standing })
}

/** Invented, in turn: of every six cases four obtain increased reimbursement and one is late for the heating allowance. */
function coursesOf(world: DemoWorld, care: DemoCase, place: number): readonly Course[] {
  const [askedOn, answeredOn] = [world.day(-askedDaysAgo(care)), world.day(-answeredDaysAgo(care))]
  const askedLately = (daysAgo: number): Outcome => ({
    standing: { state: 'asked', askedOn: world.day(-Math.min(daysAgo, askedDaysAgo(care))) },
    words: null,
  })
  const granted = (cents: number | null, per: 'month' | 'once' = 'month'): Outcome => ({
    standing: { state: 'granted', askedOn, answeredOn, obtained: cents === null ? null : { cents, per } },
    words: null,
  })
  const refused = (refusalReason: 'late' | 'conditionNotMet', words: string): Outcome => ({
    standing: { state: 'refused', askedOn, answeredOn, refusalReason },
    words,
  })
  const open: Outcome =
    care.state === 'closed'
      ? { standing: { state: 'doesNotWant' }, words: 'Zal het later zelf vragen.' }
      : { standing: { state: 'worthAsking' }, words: null }
  const course = (rightId: string, outcome: Outcome, askBy: string | null = null) => ({ rightId, askBy, outcome })
  const turn = place % 6
  const late = refused('late', 'De factuur was al drie maanden oud.')
  const isOld = Number(world.today.slice(0, 4)) - (care.person.birthYear ?? 1980) >= 66
  return [
    course('verhoogde-tegemoetkoming', turn < 4 ? granted(null) : askedLately(turn === 4 ? 36 : 12)),
    course('verwarmingstoelage', turn === 2 ? late : turn === 5 ? open : granted(21_000, 'once'), world.day(20)),
    ...(turn % 2 === 0 ? [course('uitpas-kansentarief', open)] : []),
    ...(isOld ? [course('igo', turn === 1 ? askedLately(20) : granted(18_000 + turn * 4_000))] : []),
    ...(place === 3 ? [course('zorgbudget-zwaar', refused('conditionNotMet', 'De score was te laag.'))] : []),
    ...(place === 2
      ? [course('huurpremie', { standing: { state: 'notApplicable' }, words: 'Verhuist naar een sociale woning.' })]
      : []),
    ...(turn === 0 ? [course('zorgbudget-zwaar', granted(14_000))] : []),
  ]
}

/** The day it was asked when that is all that happened, else that of the answer. */
function momentOn(world: DemoWorld, care: DemoCase, { standing }: Outcome): Date {
  const daysAgo = standing.state === 'asked' ? daysBetween(standing.askedOn, world.today) : answeredDaysAgo(care)
  return momentOf(world, -daysAgo)
}

const checkedDaysAgo = ({ openedDaysAgo }: DemoCase) => Math.max(3, openedDaysAgo - 9)
const askedDaysAgo = (care: DemoCase) => Math.max(2, checkedDaysAgo(care) - 5)
const answeredDaysAgo = (care: DemoCase) => Math.max(1, askedDaysAgo(care) - 25)
