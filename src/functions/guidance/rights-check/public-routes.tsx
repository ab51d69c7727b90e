import { everyone } from '../../../platform/access/rule.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import {
  actorOf,
  type Ctx,
  focusPage,
  type LimitRate,
  may,
  municipalityOf,
  publicPage,
  type Routes,
} from '../../../platform/http/index.ts'
import { Island } from '../../../ui/index.ts'
import { placeOf } from '../local-parameters/place.ts'
import { checkWords } from './check-words.ts'
import { contactsFor } from './contacts.ts'
import { RightsCheck, withoutScript } from './rights-check.island.tsx'
import { rules } from './rules.ts'
import { sentencesIn } from './sentences.ts'
import { firstStep, type Place, type Sent, stepAfter } from './step.ts'
import type { Contact } from './views/contact.ts'
import { PeopleStep } from './views/people-step.tsx'
import { StartPage } from './views/start-page.tsx'
import { StepView } from './views/step-view.tsx'

type Needs = { readonly transact: Transact; readonly limitRate: LimitRate }

/** Longer than a household with twenty persons and every answer. */
const longestTold = 60_000

/**
 * The check for anybody: without an account. With script it runs on the device and sends nothing; without, or where the script does
 * not arrive, every page brings along what was told before, and the server keeps nothing of it.
 */
export function publicCheckRoutes(routes: Routes, { transact, limitRate }: Needs): void {
  const answer = limitRate({ bucket: 'rights check', max: 400, windowSeconds: 900 })

  routes.get('/in/:municipality/rights-check', may(everyone), (c) => {
    const t = c.get('t')
    const start = <StartPage t={t} municipality={municipalityOf(c)} />
    return publicPage(c, { title: t('resident.rightsCheck.title'), isPublished: true }, start)
  })

  routes.get('/in/:municipality/rights-check/questions', may(everyone), async (c) => {
    const t = c.get('t')
    const { place, contacts } = await transact(actorOf(c), async (tx) => ({
      place: await placeHere(tx, c),
      contacts: await contactsHere(tx, c),
    }))
    const { language } = t
    const props = { language, sentences: sentencesIn(language), place, action: actionOf(c), contacts }
    const first = { ...viewProps(c), step: firstStep(place), contacts: {} }
    if (new URL(c.req.url).search === `?${withoutScript}`) return stepPage(c, <PeopleStep {...first} />)
    return stepPage(
      c,
      <>
        <Island of={RightsCheck} name="RightsCheck" props={props} />
        <noscript>
          <PeopleStep {...first} isHeaded />
        </noscript>
      </>,
    )
  })

  routes.post('/in/:municipality/rights-check/questions', may(everyone), answer, async (c) => {
    const sent = await sentBy(c)
    const { step, contacts } = await transact(actorOf(c), async (tx) => {
      const next = stepAfter(rules(), sent, await placeHere(tx, c))
      const none: Readonly<Record<string, Contact>> = {}
      return { step: next, contacts: next.kind === 'results' ? await contactsHere(tx, c) : none }
    })
    return stepPage(
      c,
      <StepView {...viewProps(c)} step={step} contacts={contacts} />,
      'problems' in step && step.problems.length > 0,
    )
  })
}

const actionOf = (c: Ctx) => `/in/${municipalityOf(c).slug}/rights-check/questions`

function viewProps(c: Ctx) {
  const { language } = c.get('t')
  return { t: checkWords(sentencesIn(language), language), model: rules().model, action: actionOf(c) }
}

const placeHere = (tx: Tx, c: Ctx): Promise<Place> => placeOf(tx, c.get('t').today, municipalityOf(c).jurisdiction)

const contactsHere = (tx: Tx, c: Ctx) => contactsFor(tx, municipalityOf(c).slug, c.get('t').today)

function stepPage(c: Ctx, content: preact.VNode, isWrong = false): Response {
  const t = c.get('t')
  const back = { href: `/in/${municipalityOf(c).slug}/rights-check`, text: t('resident.rightsCheck.back') }
  return focusPage(c, { title: t('resident.rightsCheck.title'), back }, content, isWrong ? 422 : 200)
}

/** What a form sent, texts only. A body that is no form, or far too long, is an empty one: the check begins again. */
async function sentBy(c: Ctx): Promise<Sent> {
  const body = await c.req.parseBody({ all: true })
  const texts = Object.entries(body).map(([name, value]) => [
    name,
    [value].flat().filter((one) => typeof one === 'string'),
  ])
  const sent = Object.fromEntries(texts) as Sent
  return (sent.told?.[0]?.length ?? 0) > longestTold ? {} : sent
}
