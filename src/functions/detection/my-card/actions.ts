import { isoDateIn } from '@meernet/calendar'
import { type SystemActor, systemActor } from '../../../platform/access/actor.ts'
import { type Looker, lookersOf } from '../../../platform/audit/index.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { readCode } from '../cards/card-code.ts'
import { cardById, cardIdOfCode, changeContent, withdrawCardAgreement } from '../cards/card-store.ts'
import { changeSignal, eraseWithMerged } from '../signals/actions.ts'
import { isOpen } from '../signals/signal.ts'
import { coordinatorsOf } from '../signals/signal-reading.ts'
import { lockSignal, type Signal, signalById } from '../signals/signal-store.ts'
import { tellColleague } from '../signals/tell-colleague.ts'

type Needs = { readonly transact: Transact }

/** After its code was checked, the holder acts through the program: there is no account (decision 0013). */
const codeHolder = (municipalityId: string): SystemActor => systemActor(municipalityId, 'holder of a card code')

/** The card of a typed code, or undefined: no such code. */
export function findMyCard({ transact }: Needs, municipalityId: string, typed: string): Promise<string | undefined> {
  const code = readCode(typed)
  if (!code) return Promise.resolve(undefined)
  return transact(codeHolder(municipalityId), (tx) => cardIdOfCode(tx, code))
}

/** What the holder of a code sees: where the card stands and who looked at it. Nothing of what it says. */
export type MyCard = {
  readonly signal: Signal
  readonly isWithdrawn: boolean
  /** Whether the content is still there, so that something can be changed. */
  readonly canChange: boolean
  readonly lookers: readonly Looker[]
}

/** The card of a code holder; a merged one stands where the other stands. */
export const myCard = ({ transact }: Needs, municipalityId: string, cardId: string): Promise<MyCard | undefined> =>
  transact(codeHolder(municipalityId), async (tx) => {
    const own = await signalById(tx, cardId)
    const card = await cardById(tx, cardId)
    if (!own || !card) return undefined
    const signal = own.mergedInto ? ((await signalById(tx, own.mergedInto)) ?? own) : own
    return {
      signal,
      isWithdrawn: card.agreement.withdrawnOn !== null,
      canChange: card.content !== undefined && isOpen(signal.state),
      lookers: await lookersOf(tx, { subject: { type: 'card', id: cardId } }),
    }
  })

/** Takes the agreement back. A card still on its way ends and is erased; with a case, those who help are told to stop sharing. */
export const withdrawMyAgreement = ({ transact }: Needs, municipalityId: string, cardId: string): Promise<void> =>
  transact(codeHolder(municipalityId), async (tx) => {
    const signal = await lockSignal(tx, cardId)
    if (!signal) return
    await withdrawCardAgreement(tx, cardId, 'codeHolder', isoDateIn(municipalTimeZone, tx.now))
    const ends = isOpen(signal.state)
    await changeSignal(tx, signal, ends ? { state: 'closed', closedBecause: 'withdrawn', dueOn: null } : {}, [
      { kind: 'agreementWithdrawn', by: 'codeHolder' },
    ])
    if (ends) await eraseWithMerged(tx, signal)
    await tellThoseWhoHaveIt(tx, signal)
  })

/** Another telephone number, or another time to call. */
export type OtherContact = { readonly phone?: string | undefined; readonly reachWhen?: string | undefined }

/** Notes how the person is better reached; false when the card has ended. */
export const changeMyContact = (
  { transact }: Needs,
  municipalityId: string,
  cardId: string,
  { phone, reachWhen }: OtherContact,
): Promise<boolean> =>
  transact(codeHolder(municipalityId), async (tx) => {
    const signal = await lockSignal(tx, cardId)
    const card = await cardById(tx, cardId)
    if (!signal || !card?.content || !isOpen(signal.state)) return false
    const { content } = card
    await changeContent(tx, card, {
      ...content,
      phone: phone ?? content.phone,
      reachWhen: reachWhen ?? content.reachWhen,
    })
    await changeSignal(tx, signal, {}, [{ kind: 'contactChanged', by: 'codeHolder' }])
    await tellThoseWhoHaveIt(tx, signal)
    return true
  })

/** Asks to correct something; a coordinator reads it on the card and answers. */
export const askCorrection = (
  { transact }: Needs,
  municipalityId: string,
  cardId: string,
  text: string,
): Promise<boolean> =>
  transact(codeHolder(municipalityId), async (tx) => {
    const signal = await lockSignal(tx, cardId)
    if (!signal) return false
    await changeSignal(tx, signal, {}, [{ kind: 'correctionAsked', by: 'codeHolder', note: text }])
    await tellThoseWhoHaveIt(tx, signal)
    return true
  })

/** Whoever took the card up, or else all coordinators of its zone, hear that something waits. */
async function tellThoseWhoHaveIt(tx: Tx, { assigneeUserId, zoneId }: Signal): Promise<void> {
  const coordinators = await coordinatorsOf(tx, zoneId)
  const told = assigneeUserId ? [assigneeUserId] : coordinators.map(({ userId }) => userId)
  for (const userId of told) await tellColleague(tx, userId)
}
