import type { Transact } from '../../../../platform/database/transact.ts'
import {
  type Ctx,
  leaveFlash,
  may,
  municipalityOf,
  notFound,
  parseForm,
  type Routes,
  staffOf,
} from '../../../../platform/http/index.ts'
import { catalogue, isLanguage, textsIn } from '../../../../platform/messages/index.ts'
import { workInInbox } from '../access.ts'
import { signalIdOf, signalPage } from '../answers.tsx'
import { tellBackForm } from '../forms.ts'
import { tellBackTopics } from './feedback.ts'
import { mailPerson, noteTellBack } from './telling-back.ts'

type Needs = { readonly transact: Transact; readonly clock: () => Date; readonly address: () => string }

/** What a person must hear back: told, or a mail that there is a message. */
export function tellBackRoutes(routes: Routes, { transact, clock, address }: Needs): void {
  routes.post('/inbox/:signalId/tell-backs/:about', may(workInInbox), async (c) => {
    const form = await parseForm(c, tellBackForm)
    if (!form.ok) return signalPage(c, transact, { errors: form.errors, status: 422 })
    const told = { signalId: signalIdOf(c), about: topicIn(c), outcome: form.data.outcome }
    const isNew = await noteTellBack({ transact }, staffOf(c), told)
    if (!isNew) return signalPage(c, transact, { refusal: 'detection.refusal.alreadyDone', status: 409 })
    leaveFlash(c, 'detection.done.act')
    return c.redirect(`/inbox/${signalIdOf(c)}`, 303)
  })

  routes.post('/inbox/:signalId/tell-backs/:about/mail', may(workInInbox), async (c) => {
    const { slug, contact } = municipalityOf(c)
    const wasSent = await mailPerson({ transact }, staffOf(c), {
      signalId: signalIdOf(c),
      textsOf: (language) => textsIn(catalogue, isLanguage(language) ? language : 'nl', clock()),
      address: `${address()}/in/${slug}/my-card`,
      phone: contact.phone,
    })
    if (!wasSent) return signalPage(c, transact, { refusal: 'detection.refusal.noEmail', status: 409 })
    leaveFlash(c, 'detection.done.mailed')
    return c.redirect(`/inbox/${signalIdOf(c)}`, 303)
  })
}

function topicIn(c: Ctx) {
  const about = c.req.param('about')
  return tellBackTopics.find((topic) => topic === about) ?? notFound('topic', 'of that name')
}
