import { isoDateIn } from '@meernet/calendar'
import type { z } from 'zod'
import type { AskedByCode } from '../../functions/detection/index.ts'
import type { StaffActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { notFound } from '../../platform/http/index.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import { frozenSince, personById } from '../../registers/people/index.ts'
import { frozenFile, volunteerById } from '../../registers/volunteers/index.ts'
import { opensHeld, registerRequest } from './access.ts'
import { type CardRefusal, cardGiven, endCardFor } from './card-of-request.ts'
import { type CopyOfData, putTogether } from './copy-of-data.ts'
import type { answerForm, extensionForm, requestForm } from './forms.ts'
import { frozenFor } from './freezing.ts'
import { mayExtend, opensCopy, type RightsRequest } from './request.ts'
import { type Changing, note, requestSeen } from './request-seen.ts'
import { addRequest, saveAnswer, saveExtension } from './request-store.ts'
import { handlersIn } from './zone-handlers.ts'

type Needs = { readonly transact: Transact }

/**
 * Notes a request that came at the desk, by telephone or in writing; also of somebody whose data are frozen. The card of a typed
 * code, or of the inbox, is the request's, and ends at once for who objects or withdraws. A wrong code: nothing is noted.
 */
export async function registerRequestOf(
  needs: Needs,
  actor: StaffActor,
  { code, ...form }: z.output<typeof requestForm>,
): Promise<'done' | CardRefusal> {
  if (!registerRequest.allows(actor) && !form.volunteerId) notFound('volunteer', 'of a request')
  const card = await cardGiven(needs, actor, { code, cardId: form.cardId, personId: form.personId })
  if (typeof card === 'string') return card
  const personId = form.personId ?? card?.personId ?? null
  const isNew = await needs.transact(actor, async (tx) => {
    if (form.personId && !(await isPersonSeen(tx, form.personId))) notFound('person', 'of a request')
    if (form.volunteerId && !(await isVolunteerSeen(tx, form.volunteerId))) notFound('volunteer', 'of a request')
    const isAdded = await addRequest(tx, {
      ...form,
      zoneId: actor.zoneId,
      personId,
      cardId: card?.id ?? null,
      volunteerId: form.volunteerId ?? null,
      asker: form.asker ?? null,
      ask: form.ask ?? null,
    })
    note(tx, 'register request about own data', form.id, personId, form.kind)
    return isAdded
  })
  // Sent again, it is the first that counts: its page has what is still to be done.
  if (card && isNew) await endCardFor(needs, actor, form, card)
  return 'done'
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
  const { request, hasHandler } = await needs.transact(actor, async (tx) => {
    const seen = await requestSeen(tx, id)
    return { request: seen, hasHandler: (await handlersIn(tx, seen.zoneId)).hasHandler }
  })
  const isFrozen = (await frozenFor(needs, actor, request)) !== null
  if (!opensCopy(request) || !opensHeld(actor, { isFrozen, hasHandler })) notFound('copy of data', id)
  await needs.transact(actor, async (tx) => note(tx, 'open copy of data', id, request.personId, request.kind))
  return { request, copy: await putTogether(needs, actor.municipalityId, request) }
}

const isPersonSeen = async (tx: Tx, id: string) =>
  (await personById(tx, id)) !== undefined || (await frozenSince(tx, id)) !== null
const isVolunteerSeen = async (tx: Tx, id: string) =>
  (await volunteerById(tx, id)) !== undefined || (await frozenFile(tx, id)) !== undefined
