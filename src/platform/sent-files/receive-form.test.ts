import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { type Env, HttpError } from '../http/index.ts'
import { type ReceivedForm, withReceivedForm } from './receive-form.ts'

const folder = mkdtempSync(join(tmpdir(), 'meernet-sent-'))
afterEach(() => expect(readdirSync(folder)).toEqual([]))

type Got = ReceivedForm & { readonly content?: string | undefined; readonly mode?: number | undefined }

/** What a route gets of a request; an error of it stays what it is. */
async function receive(init: RequestInit & { readonly duplex?: 'half' }, largestBytes = 1000): Promise<Got | Error> {
  const got: (Got | Error)[] = []
  const app = new Hono<Env>()
  app.post('/', (c) =>
    withReceivedForm(c, { folder, largestBytes, atOnceBytes: 0 }, async (form) => {
      const path = form.file.kind === 'received' ? form.file.path : undefined
      got.push({
        ...form,
        content: path && readFileSync(path, 'utf8'),
        mode: path ? statSync(path).mode & 0o777 : undefined,
      })
      return c.text('')
    }),
  )
  app.onError((error, c) => {
    got.push(error)
    return c.text('')
  })
  await app.request('/', { method: 'POST', ...init })
  return got[0] ?? new Error('nothing came')
}

function formWith(file: File, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.set('file', file)
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

const multipart = (body: BodyInit) => ({ body, headers: { 'content-type': 'multipart/form-data; boundary=x' } })
const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'

test('a form comes with what was typed, cleaned, and with its file for nobody else to read', async () => {
  const form = formWith(new File(['a;b'], 'C:\\map\\wijken é.csv'), { source: ' Pelt\r\nكتاب ' })
  form.append('neighbour', '1')
  form.append('neighbour', '2')
  expect(await receive({ body: form })).toMatchObject({
    values: { source: 'Pelt\nكتاب', neighbour: ['1', '2'] },
    file: { kind: 'received', name: 'wijken é.csv', bytes: 3 },
    content: 'a;b',
    mode: 0o600,
  })
})

test('a form without a file, or with an empty one, has none', async () => {
  expect(await receive({ body: formWith(new File([], '')) })).toMatchObject({ file: { kind: 'none' } })
  expect(await receive({ body: formWith(new File([], 'leeg.csv')) })).toMatchObject({ file: { kind: 'none' } })
  expect(await receive({ body: new URLSearchParams({ source: 'x' }) })).toMatchObject({
    values: { source: 'x' },
    file: { kind: 'none' },
  })
})

test('of a file that is too large the rest is let go, and what comes behind it is kept', async () => {
  const body = formWith(new File(['x'.repeat(3000)], 'groot.csv'), { source: 'Pelt' })
  expect(await receive({ body })).toMatchObject({ values: { source: 'Pelt' }, file: { kind: 'tooLarge' } })
})

test('a file that is many times too large ends the request', async () => {
  expect(await receive({ body: formWith(new File(['x'.repeat(90_000)], 'reus.csv')) })).toMatchObject({ status: 413 })
})

test('what is no form, or is cut off, is refused as the fault of who sent it', async () => {
  expect(await receive({ body: '{}', headers: { 'content-type': 'application/json' } })).toBeInstanceOf(HttpError)
  expect(await receive(multipart(`${head}half a`))).toMatchObject({ status: 400 })
})

test('who goes away in the middle leaves no file and nothing that waits', async () => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(`${head}half a`)),
    pull: (controller) => controller.error(new Error('connection lost')),
  })
  expect(await receive({ ...multipart(body), duplex: 'half' })).toBeInstanceOf(Error)
})

test('what a killed process left behind goes after a day', async () => {
  const old = join(folder, 'sent-old')
  mkdirSync(old)
  utimesSync(old, 1, 1)
  await receive({ body: formWith(new File(['a'], 'a.csv')) })
  expect(readdirSync(folder)).toEqual([])
})
