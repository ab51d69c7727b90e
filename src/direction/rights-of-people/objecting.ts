import { allowVisitsAt, type CardAsked, type Stopped, stopForObjection } from '../../functions/detection/index.ts'
import { type Actor, type StaffActor, systemActor } from '../../platform/access/actor.ts'
import { isSecrecyCoordinator } from '../../platform/access/rule.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { personById } from '../../registers/people/index.ts'
import { cardOfRequest } from './card-of-request.ts'
import { note, requestSeen } from './request-seen.ts'

type Needs = { readonly transact: Transact }

/** Who objects gets no visit or letter of campaigns any more, and cards on their way end. Gives what stopped; undefined: not of this kind. */
export async function stopAfterObjection(needs: Needs, actor: StaffActor, id: string): Promise<Stopped | undefined> {
  const request = await needs.transact(actor, (tx) => requestSeen(tx, id))
  const { kind, zoneId } = request
  const card = await cardOfRequest(needs, actor, request)
  const personId = request.personId ?? card?.personId ?? null
  if (kind !== 'object' || (!personId && !card)) return undefined
  await needs.transact(actor, async (tx) => note(tx, 'stop visits after objection', id, personId, kind))
  return needs.transact(carriedOutBy(actor), async (tx) =>
    stopForObjection(tx, { personId, addressId: await addressOf(tx, personId, card), zoneId }),
  )
}

/** Whoever objected is visited again after all, when they say so. False when nothing was stopped. */
export async function allowVisitsAgain(needs: Needs, actor: StaffActor, id: string): Promise<boolean> {
  const request = await needs.transact(actor, (tx) => requestSeen(tx, id))
  if (request.kind !== 'object') return false
  const card = await cardOfRequest(needs, actor, request)
  const personId = request.personId ?? card?.personId ?? null
  await needs.transact(actor, async (tx) => note(tx, 'allow visits after objection', id, personId, request.kind))
  return needs.transact(carriedOutBy(actor), async (tx) => {
    const addressId = await addressOf(tx, personId, card)
    return addressId ? allowVisitsAt(tx, request.zoneId, addressId) : false
  })
}

/** A coordinator stops what they see; for an officer, who sees no person and no campaign, the program does. */
export function carriedOutBy(actor: StaffActor): Actor {
  const { municipalityId } = actor
  return isSecrecyCoordinator(actor) ? actor : systemActor(municipalityId, 'objection of a person')
}

/** Where who objects lives: as the register has it, or the card. */
export async function addressOf(tx: Tx, personId: string | null, card: CardAsked | undefined): Promise<string | null> {
  const person = personId ? await personById(tx, personId) : undefined
  return person?.addressId ?? card?.addressId ?? null
}
