import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import type { Transact } from '../../../../platform/database/transact.ts'
import {
  type Ctx,
  checkbox,
  type FormErrors,
  type FormValues,
  filledForm,
  identifier,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { namesOf } from '../../../../platform/identity/index.ts'
import { signalById } from '../../signals/signal-store.ts'
import { cardText } from '../card-input.ts'
import { cardById } from '../card-store.ts'
import { tellOfCards } from './access.ts'
import { tellSender } from './telling.ts'
import { toldLength } from './told-word.ts'
import { toldOf } from './told-word-store.ts'
import { TellSenderPage } from './views/tell-sender-page.tsx'

type Needs = { readonly transact: Transact }

const tellingForm = z.object({ id: identifier(), words: cardText(toldLength), isChecked: checkbox() })

/** What the sender of a card hears beyond its status, as far as the person agreed. */
export function followingRoutes(routes: Routes, { transact }: Needs): void {
  routes.get('/cards/:cardId/told', may(tellOfCards), (c) => tellSenderPage(c, transact))

  routes.post('/cards/:cardId/told', may(tellOfCards), async (c) => {
    const form = await parseForm(c, tellingForm)
    if (!form.ok) return tellSenderPage(c, transact, { values: form.values, errors: form.errors, status: 422 })
    const result = await tellSender({ transact }, staffOf(c), { ...form.data, cardId: cardIdOf(c) })
    if (result.kind === 'told') {
      leaveFlash(c, 'detection.told.done')
      return c.redirect(`/cards/${cardIdOf(c)}/told`, 303)
    }
    if (result.reason === 'notChecked') {
      const errors = [{ field: 'isChecked', key: 'detection.told.error.notChecked', values: {} }]
      return tellSenderPage(c, transact, { values: form.values, errors, status: 422 })
    }
    return tellSenderPage(c, transact, { values: form.values, status: 409 })
  })
}

type Shown = { readonly values: FormValues; readonly errors?: FormErrors; readonly status: 409 | 422 }

async function tellSenderPage(c: Ctx, transact: Transact, shown?: Shown): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const id = cardIdOf(c)
  const page = await transact(actor, async (tx) => {
    const card = (await cardById(tx, id)) ?? notFound('card', id)
    const signal = (await signalById(tx, id)) ?? notFound('signal', id)
    tx.audit({
      action: 'read card',
      subject: { type: 'card', id },
      personId: signal.personId ?? undefined,
      reason: 'what the sender hears',
    })
    const told = await toldOf(tx, [id], 'sender')
    const tellers = told.map(({ toldBy }) => toldBy)
    const senders = signal.senderUserId ? [signal.senderUserId] : []
    return { card, signal, told, names: await namesOf(tx, [...tellers, ...senders]) }
  })
  const { caseId } = page.signal
  const back = caseId && actor.role === 'socialWorker' ? `/cases/${caseId}/card` : `/inbox/${id}`
  const form = filledForm(t, { id: uuidv7(), ...shown?.values }, shown?.errors)
  return workplacePage(
    c,
    { title: t('detection.told.title') },
    <TellSenderPage t={t} {...page} back={back} form={form} />,
    shown?.status,
  )
}

/** The card in the address; what cannot be one is not found. */
function cardIdOf(c: Ctx): string {
  const id = c.req.param('cardId') ?? ''
  return identifier().safeParse(id).success ? id : notFound('card', 'of that form')
}
