import type { Transact } from '../../../platform/database/transact.ts'
import { may, parseForm, type Routes, staffOf, workplacePage } from '../../../platform/http/index.ts'
import { workInInbox } from './access.ts'
import { signalPage } from './answers.tsx'
import { searchForm } from './forms.ts'
import { inboxFilter, inboxPath } from './inbox-filter.ts'
import { type SealedWords, sealedWords } from './sealed-words.ts'
import { readInbox } from './signal-reading.ts'
import { InboxPage } from './views/inbox-page.tsx'

type Needs = { readonly transact: Transact; readonly secret: Buffer }

/** The list of what waits, its search, and the page of one signal. */
export function inboxRoutes(routes: Routes, { transact, secret }: Needs): void {
  const words = sealedWords(secret)

  routes.get('/inbox', may(workInInbox), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const filter = inboxFilter(c.req.query())
    const asked = wordsIn(words, actor.zoneId, filter.q)
    const inbox = await transact(actor, (tx) => readInbox(tx, actor, filter, asked, t.today))
    const page = <InboxPage t={t} inbox={inbox} filter={filter} words={asked} userId={actor.userId} />
    return workplacePage(c, { title: t('detection.inbox.title') }, page)
  })

  routes.post('/inbox/search', may(workInInbox), async (c) => {
    const form = await parseForm(c, searchForm)
    const from = inboxFilter(
      Object.fromEntries(new URL(String(form.values.filter ?? '/inbox'), c.req.url).searchParams),
    )
    const q = form.ok && form.data.words ? words.seal(staffOf(c).zoneId, form.data.words) : undefined
    return c.redirect(inboxPath(from, { q }), 303)
  })

  routes.get('/inbox/:signalId', may(workInInbox), (c) => signalPage(c, transact))
}

function wordsIn(words: SealedWords, zoneId: string, q: string | undefined): string | undefined {
  return q === undefined ? undefined : words.open(zoneId, q)
}
