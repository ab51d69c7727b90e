import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HandoverWorld, type MadeHandover, openHandoverWorld } from '../../../../tests/support/handovers.ts'
import type { Mail } from '../../../platform/mail/index.ts'
import { waitingMail } from '../../../platform/mail/outgoing-store.ts'
import { linkOf } from './link-store.ts'

let known: HandoverWorld
beforeAll(async () => {
  known = await openHandoverWorld()
})
afterAll(() => known.world.close())

const other = { receiver: 'other', organisationName: 'Huis van de Maan', receiverEmail: 'onthaal@maan.example' }
const linkFor = async (made: MadeHandover) => {
  const link = await known.asProgram((tx) => linkOf(tx, made.id))
  if (!link?.secret) throw new Error('there is no link')
  return { path: `/in/${known.here.slug}/handover/${link.secret.token}`, ...link.secret }
}
const withCookie = (answer: Response) => ({ cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' })
/** Posts as a browser that holds the cookie of the link. */
const postWith = (path: string, headers: Record<string, string>, form: Record<string, string>) =>
  known.world.app.web.request(`http://localhost${path}`, {
    method: 'POST',
    body: new URLSearchParams(form).toString(),
    headers: { ...headers, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
  })

test('reads and accepts with link and code, and the mail says nothing', async () => {
  const { world, current, act, introduced } = known
  const made = await introduced(other)
  expect((await act(made, 'link')).status).toBe(303)
  const { path, code } = await linkFor(made)
  const opening = await world
    .as()
    .get(path)
    .then((page) => page.text())
  expect(opening).not.toContain('Fatima')
  const opened = await world.as().post(path, { code: `${code.slice(0, 4)} ${code.slice(4)}` })
  expect(opened.status).toBe(303)
  expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly/)
  const cookie = withCookie(opened)
  expect(
    await world
      .as()
      .get(path, cookie)
      .then((page) => page.text()),
  ).toContain('Zoekt hulp voor de verwarming.')
  const version = String((await current(made.id)).version)
  const yes = await postWith(`${path}/acceptance`, cookie, { version, by: 'Onthaal Huis van de Maan' })
  expect(yes.status).toBe(303)
  expect((await current(made.id)).state).toBe('accepted')
  world.setNow('2026-12-08T08:00:00Z')
  expect(
    await world
      .as()
      .get(path, cookie)
      .then((page) => page.text()),
  ).not.toContain('Fatima')
  world.setNow('2026-11-23T08:00:00Z')
})

test('who has the link and not the code gets five tries, and then not even the right code helps', async () => {
  const { world, act, shared } = known
  const made = await shared(other)
  await act(made, 'link')
  const { path, code } = await linkFor(made)
  const wrong = code === '00000000' ? '00000001' : '00000000'
  for (let tries = 1; tries <= 4; tries += 1) expect((await world.as().post(path, { code: wrong })).status).toBe(422)
  expect((await world.as().post(path, { code: wrong })).status).toBe(410)
  expect((await world.as().post(path, { code })).status).toBe(410)
  expect((await world.as().get(path)).status).toBe(410)
})

test('a link that was used does not open again for somebody else', async () => {
  const { world, act, shared } = known
  const made = await shared(other)
  await act(made, 'link')
  const { path, code } = await linkFor(made)
  expect((await world.as().post(path, { code })).status).toBe(303)
  expect((await world.as().post(path, { code })).status).toBe(410)
  const page = await world.as().get(path)
  expect(page.status).toBe(410)
  expect(await page.text()).not.toContain('Fatima')
})

test('a link is over after seven days', async () => {
  const { world, act, shared } = known
  const made = await shared(other)
  await act(made, 'link')
  const { path, code } = await linkFor(made)
  world.setNow('2026-11-30T08:00:01Z')
  expect((await world.as().post(path, { code })).status).toBe(410)
  world.setNow('2026-11-23T08:00:00Z')
})

test('an invented link says the same as one that ended', async () => {
  const { world, here } = known
  expect((await world.as().get(`/in/${here.slug}/handover/${'a'.repeat(43)}`)).status).toBe(410)
})

test('a refusal by link ends the reading and returns to the person named', async () => {
  const { world, current, tasksIn, act, introduced } = known
  const made = await introduced(other)
  await act(made, 'link')
  const { path, code } = await linkFor(made)
  const cookie = withCookie(await world.as().post(path, { code }))
  const version = String((await current(made.id)).version)
  const no = await postWith(`${path}/refusal`, cookie, { version, by: 'Onthaal', reason: 'outOfArea' })
  expect(no.status).toBe(200)
  expect(
    await world
      .as()
      .get(path, cookie)
      .then((page) => page.text()),
  ).not.toContain('Fatima')
  expect((await tasksIn(made.caseId)).map(({ kind }) => kind)).toContain('handoverRefused')
})

test('P2 the link dies when the agreement is taken back', async () => {
  const { world, lead, act, shared } = known
  const made = await shared(other)
  await act(made, 'link')
  const { path, code } = await linkFor(made)
  await world.as(lead).post(`/agreements/${made.agreementId}/withdrawal`, { channel: 'phone' })
  expect((await world.as().post(path, { code })).status).toBe(410)
})

test('P22 the mail with the link names nobody and nothing, and does not carry the code', async () => {
  const { here, act, shared } = known
  const made = await shared(other)
  await act(made, 'link')
  const { code } = await linkFor(made)
  const mail = await lastMail()
  expect(mail.to).toBe('onthaal@maan.example')
  expect(mail.subject).toBe('Er is een bericht voor u')
  expect(mail.text).toContain(`/in/${here.slug}/handover/`)
  for (const secret of [code, 'Fatima', 'verwarming', 'Maan']) expect(mail.text).not.toContain(secret)
})

/** The mail queued last, as it will leave. */
async function lastMail(): Promise<Mail> {
  const row = await known.world.database.owner
    .selectFrom('platform.outgoing_mail')
    .select('id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const mail = await waitingMail(known.world.database.owner, known.world.vault, row.id)
  if (!mail) throw new Error('the mail left already')
  return mail
}
