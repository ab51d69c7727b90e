import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenFiles } from '../support/files/broken-files.ts'
import { doWaitingJobs } from '../support/jobs.ts'
import { elementsOf } from '../support/markup.ts'
import { type FoundForm, lookAround, type Netegem, openNetegem } from '../support/netegem.ts'
import { canary } from '../support/strange-values.ts'

/** Every form of Netegem that takes a file gets what belongs at another door, or nowhere. */
let netegem: Netegem
let doors: readonly FoundForm[]
const logged: string[] = []

beforeAll(async () => {
  netegem = await openNetegem({ log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }) })
  const found = []
  for (const who of netegem.people.filter(({ role }) => ['coordinator', 'administrator'].includes(role)))
    found.push(...(await lookAround(netegem, who)).forms.filter((form) => filesIn(form).length > 0))
  doors = [...new Map(found.map((form) => [form.route, form])).values()]
}, 240_000)
afterAll(() => netegem.world.close())

const filesIn = ({ markup }: FoundForm) =>
  elementsOf(markup, 'input').flatMap(({ attributes }) => (attributes.type === 'file' ? (attributes.name ?? '') : []))

/** What is said beside a file, so that it is read at all. */
const said: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/analysis/figures/imports': { period: '2023', source: 'Bron', licence: 'CC0' },
  '/analysis/walks/:id/photos/imports': { description: 'Een bank', isWithoutPeople: 'on' },
  '/areas/imports': { edition: '2025', source: 'Bron', licence: 'CC0' },
}

test('every door that takes files is tried', () => {
  const takes = netegem.world.app.web.routes
    .filter(({ method, path }) => method === 'POST' && /\/imports$|\/logo$/.test(path))
    .map(({ path }) => path)
  expect(takes.length).toBeGreaterThan(6)
  const tried = new Set(doors.map(({ route }) => route))
  expect(takes.filter((route) => !tried.has(route))).toEqual([])
})

test.each(brokenFiles)('$what gets a page in plain words at every door', async (file) => {
  for (const door of doors) {
    const { status, text } = await sent(door, file.name, file.content)
    expect([door.route, status < 500, text.includes('<h1')]).toEqual([door.route, true, true])
    expect([door.route, text.includes('<script>alert'), /<svg[^>]*onload/.test(text)]).toEqual([
      door.route,
      false,
      false,
    ])
  }
})

test('what was read of them later fails no work, and nothing of them is in the log', async () => {
  await doWaitingJobs(netegem.world)
  const { rows } = await netegem.world.database.ownerPool.query(
    'select task_identifier, last_error from graphile_worker.jobs where last_error is not null',
  )
  expect(rows).toEqual([])
  expect(logged.length).toBeGreaterThan(100)
  expect(logged.filter((line) => line.includes(canary) || line.includes('etc/passwd'))).toEqual([])
})

/** Sends a file as whoever found the form does, and follows where that leads. */
async function sent(door: FoundForm, name: string, content: Buffer) {
  const form = new FormData()
  const [first = 'file'] = filesIn(door)
  for (const [field, value] of door.fields) if (!filesIn(door).includes(field)) form.append(field, value)
  for (const [field, value] of Object.entries(said[door.route] ?? {})) form.set(field, value)
  form.set(first, new File([Uint8Array.from(content)], name))
  const browser = netegem.world.as(door.who)
  const response = await browser.postFiles(door.action, form)
  const next = response.headers.get('location')
  const page = next ? await browser.get(next) : response
  return { status: Math.max(response.status, page.status), text: await page.text() }
}
