import { uuidv7 } from 'uuidv7'
import { type SystemActor, systemActor } from '../../../platform/access/actor.ts'
import { type Looker, lookersOf } from '../../../platform/audit/index.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { readCode } from '../cards/card-code.ts'
import { cardById, cardIdOfCode, changeContent } from '../cards/card-store.ts'
import { toldToSender } from '../cards/following/telling.ts'
import type { ToldWord } from '../cards/following/told-word-store.ts'
import { type AskedKind, askedByCode } from '../events.ts'
import { changeSignal } from '../signals/actions.ts'
import { isOpen } from '../signals/signal.ts'
import type { NewSignalEvent } from '../signals/signal-event.ts'
import { type Signal, signalById } from '../signals/signal-store.ts'
import { lockStanding, type Standing, tellThoseWhoHaveIt } from './standing.ts'
import { withdrawCard } from './withdrawing.ts'

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
  /** What its sender may know beyond where it stands, as far as the person agreed. */
  readonly told: readonly ToldWord[]
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
      lookers: await lookersOfHolder(tx, own, signal.personId),
      told: await toldToSender(tx, [cardId]),
    }
  })

/**
 * Who looked at the card; for a resident's own card, also at what it became. A professional or visitor holds the code of
 * somebody else's card, and learns nothing of a case by it.
 */
async function lookersOfHolder(tx: Tx, { id, source }: Signal, personId: string | null): Promise<readonly Looker[]> {
  const ofCard = await lookersOf(tx, { subject: { type: 'card', id } })
  if (source !== 'resident' || !personId) return ofCard
  const ofPerson = await lookersOf(tx, { personId })
  const isSame = (one: Looker, other: Looker) =>
    one.day === other.day && one.userId === other.userId && one.action === other.action
  return [...ofPerson, ...ofCard.filter((look) => !ofPerson.some((other) => isSame(look, other)))].toSorted((a, b) =>
    b.day.localeCompare(a.day),
  )
}

/** Takes the agreement back, as its holder asks on the public site. */
export const withdrawMyAgreement = ({ transact }: Needs, municipalityId: string, cardId: string): Promise<void> =>
  transact(codeHolder(municipalityId), (tx) =>
    withdrawCard(tx, cardId, { by: 'codeHolder', channel: 'online', notedBy: null }),
  )

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
    const standing = await lockStanding(tx, cardId)
    const card = await cardById(tx, cardId)
    if (!standing || !card?.content || !isOpen((standing.kept ?? standing.own).state)) return false
    const { content } = card
    await changeContent(tx, card, {
      ...content,
      phone: phone ?? content.phone,
      reachWhen: reachWhen ?? content.reachWhen,
    })
    await noteWhereItStands(tx, standing, { kind: 'contactChanged', by: 'codeHolder' }, [phone, reachWhen])
    return true
  })

/**
 * Asks something about the own data, to be answered within a month. A correction stands on the card too, where a coordinator
 * reads it. Who filled a card in for somebody else holds its code as well, and asks corrections alone.
 */
export const askAboutData = (
  { transact }: Needs,
  municipalityId: string,
  cardId: string,
  { kind, text }: { readonly kind: AskedKind; readonly text: string },
): Promise<boolean> =>
  transact(codeHolder(municipalityId), async (tx) => {
    const standing = await lockStanding(tx, cardId)
    if (!standing) return false
    const { zoneId, source } = standing.own
    const { personId } = standing.kept ?? standing.own
    const isOwn = source === 'resident'
    if (kind !== 'correct' && !isOwn) return false
    if (kind === 'correct')
      await noteWhereItStands(tx, standing, { kind: 'correctionAsked', by: 'codeHolder', note: text }, [text])
    else await tellThoseWhoHaveIt(tx, standing.kept ?? standing.own)
    await tx.publish(askedByCode, { id: uuidv7(), cardId, zoneId, personId: isOwn ? personId : null, kind, text })
    return true
  })

/** Notes an act of the holder on the card, and on the one it goes on in: that is the one a coordinator reads. */
async function noteWhereItStands(
  tx: Tx,
  { own, kept }: Standing,
  event: NewSignalEvent,
  words: readonly (string | undefined)[],
): Promise<void> {
  await changeSignal(tx, own, {}, [event])
  const note = words.filter(Boolean).join(' · ')
  if (kept) await changeSignal(tx, kept, {}, [{ ...event, otherId: own.id, note }])
  await tellThoseWhoHaveIt(tx, kept ?? own)
}
