import { globSync, readFileSync } from 'node:fs'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { checkForm } from '../../src/platform/http/form.ts'
import { fieldsOfSchema, formSchemas, type NamedSchema } from '../support/form-schemas.ts'
import { doWaitingJobs } from '../support/jobs.ts'
import { type Netegem, openNetegem } from '../support/netegem.ts'
import {
  filledStrangely,
  type Known,
  lookEverywhere,
  pathFor,
  strangenesses,
  targetsOf,
} from '../support/strange-requests.ts'
import { canary } from '../support/strange-values.ts'

/** Everything that can be typed, sent to every form and asked of every page; the same each run. */
const seed = 20261123
const perSchema = 120
const perForm = 6
const unknownId = '01900000-0000-7000-8000-000000000001'

let netegem: Netegem
let people: readonly StaffActor[]
let known: Known
let schemas: readonly NamedSchema[]
const logged: string[] = []
const measured: string[] = []
const answers: Answered[] = []
type Answered = { readonly route: string; readonly status: number; readonly told: string }
let inputs = 0

beforeAll(async () => {
  netegem = await openNetegem({
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    metrics: { observeRequest: (answer) => void measured.push(JSON.stringify(answer)), observeActs: () => undefined },
  })
  const named = ['Sofie De Wilde', 'Nele Baert', 'Rita Goossens', 'Hilde Maes', 'Fatima Yildiz']
  people = netegem.people.filter(({ name }) => named.includes(name))
  schemas = await formSchemas('2026-11-23')
  known = await lookEverywhere(netegem, people, schemas)
}, 240_000)
afterAll(() => netegem.world.close())

test('there is much to fill in', () => {
  expect(queryNames.length).toBeGreaterThan(30)
  expect(schemas.length).toBeGreaterThan(60)
  expect(new Set(known.forms.map(({ route }) => route)).size).toBeGreaterThan(60)
})

test('every schema takes or refuses whatever is typed, and fails at none', () => {
  for (const { name, schema } of schemas) {
    const fields = [...fieldsOfSchema(schema)].map(([field, [value = '']]) => [field, value] as const)
    for (const strangeness of strangenesses(seed, perSchema)) {
      const form = filledStrangely({ route: name, who: undefined, path: '', fields }, strangeness, known.fitting)
      const single = Object.fromEntries(
        Object.entries(form).map(([field, [first, ...more]]) => [
          field,
          more.length > 0 ? [first ?? '', ...more] : first,
        ]),
      )
      expect([true, false], name).toContain(checkForm(single, schema).ok)
      inputs += 1
    }
  }
})

test('every page answers whatever is asked without failing', { timeout: 240_000 }, async () => {
  const strange = strangenesses(seed + 1, people.length + 1)
  for (const route of routesOf('GET').filter((one) => !one.includes('*')))
    for (const [turn, who] of [...people, undefined].entries()) {
      const { texts = [], rolls = [] } = strange[turn] ?? {}
      const query = new URLSearchParams(
        queryNames.map((name, at) => {
          const near = nearlyRight[(at + (rolls[at % rolls.length] ?? 0)) % nearlyRight.length] ?? ''
          return [name, (at + turn) % 2 === 0 ? withoutNul(texts[at % texts.length]) : near]
        }),
      )
      await answered(route, () => netegem.world.as(who).get(`${pathFor(known, route)}?${query}`), false)
      if ((rolls[turn] ?? 0) < 40 && route.includes(':'))
        await answered(route, () => netegem.world.as(who).get(strangePath(route, texts)), false)
    }
  expect(failures()).toEqual([])
})

test('every form answers whatever is sent without failing', { timeout: 240_000 }, async () => {
  const routes = routesOf('POST').filter((route) => !route.startsWith('/api/'))
  expect(routes.length).toBeGreaterThan(140)
  for (const route of routes) {
    const targets = await targetsOf(netegem, known, route, people)
    for (const [turn, strangeness] of strangenesses(seed, perForm).entries()) {
      const target = targets[(strangeness.target + turn) % targets.length]
      if (!target) continue
      await answered(route, () =>
        netegem.world.as(target.who).post(target.path, filledStrangely(target, strangeness, known.fitting)),
      )
    }
  }
  expect(failures()).toEqual([])
})

test('the door of the phones answers whatever a phone sends without failing', async () => {
  const visitor = people.find(({ role }) => role === 'visitor')
  for (const { texts, rolls } of strangenesses(seed + 2, 30)) {
    const [id = '', at = '', body = '', kind = ''] = texts
    const act = {
      id: (rolls[0] ?? 0) < 70 ? '01900000-0000-7000-8000-000000000001' : id,
      at,
      kind: (rolls[1] ?? 0) < 50 ? 'recordVisit' : kind,
      visitId: id,
      body: { sentence: body, card: { wish: body } },
    }
    const sent = [
      { visitor: visitor?.userId, acts: [act, texts, null] },
      { visitor: id, acts: body },
      texts,
      body,
      null,
    ]
    for (const whole of sent)
      for (const path of ['/api/visits/acts', '/api/phone'])
        await answered(path, () => netegem.world.as(visitor).postJson(path, whole))
  }
  expect(failures()).toEqual([])
})

test('at least ten thousand inputs were tried', () => {
  expect(inputs).toBeGreaterThanOrEqual(10_000)
})

test('nothing that was typed is in a log, a measurement, an address, a cookie or a page about an error', () => {
  expect(logged.length).toBeGreaterThan(1_000)
  expect(logged.filter(tells)).toEqual([])
  expect(measured.filter(tells)).toEqual([])
  expect(answers.filter(({ told }) => tells(told)).map(({ route, status }) => `${route} ${status}`)).toEqual([])
})

test('nothing that was typed is in a mail, or in the work that waits', async () => {
  const { rows } = await netegem.world.database.ownerPool.query(
    'select j::text as job, p::text as payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)',
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter((row) => tells(JSON.stringify(row)))).toEqual([])
  await doWaitingJobs(netegem.world)
  const { mail } = netegem.world
  expect(mail.length).toBeGreaterThan(0)
  expect(mail.filter(({ subject, text }) => tells(`${subject}${text}`)).map(({ subject }) => subject)).toEqual([])
})

/** A NUL in an address is refused before any page; what is asked here has to reach one. */
const withoutNul = (text = '') => text.toWellFormed().replaceAll('\0', '')

/** An address with something strange where an identifier belongs. */
const strangePath = (route: string, texts: readonly string[]) =>
  route.replace(':municipality', 'netegem').replaceAll(/:\w+/g, encodeURIComponent(withoutNul(texts[0])) || 'x')

/** Names that pages read from their address: those that stand in the source one by one, and those of filters. */
const queryNames = [
  ...new Set([
    ...globSync('src/**/*.{ts,tsx}').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\breq\.query\('(\w+)'\)/g)].map(([, name = '']) => name),
    ),
    ...['day', 'action', 'search', 'organization_id', 'modified_after'],
    ...['assignee', 'due', 'set', 'size', 'triage'],
  ]),
]

/** What may stand in an address and is nearly right. */
const nearlyRight = ['0', '-1', '99999999999', '2026', '2026-02-30', '2025', 'sector', '1e308', '%', unknownId]

const tells = (text: string) => text.includes(canary) || text.includes(encodeURIComponent(canary))
const failures = () => [
  ...new Set(answers.filter(({ status }) => status >= 500).map(({ route, status }) => `${route} ${status}`)),
]
const routesOf = (method: string) => [
  ...new Set(netegem.world.app.web.routes.filter((route) => route.method === method).map(({ path }) => path)),
]

/**
 * Asks, five minutes after the one before so that no limit of tries stands in the way, and keeps what is told besides a page.
 * An answer to a form that names what was typed in an address tells it; a page's address is whoever asked's own.
 */
async function answered(route: string, ask: () => Promise<Response>, isForm = true): Promise<void> {
  const { world } = netegem
  world.setNow(new Date(world.now().getTime() + 300_000))
  const response = await ask()
  inputs += 1
  const { status, headers } = response
  const isError = status >= 400 && status !== 409 && status !== 422
  const page = isError ? withoutLinks(await response.text()) : ''
  const address = isForm ? headers.get('location') : ''
  answers.push({ route, status, told: [address, ...headers.getSetCookie(), page].join(' ') })
}

/** One link of a page is its own address, in another language. */
const withoutLinks = (html: string) => html.replaceAll(/<a\s[^>]*>/g, '')
