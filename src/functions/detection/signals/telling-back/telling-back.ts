import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact } from '../../../../platform/database/transact.ts'
import { queueMail } from '../../../../platform/mail/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import { cardById } from '../../cards/card-store.ts'
import { changeSignal, lockOwnSignal } from '../actions.ts'
import type { TellBackTopic } from './feedback.ts'
import { finishTellBack, type TellBackOutcome } from './tell-back-store.ts'

type Needs = { readonly transact: Transact }
type Told = { readonly signalId: string; readonly about: TellBackTopic; readonly outcome: TellBackOutcome }

/** Notes that a person heard back, or did not want to; gives false when a colleague had noted it. */
export const noteTellBack = (
  { transact }: Needs,
  actor: StaffActor,
  { signalId, about, outcome }: Told,
): Promise<boolean> =>
  transact(actor, async (tx) => {
    const signal = await lockOwnSignal(tx, actor, signalId)
    if (!(await finishTellBack(tx, signalId, about, outcome))) return false
    await changeSignal(tx, signal, {}, [{ kind: 'toldBack', detail: outcome }])
    return true
  })

/**
 * Sends the person a mail that there is a message, in their language, without saying what about (P22): they look with their
 * code or call. Gives false when the card has no e-mail address.
 */
export const mailPerson = (
  { transact }: Needs,
  actor: StaffActor,
  {
    signalId,
    textsOf,
    address,
    phone,
  }: {
    readonly signalId: string
    readonly textsOf: (language: string) => Texts
    readonly address: string
    readonly phone: string
  },
): Promise<boolean> =>
  transact(actor, async (tx) => {
    await lockOwnSignal(tx, actor, signalId)
    const card = await cardById(tx, signalId)
    if (!card?.content?.email) return false
    const t = textsOf(card.language)
    await queueMail(tx, {
      to: card.content.email,
      subject: t('resident.mail.subject'),
      text: t('resident.mail.text', { address, phone }),
    })
    tx.audit({ action: 'mail person', subject: { type: 'card', id: signalId } })
    return true
  })
