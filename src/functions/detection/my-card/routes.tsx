import { z } from 'zod'
import { everyone } from '../../../platform/access/rule.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  focusPage,
  type LimitRate,
  leaveFlash,
  may,
  municipalityOf,
  oneOf,
  parseForm,
  phone,
  publicPage,
  type Routes,
  requiredText,
} from '../../../platform/http/index.ts'
import { cardLengths, cardText } from '../cards/card-input.ts'
import { type SealedCookie, sealedCookie } from '../cards/sealed-cookie.ts'
import { askedKinds } from '../events.ts'
import { codeTries } from '../rights/card-asked.ts'
import { askAboutData, changeMyContact, findMyCard, myCard, withdrawMyAgreement } from './actions.ts'
import { CodePage } from './views/code-page.tsx'
import { MyCardPage } from './views/my-card-page.tsx'
import { WithdrawPage } from './views/withdraw-page.tsx'

type Needs = {
  readonly transact: Transact
  readonly clock: () => Date
  readonly limitRate: LimitRate
  readonly secret: Buffer
}

const codeForm = z.object({ code: requiredText(40) })
const contactForm = z
  .object({ phone: phone().optional(), reachWhen: cardText(cardLengths.reachWhen).optional() })
  .refine((form) => form.phone ?? form.reachWhen, { error: 'form.error.required', path: ['phone'] })
const askForm = z
  .object({ what: oneOf(askedKinds).default('correct'), correction: cardText(300).optional() })
  .refine(({ what, correction }) => (what !== 'correct' && what !== 'complain') || correction, {
    error: 'form.error.required',
    path: ['correction'],
  })

/** Following a card with its code: no account, no code in an address. */
export function myCardRoutes(routes: Routes, { transact, clock, limitRate, secret }: Needs): void {
  const held = sealedCookie(secret, { name: 'my-card', shape: z.uuid(), seconds: 1800, page: 'my-card' })
  const tries = limitRate(codeTries)

  routes.get('/in/:municipality/my-card', may(everyone), (c) => codePage(c))

  routes.post('/in/:municipality/my-card', may(everyone), tries, async (c) => {
    const form = await parseForm(c, codeForm)
    if (!form.ok) return codePage(c, form.errors)
    const cardId = await findMyCard({ transact }, municipalityOf(c).id, form.data.code)
    if (!cardId) return codePage(c, [{ field: 'code', key: 'resident.my.error.code', values: {} }])
    held.write(c, cardId, clock())
    return c.redirect(`${myPath(c)}/card`, 303)
  })

  routes.get('/in/:municipality/my-card/card', may(everyone), (c) => cardPage(c, { transact, clock, held }))

  routes.get('/in/:municipality/my-card/withdrawal', may(everyone), (c) => {
    const t = c.get('t')
    return focusPage(c, { title: t('resident.my.withdraw.title') }, <WithdrawPage t={t} path={myPath(c)} />)
  })

  routes.post('/in/:municipality/my-card/withdrawal', may(everyone), async (c) => {
    const cardId = held.read(c, clock())
    if (cardId) {
      await withdrawMyAgreement({ transact }, municipalityOf(c).id, cardId)
      leaveFlash(c, 'resident.my.done.withdrawn')
    }
    return c.redirect(`${myPath(c)}/card`, 303)
  })

  routes.post('/in/:municipality/my-card/contact', may(everyone), async (c) => {
    const cardId = held.read(c, clock())
    const form = await parseForm(c, contactForm)
    if (!form.ok) return cardPage(c, { transact, clock, held }, form.values, form.errors)
    if (cardId && (await changeMyContact({ transact }, municipalityOf(c).id, cardId, form.data)))
      leaveFlash(c, 'resident.my.done.contact')
    return c.redirect(`${myPath(c)}/card`, 303)
  })

  routes.post('/in/:municipality/my-card/correction', may(everyone), async (c) => {
    const cardId = held.read(c, clock())
    const form = await parseForm(c, askForm)
    if (!form.ok) return cardPage(c, { transact, clock, held }, form.values, form.errors)
    const asked = { kind: form.data.what, text: form.data.correction ?? '' }
    if (cardId && (await askAboutData({ transact }, municipalityOf(c).id, cardId, asked)))
      leaveFlash(c, 'resident.my.done.correction')
    return c.redirect(`${myPath(c)}/card`, 303)
  })

  routes.post('/in/:municipality/my-card/leaving', may(everyone), (c) => {
    held.forget(c)
    return c.redirect(myPath(c), 303)
  })
}

function codePage(c: Ctx, errors: FormErrors = []): Response {
  const t = c.get('t')
  const page = <CodePage t={t} municipality={municipalityOf(c)} form={filledForm(t, {}, errors)} />
  return publicPage(c, { title: t('resident.my.title'), isPublished: true }, page, errors.length > 0 ? 422 : 200)
}

type Holding = Pick<Needs, 'transact' | 'clock'> & { readonly held: SealedCookie<string> }

async function cardPage(c: Ctx, { transact, clock, held }: Holding, values: FormValues = {}, errors: FormErrors = []) {
  const t = c.get('t')
  const cardId = held.read(c, clock())
  const card = cardId && (await myCard({ transact }, municipalityOf(c).id, cardId))
  if (!card) return c.redirect(myPath(c), 303)
  const page = <MyCardPage t={t} municipality={municipalityOf(c)} card={card} form={filledForm(t, values, errors)} />
  return focusPage(c, { title: t('resident.my.title') }, page, errors.length > 0 ? 422 : 200)
}

const myPath = (c: Ctx) => `/in/${municipalityOf(c).slug}/my-card`
