import type { z } from 'zod'
import {
  type CardAsked,
  cardAsked,
  cardOfCode,
  endCard,
  hasInInbox,
  lockCardAsked,
} from '../../functions/detection/index.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import type { Transact } from '../../platform/database/transact.ts'
import { notFound } from '../../platform/http/index.ts'
import type { cardForm, seenForm } from './forms.ts'
import { frozenFor } from './freezing.ts'
import { endsCard, type RequestChannel, type RightsRequest } from './request.ts'
import { type Changing, note, requestSeen } from './request-seen.ts'
import { saveCard } from './request-store.ts'

type Needs = { readonly transact: Transact }

/** Why a code gives no card here: it is not of a card in this data zone, or of a card that is somebody else's. */
export type CardRefusal = 'unknownCode' | 'codeOfOther'

/** How a request comes to a card: by the code that its holder gave, or from the inbox of who registers it. */
export type CardGiven = {
  readonly code?: string | undefined
  readonly cardId?: string | undefined
  readonly personId?: string | undefined
}

/** The card that a request is to bear; undefined when none is given. */
export async function cardGiven(
  { transact }: Needs,
  actor: StaffActor,
  { code, cardId, personId }: CardGiven,
): Promise<CardAsked | CardRefusal | undefined> {
  if (cardId && !(await transact(actor, (tx) => hasInInbox(tx, actor, cardId)))) notFound('card', 'of a request')
  if (!code && !cardId) return undefined
  const card = await transact(asProgram(actor), (tx) =>
    code ? cardOfCode(tx, code, actor.zoneId) : cardAsked(tx, cardId ?? '', actor.zoneId),
  )
  if (!card) return 'unknownCode'
  return personId && card.personId && card.personId !== personId ? 'codeOfOther' : card
}

/** The card that a request bears, as far as the request needs it. */
export async function cardOfRequest(
  { transact }: Needs,
  actor: StaffActor,
  { cardId, zoneId }: Pick<RightsRequest, 'cardId' | 'zoneId'>,
): Promise<CardAsked | undefined> {
  return cardId === null ? undefined : transact(asProgram(actor), (tx) => cardAsked(tx, cardId, zoneId))
}

/** Lets an open request bear the card whose code the person gave after all; who objects or withdraws sees it end at once. */
export async function addCardOfCode(
  needs: Needs,
  actor: StaffActor,
  id: string,
  { version, code }: z.output<typeof cardForm>,
): Promise<Changing | CardRefusal> {
  const request = await needs.transact(actor, (tx) => requestSeen(tx, id))
  if (request.version !== version || request.answeredOn !== null || request.cardId !== null) return 'stale'
  if (request.volunteerId || (await frozenFor(needs, actor, request)) !== null) return 'refused'
  const card = await cardGiven(needs, actor, { code, personId: request.personId ?? undefined })
  if (!card || typeof card === 'string') return card ?? 'refused'
  const isSaved = await needs.transact(actor, async (tx) => {
    if (!(await saveCard(tx, request, { cardId: card.id, personId: request.personId ?? card.personId }))) return false
    note(tx, 'add card to request about own data', id, request.personId, request.kind)
    return true
  })
  if (!isSaved) return 'stale'
  await endCardFor(needs, actor, request, card)
  return 'done'
}

/** Ends the card of a request to object or withdraw: again for whoever was interrupted, and when it was frozen before. */
export async function endCardOf(
  needs: Needs,
  actor: StaffActor,
  id: string,
  { version }: z.output<typeof seenForm>,
): Promise<Changing> {
  const request = await needs.transact(actor, (tx) => requestSeen(tx, id))
  if (request.version !== version) return 'stale'
  const card = await cardOfRequest(needs, actor, request)
  if (!card || !endsCard(request)) return 'refused'
  await endCardFor(needs, actor, request, card)
  return 'done'
}

/** Whether the card still ends for this request. With a case, who objects is spoken with first: no program ends help. */
export const mayEnd = (request: Pick<RightsRequest, 'kind'>, card: CardAsked): boolean =>
  endsCard(request) &&
  card.frozenOn === null &&
  card.withdrawnOn === null &&
  !(request.kind === 'object' && card.personId !== null)

/** Ends the card when the request is one that does, as the program: a card may lie where this colleague does not look. */
export async function endCardFor(
  { transact }: Needs,
  actor: StaffActor,
  { id, kind, channel }: Pick<RightsRequest, 'id' | 'kind' | 'channel'>,
  card: CardAsked,
): Promise<void> {
  if (!mayEnd({ kind }, card)) return
  await transact(actor, async (tx) => note(tx, 'end card for request', id, card.personId, kind))
  await transact(asProgram(actor), async (tx) => {
    const held = await lockCardAsked(tx, card.id, actor.zoneId)
    if (held && mayEnd({ kind }, held)) await endCard(tx, held, { channel: heardBy[channel], notedBy: actor.userId })
  })
}

const asProgram = ({ municipalityId }: StaffActor) => systemActor(municipalityId, 'card of a request about own data')

const heardBy = {
  desk: 'faceToFace',
  phone: 'phone',
  letter: 'letter',
  email: 'online',
  cardCode: 'online',
} as const satisfies Record<RequestChannel, string>
