import { isoDateIn } from '@meernet/calendar'
import type { z } from 'zod'
import { type AskedByCode, allowVisitsAt, type Stopped, stopForObjection } from '../../functions/detection/index.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { notFound } from '../../platform/http/index.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import { freezePerson, frozenOn, personById } from '../../registers/people/index.ts'
import { volunteerById } from '../../registers/volunteers/index.ts'
import { opensHeld } from './access.ts'
import type { CopyOfData } from './copy-of-data.ts'
import { putTogether } from './copy-of-data.ts'
import type { answerForm, extensionForm, requestForm } from './forms.ts'
import { mayExtend, opensCopy, type RightsRequest } from './request.ts'
import { addRequest, requestById, saveAnswer, saveExtension } from './request-store.ts'

type Needs = { readonly transact: Transact }

/** Notes a request that came at the desk, by telephone or in writing. */
export function registerRequestOf(
  { transact }: Needs,
  actor: StaffActor,
  form: z.output<typeof requestForm>,
): Promise<void> {
  return transact(actor, async (tx) => {
    const person = form.personId ? await personById(tx, form.personId) : undefined
    const volunteer = form.volunteerId ? await volunteerById(tx, form.volunteerId) : undefined
    if ((form.personId && !person) || (form.volunteerId && !volunteer)) notFound('person', 'of a request')
    await addRequest(tx, {
      ...form,
      zoneId: actor.zoneId,
      personId: person?.id ?? null,
      cardId: null,
      volunteerId: volunteer?.id ?? null,
      asker: form.asker ?? null,
      ask: form.ask ?? null,
    })
    note(tx, 'register request about own data', form.id, person?.id, form.kind)
  })
}

/** Notes what the holder of a card code asks, as a question about own data with its month; in the transaction of the asking. */
export async function noteAskedByCode(
  tx: Tx,
  { id, cardId, zoneId, personId, kind, text }: AskedByCode,
): Promise<void> {
  await addRequest(tx, {
    id,
    zoneId,
    kind,
    channel: 'cardCode',
    receivedOn: isoDateIn(municipalTimeZone, tx.now),
    identityChecked: 'cardCode',
    personId,
    cardId,
    volunteerId: null,
    asker: null,
    ask: text || null,
  })
  note(tx, 'register request about own data', id, personId, kind)
}

/** `stale`: somebody was first. `refused`: this is not possible, or not for this reader. */
export type Changing = 'done' | 'stale' | 'refused'

/** Makes the term two months longer, with the reason (GDPR art. 12.3). */
export function extendTerm(
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  { version, reason }: z.output<typeof extensionForm>,
): Promise<Changing> {
  return transact(actor, async (tx) => {
    const request = await requestSeen(tx, id)
    const today = isoDateIn(municipalTimeZone, tx.now)
    if (request.version !== version) return 'stale'
    if (!mayExtend(request, today)) return 'refused'
    if (!(await saveExtension(tx, request, { on: today, reason }))) return 'stale'
    note(tx, 'extend request about own data', id, request.personId, request.kind)
    return 'done'
  })
}

/** Keeps what was answered; a request is answered once. */
export function answerRequest(
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  { version, outcome, answer }: z.output<typeof answerForm>,
): Promise<Changing> {
  return transact(actor, async (tx) => {
    const request = await requestSeen(tx, id)
    if (request.version !== version || request.answeredOn !== null) return 'stale'
    const on = isoDateIn(municipalTimeZone, tx.now)
    if (!(await saveAnswer(tx, request, { on, outcome, answer, by: actor.userId }))) return 'stale'
    note(tx, 'answer request about own data', id, request.personId, request.kind)
    return 'done'
  })
}

/** The request with all that is held about whom it is of; not found unless this actor may open it. The log says who did. */
export async function openCopy(
  needs: Needs,
  actor: StaffActor,
  id: string,
): Promise<{ readonly request: RightsRequest; readonly copy: CopyOfData }> {
  const request = await needs.transact(actor, (tx) => requestSeen(tx, id))
  const isFrozen = (await frozenFor(needs, actor, request)) !== null
  if (!opensCopy(request) || !opensHeld(actor, isFrozen)) notFound('copy of data', id)
  await needs.transact(actor, async (tx) => note(tx, 'open copy of data', id, request.personId, request.kind))
  return { request, copy: await putTogether(needs, actor.municipalityId, request) }
}

/** Since when the data of whom a request is of are frozen. */
export function frozenFor({ transact }: Needs, actor: StaffActor, { personId }: Pick<RightsRequest, 'personId'>) {
  if (!personId) return Promise.resolve(null)
  return transact(systemActor(actor.municipalityId, 'rights.frozen'), (tx) => frozenOn(tx, personId))
}

/**
 * Freezes the data of whom a request to restrict is of, or lets them go: only the data protection officer does the latter, for
 * nobody else sees them any more.
 */
export async function changeFreezing(
  needs: Needs,
  actor: StaffActor,
  id: string,
  to: 'frozen' | 'free',
): Promise<Changing> {
  const request = await needs.transact(actor, (tx) => requestSeen(tx, id))
  const { personId } = request
  if (request.kind !== 'restrict' || !personId) return 'refused'
  if (to === 'free' && !opensHeld(actor, true)) return 'refused'
  if (((await frozenFor(needs, actor, request)) !== null) === (to === 'frozen')) return 'stale'
  await needs.transact(actor, async (tx) =>
    note(tx, to === 'frozen' ? 'freeze data of person' : 'free data of person', id, personId, request.kind),
  )
  const isChanged = await needs.transact(systemActor(actor.municipalityId, 'rights.freezing'), (tx) => {
    const on = isoDateIn(municipalTimeZone, tx.now)
    return freezePerson(tx, personId, to === 'frozen' ? { on, requestId: id } : undefined)
  })
  return isChanged ? 'done' : 'stale'
}

/** Who objects gets no visit or letter of campaigns any more, and cards on their way end. Gives what stopped; undefined: not of this kind. */
export async function stopAfterObjection(needs: Needs, actor: StaffActor, id: string): Promise<Stopped | undefined> {
  const request = await needs.transact(actor, (tx) => requestSeen(tx, id))
  const { personId, zoneId } = request
  if (request.kind !== 'object' || !personId) return undefined
  return needs.transact(actor, async (tx) => {
    const person = await personById(tx, personId)
    note(tx, 'stop visits after objection', id, personId, request.kind)
    return stopForObjection(tx, { personId, addressId: person?.addressId ?? null, zoneId })
  })
}

/** Whoever objected is visited again after all, when they say so. False when nothing was stopped. */
export async function allowVisitsAgain(needs: Needs, actor: StaffActor, id: string): Promise<boolean> {
  const { personId, kind, zoneId } = await needs.transact(actor, (tx) => requestSeen(tx, id))
  if (kind !== 'object' || !personId) return false
  return needs.transact(actor, async (tx) => {
    const addressId = (await personById(tx, personId))?.addressId
    note(tx, 'allow visits after objection', id, personId, kind)
    return addressId ? allowVisitsAt(tx, zoneId, addressId) : false
  })
}

async function requestSeen(tx: Tx, id: string): Promise<RightsRequest> {
  const request = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await requestById(tx, id) : undefined
  return request ?? notFound('request about own data', id)
}

function note(tx: Tx, action: string, id: string, personId: string | null | undefined, kind: string): void {
  tx.audit({ action, subject: { type: 'rights request', id }, personId: personId ?? undefined, reason: kind })
}
