import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact } from '../../../../platform/database/transact.ts'
import {
  checkForm,
  type FormErrors,
  type FormValues,
  identifier,
  isoDate,
  oneOf,
} from '../../../../platform/http/index.ts'
import type { Round } from '../../campaigns/index.ts'
import { cardText } from '../../cards/card-input.ts'
import { applyActs } from '../acts/take-in-acts.ts'
import { type ActAnswer, sentenceLength, type VisitAct } from '../acts/visit-act.ts'
import { visitOutcomes } from '../visit.ts'

type Needs = { readonly transact: Transact }

/** Whose visits these are: one of the pair, or else the coordinator who enters them. */
export const paperForm = z.looseObject({ visitorId: identifier().optional() })

/** What stands behind one door of the form. */
const doorForm = z.object({
  act: identifier(),
  visit: identifier(),
  outcome: oneOf(visitOutcomes).optional(),
  sentence: cardText(sentenceLength).optional(),
  return: isoDate().optional(),
})
const doorFields = ['act', 'visit', 'outcome', 'sentence', 'return'] as const

export type ReadPaper =
  | { readonly ok: true; readonly acts: readonly VisitAct[] }
  | { readonly ok: false; readonly errors: FormErrors }

/** Identifiers for each door, made with the page, so that sending it twice notes nothing twice. */
export function paperIdentifiers(round: Round): Readonly<Record<string, string>> {
  return Object.fromEntries(
    round.doors.flatMap(({ roundAddressId: id }) => [
      [`act-${id}`, uuidv7()],
      [`visit-${id}`, uuidv7()],
    ]),
  )
}

/** Reads the form as the acts a phone would have sent, done around noon of the round's day. */
export function readPaper(round: Round, values: FormValues): ReadPaper {
  const read = round.doors.map(({ roundAddressId: id }) => {
    const own = Object.fromEntries(doorFields.map((field) => [field, values[`${field}-${id}`]]))
    return { id, form: checkForm(own, doorForm) }
  })
  const errors = read.flatMap(({ id, form }) =>
    form.ok ? [] : form.errors.map((error) => ({ ...error, field: `${error.field}-${id}` })),
  )
  if (errors.length > 0) return { ok: false, errors }
  const acts = read.flatMap(({ id, form }): VisitAct[] => {
    if (!form.ok || !form.data.outcome) return []
    const { act, visit, outcome, sentence, return: wantsReturnOn } = form.data
    const body = { roundAddressId: id, outcome, sentence, wantsReturnOn }
    return [{ id: act, kind: 'recordVisit', at: `${round.day}T11:00:00.000Z`, visitId: visit, body }]
  })
  return { ok: true, acts }
}

/** Enters a paper round through the same acts as the phones. */
export function enterPaper(
  { transact }: Needs,
  actor: StaffActor,
  round: Round,
  entry: { readonly visitorId: string | undefined; readonly acts: readonly VisitAct[] },
): Promise<readonly ActAnswer[]> {
  const own = round.volunteers.find(({ userId }) => userId !== null && userId === entry.visitorId)
  const whose = { visitorId: own?.userId ?? actor.userId, zoneId: round.zoneId, isCoordinator: true }
  return transact(actor, (tx) =>
    applyActs(
      tx,
      entry.acts.map((act) => ({ kind: 'read', id: act.id, act })),
      whose,
    ),
  )
}
