import { z } from 'zod'
import {
  type Ctx,
  checkForm,
  type FilledForm,
  type FormError,
  filledForm,
  leaveFlash,
  may,
  notFound,
  parseForm,
  type Routes,
  seenVersion,
  staffOf,
  workplacePage,
} from '../http/index.ts'
import type { Refusal } from '../published-files/refusal.ts'
import { fileError } from './file-error.ts'
import { readAnew } from './keep-for-reading.ts'
import { receiveFile } from './receive-file.ts'
import { withReceivedForm } from './receive-form.ts'
import { type SentFile, standingOf } from './sent-file.ts'
import type { SentFileKind, SentFileNeeds } from './sent-file-kind.ts'
import { forgetSentFile, sentFile } from './sent-file-store.ts'
import { ReadingPage } from './views/reading-page.tsx'
import { SendFilePage } from './views/send-file-page.tsx'

const seenForm = z.object({ version: seenVersion() })

/**
 * The way in of files of a kind: sent, read at once or in the background, looked at, read anew, taken back. Keeping what one holds is
 * `imports/:importId/confirmation`, of the module. NOTE mounted before what takes `new` for an identifier.
 */
export function sentFileRoutes<Asked extends object>(
  routes: Routes,
  needs: SentFileNeeds,
  kind: SentFileKind<Asked>,
): void {
  sendingRoutes(routes, needs, kind)
  sentRoutes(routes, needs, kind)
}

function sendingRoutes<Asked extends object>(routes: Routes, needs: SentFileNeeds, kind: SentFileKind<Asked>): void {
  const { sentFiles } = needs
  const { home, rule, reader, words } = kind
  const imports = `${home}/imports`

  routes.get(`${home}/new`, may(rule), (c) => sendPage(c, filledForm(c.get('t'), {})))

  routes.post(imports, may(rule), (c) =>
    withReceivedForm(c, sentFiles, async ({ values, file }) => {
      const t = c.get('t')
      const form = checkForm(values, kind.form)
      const again = (error: FormError, refusal?: Refusal) => sendPage(c, filledForm(t, values, [error]), 422, refusal)
      if (file.kind === 'none') return again(atFile(words.noFile))
      if (file.kind !== 'received') return again(fileError(t, file.kind, sentFiles, kind.command))
      if (!form.ok) return sendPage(c, filledForm(t, values, form.errors), 422)
      const answer = await receiveFile(needs, staffOf(c), reader, file, form.data)
      switch (answer.kind) {
        case 'kept':
          return c.redirect(`${imports}/${answer.id}`, 303)
        case 'unknown':
          return c.redirect(kind.explaining?.path(answer.id) ?? `${imports}/${answer.id}`, 303)
        case 'asks':
          return again(kind.asks(answer.reason))
        case 'no-room':
          return again(fileError(t, answer.reason, sentFiles, kind.command))
        case 'refused':
          return again(atFile(words.refused), answer.refusal)
      }
    }),
  )

  function sendPage(c: Ctx, form: FilledForm, status: 200 | 422 = 200, refusal?: Refusal) {
    const t = c.get('t')
    const page = <SendFilePage t={t} kind={kind} form={form} refusal={refusal} settings={sentFiles} />
    return workplacePage(c, { title: t(words.send) }, page, status)
  }
}

function sentRoutes<Asked extends object>(
  routes: Routes,
  { transact, clock }: SentFileNeeds,
  kind: SentFileKind<Asked>,
): void {
  const { home, rule, reader, words } = kind
  const imports = `${home}/imports`

  routes.get(`${imports}/:importId`, may(rule), async (c) => {
    const t = c.get('t')
    const id = idAsked(c)
    const { page, file } = await transact(staffOf(c), async (tx) => ({
      page: await kind.look(tx, id, t),
      file: await sentFile<Asked>(tx, reader.kind, id),
    }))
    if (page) return workplacePage(c, { title: t(words.look) }, page)
    if (!file) return notFound('sent file', id)
    if (kind.explaining?.isDue(file)) return c.redirect(kind.explaining.path(id), 303)
    return readingPage(c, file, filledForm(t, kind.typed(file.asked)))
  })

  routes.post(`${imports}/:importId/reading`, may(rule), async (c) => {
    const id = idAsked(c)
    const file = await transact(staffOf(c), (tx) => sentFile<Asked>(tx, reader.kind, id))
    if (!file) return notFound('sent file', id)
    const seen = await parseForm(c, seenForm)
    const said = checkForm(seen.values, kind.form)
    if (!said.ok) return readingPage(c, file, filledForm(c.get('t'), said.values, said.errors), 422)
    if (!seen.ok) return readingPage(c, file, filledForm(c.get('t'), seen.values, seen.errors), 422)
    // Only a file that was refused asks what is to be said about it.
    const asked = file.state === 'refused' ? kind.anew(file.asked, said.data) : file.asked
    // Of another version it is in other hands by now: the page says in whose.
    await transact(staffOf(c), (tx) => readAnew(tx, { id, task: reader.task, version: seen.data.version, asked }))
    return c.redirect(`${imports}/${id}`, 303)
  })

  routes.post(`${imports}/:importId/withdrawal`, may(rule), async (c) => {
    const id = idAsked(c)
    await transact(staffOf(c), async (tx) => {
      await kind.forget(tx, id)
      await forgetSentFile(tx, id)
    })
    leaveFlash(c, words.withdrawn)
    return c.redirect(home, 303)
  })

  function readingPage(c: Ctx, file: SentFile<Asked>, form: FilledForm, status: 200 | 422 = 200) {
    const t = c.get('t')
    const standing = standingOf(file, clock())
    const page = <ReadingPage t={t} kind={kind} file={file} standing={standing} form={form} />
    return workplacePage(c, { title: t(`sentFiles.title.${standing}`) }, page, status)
  }
}

const idAsked = (c: Ctx) => c.req.param('importId') ?? ''

const atFile = (key: string): FormError => ({ field: 'file', key, values: {} })
