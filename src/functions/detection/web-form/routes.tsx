import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { systemActor } from '../../../platform/access/actor.ts'
import { everyone } from '../../../platform/access/rule.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FormErrors,
  focusPage,
  type LimitRate,
  may,
  municipalityOf,
  notFound,
  parseForm,
  publicPage,
  type Routes,
} from '../../../platform/http/index.ts'
import { frontDoorZone } from '../../../registers/municipalities/index.ts'
import { codesOf } from '../cards/card-store.ts'
import { fileCards } from '../cards/file-cards.ts'
import {
  type CardDraft,
  type CardStep,
  cardOf,
  cardSteps,
  firstOpenStep,
  stepAfter,
  stepForms,
  stepsOf,
  withAnswers,
} from './card-draft.ts'
import { type FormCookies, formCookies } from './draft-cookie.ts'
import { CheckPage } from './views/check-page.tsx'
import { ReceiptPage } from './views/receipt-page.tsx'
import { StartPage } from './views/start-page.tsx'
import { StepPage } from './views/step-page.tsx'
import { TalkFirstPage } from './views/talk-first-page.tsx'

type Needs = {
  readonly transact: Transact
  readonly clock: () => Date
  readonly limitRate: LimitRate
  readonly secret: Buffer
}

/** Faster than this nobody reads and answers the form: a program did. */
const leastMs = 3000

/** The card of a municipality on the web: without an account, one question a page, without script. */
export function webFormRoutes(routes: Routes, { transact, clock, limitRate, secret }: Needs): void {
  const cookies = formCookies(secret)
  const begin = limitRate({ bucket: 'card begin', max: 60, windowSeconds: 900 })
  const send = limitRate({ bucket: 'card send', max: 20, windowSeconds: 900 })

  routes.get('/in/:municipality/card', may(everyone), (c) => {
    const t = c.get('t')
    const start = (
      <StartPage t={t} municipality={municipalityOf(c)} hasDraft={cookies.draft.read(c, clock()) !== undefined} />
    )
    return publicPage(c, { title: t('resident.card.start.title'), isPublished: true }, start)
  })

  routes.post('/in/:municipality/card', may(everyone), begin, (c) => {
    cookies.receipt.forget(c)
    cookies.draft.write(c, { id: uuidv7(), begunAt: clock().getTime(), fields: {} }, clock())
    return c.redirect(stepPath(c, 'who'), 303)
  })

  routes.get('/in/:municipality/card/talk-first', may(everyone), (c) => {
    const t = c.get('t')
    const back = { href: stepPath(c, 'together'), text: t('resident.card.back') }
    return focusPage(
      c,
      { title: t('resident.card.talkFirst.title'), back },
      <TalkFirstPage t={t} municipality={municipalityOf(c)} />,
    )
  })

  routes.get('/in/:municipality/card/receipt', may(everyone), async (c) => {
    const t = c.get('t')
    const cardId = cookies.receipt.read(c, clock())
    if (!cardId) return c.redirect(cardPath(c), 303)
    const [code = ''] = await transact(systemActor(municipalityOf(c).id, 'card receipt'), (tx) => codesOf(tx, [cardId]))
    return focusPage(
      c,
      { title: t('resident.card.receipt.title') },
      <ReceiptPage t={t} municipality={municipalityOf(c)} code={code} />,
    )
  })

  routes.post('/in/:municipality/card/receipt', may(everyone), (c) => {
    cookies.receipt.forget(c)
    cookies.draft.forget(c)
    return c.redirect(`/in/${municipalityOf(c).slug}`, 303)
  })

  routes.get('/in/:municipality/card/:step', may(everyone), (c) => {
    const step = stepIn(c)
    const draft = cookies.draft.read(c, clock())
    if (!draft || !stepsOf(draft).includes(step)) return c.redirect(cardPath(c), 303)
    if (step === 'check' && firstOpenStep(draft)) return c.redirect(stepPath(c, firstOpenStep(draft) ?? 'who'), 303)
    return stepPage(c, draft, step)
  })

  routes.post('/in/:municipality/card/check', may(everyone), send, (c) => sendCard(c, { transact, clock, cookies }))

  routes.post('/in/:municipality/card/:step', may(everyone), async (c) => {
    const step = stepIn(c)
    const draft = cookies.draft.read(c, clock())
    if (!draft || step === 'check') return c.redirect(cardPath(c), 303)
    const form = await parseForm(c, stepForms[step])
    const answered = withAnswers(draft, step, form.values)
    if (!form.ok) return stepPage(c, answered, step, form.errors)
    cookies.draft.write(c, answered, clock())
    const isAlone = step === 'together' && answered.fields.together === 'no'
    return c.redirect(isAlone ? `${cardPath(c)}/talk-first` : stepPath(c, stepAfter(answered, step)), 303)
  })
}

/** A program fills in every box, this one too; people do not see it. */
const trap = z.object({ website: z.string().optional() })

type Sending = { readonly transact: Transact; readonly clock: () => Date; readonly cookies: FormCookies }

async function sendCard(c: Ctx, { transact, clock, cookies }: Sending): Promise<Response> {
  const t = c.get('t')
  const draft = cookies.draft.read(c, clock())
  const card = draft && cardOf(draft, t.today, t('resident.card.self'))
  if (!draft || !card) return c.redirect(cardPath(c), 303)
  const form = await parseForm(c, trap)
  if (!form.ok || form.data.website || clock().getTime() - draft.begunAt < leastMs)
    return stepPage(c, draft, 'check', [{ field: '', key: 'resident.card.error.tooFast', values: {} }])
  await transact(systemActor(municipalityOf(c).id, 'card of the public form'), async (tx) =>
    fileCards(tx, [{ ...card, zoneId: await frontDoorZone(tx) }]),
  )
  cookies.draft.forget(c)
  cookies.receipt.write(c, card.id, clock())
  return c.redirect(`${cardPath(c)}/receipt`, 303)
}

function stepPage(c: Ctx, draft: CardDraft, step: CardStep, errors: FormErrors = []): Response {
  const t = c.get('t')
  const steps = stepsOf(draft)
  const place = steps.indexOf(step)
  const previous = steps[place - 1]
  const props = { t, municipality: municipalityOf(c), draft, errors }
  return focusPage(
    c,
    {
      title: `${errors.length > 0 ? `${t('resident.card.mistake')} ` : ''}${t(`resident.card.step.${step}`)}`,
      back: { href: previous ? stepPath(c, previous) : cardPath(c), text: t('resident.card.back') },
      progress: {
        step: place + 1,
        of: steps.length,
        text: t('resident.card.progress', { step: place + 1, of: steps.length }),
      },
    },
    step === 'check' ? <CheckPage {...props} /> : <StepPage {...props} step={step} />,
    errors.length > 0 ? 422 : 200,
  )
}

function stepIn(c: Ctx): CardStep {
  const asked = c.req.param('step')
  return cardSteps.find((step) => step === asked) ?? notFound('page of the card', 'of that name')
}

const cardPath = (c: Ctx) => `/in/${municipalityOf(c).slug}/card`
const stepPath = (c: Ctx, step: CardStep) => `${cardPath(c)}/${step}`
