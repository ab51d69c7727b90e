import type { Transact } from '../../../../platform/database/transact.ts'
import {
  may,
  municipalityOf,
  parseForm,
  printPage,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { readCode } from '../../cards/card-code.ts'
import { cardIdOfCode, codeOfCard } from '../../cards/card-store.ts'
import { workInInbox } from '../access.ts'
import { signalIdOf, signalPage } from '../answers.tsx'
import { signalsCsv } from '../export.ts'
import { searchForm } from '../forms.ts'
import { readForExport, readInbox, readSignal } from '../signal-reading.ts'
import { InboxPage } from '../views/inbox-page.tsx'
import { PrintedCard } from '../views/printed-card.tsx'
import { inboxFilter, inboxPath } from './inbox-filter.ts'
import { type SealedWords, sealedWords } from './sealed-words.ts'

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

  routes.get('/inbox/export.csv', may(workInInbox), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const filter = inboxFilter(c.req.query())
    const asked = wordsIn(words, actor.zoneId, filter.q)
    const csv = await transact(actor, async (tx) => {
      const seen = await readForExport(tx, actor, filter, asked, t.today)
      const neighbourhoods = new Map(seen.neighbourhoods.map(({ id, name }) => [id, name]))
      const colleagues = new Map(seen.coordinators.map(({ userId, name }) => [userId, name]))
      return signalsCsv(t, seen.rows, { neighbourhoods, colleagues })
    })
    return c.body(csv, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="inbox-${t.today}.csv"`,
    })
  })

  routes.get('/inbox/:signalId/print', may(workInInbox), async (c) => {
    const t = c.get('t')
    const actor = staffOf(c)
    const { view, code } = await transact(actor, async (tx) => {
      const read = await readSignal(tx, actor, signalIdOf(c))
      return { view: read, code: await codeOfCard(tx, read.signal.id) }
    })
    const back = { href: `/inbox/${view.signal.id}`, text: t('detection.case.back') }
    return printPage(
      c,
      { title: t('detection.card.title'), back, hint: t('detection.print.hint') },
      <PrintedCard t={t} view={view} code={code} municipality={municipalityOf(c)} />,
    )
  })

  routes.post('/inbox/search', may(workInInbox), async (c) => {
    const form = await parseForm(c, searchForm)
    const from = inboxFilter(
      Object.fromEntries(new URL(String(form.values.filter ?? '/inbox'), c.req.url).searchParams),
    )
    const code = readCode(form.ok ? (form.data.words ?? '') : '')
    const ofCode = code && (await transact(staffOf(c), (tx) => cardIdOfCode(tx, code)))
    if (ofCode) return c.redirect(`/inbox/${ofCode}`, 303)
    const q = form.ok && form.data.words ? words.seal(staffOf(c).zoneId, form.data.words) : undefined
    return c.redirect(inboxPath(from, { q }), 303)
  })

  routes.get('/inbox/:signalId', may(workInInbox), (c) => signalPage(c, transact))
}

function wordsIn(words: SealedWords, zoneId: string, q: string | undefined): string | undefined {
  return q === undefined ? undefined : words.open(zoneId, q)
}
