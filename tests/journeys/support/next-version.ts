import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import type { Env } from '../../../src/platform/http/context.ts'
import { listen } from '../../../src/platform/http/listen.ts'
import type { DemoServer } from '../../support/server.ts'

/** `cut`: the new version is there, and the connection breaks in the middle of one of its files. */
export type Release = 'before' | 'cut' | 'after'

/** The same installation under an address of its own, on which a new version of the home-visit app comes out. */
export type Releasing = {
  readonly url: string
  release(version: Release): void
  stop(): Promise<void>
}

/** What the new version says otherwise, so that a screen shows which one it is. */
export const changedWords = {
  before: 'De zin die u op deze telefoon koos.',
  after: 'De zin die u op dit toestel koos.',
}

type Built = {
  readonly files: readonly string[]
  readonly rights: { readonly all: readonly string[]; readonly languages: Readonly<Record<string, readonly string[]>> }
}
const list = fileURLToPath(new URL('../../../dist/browser/home-visit.json', import.meta.url))

/**
 * Every file of the app gets another name in the new version, and the old names are gone, as after a real build. The app itself is the one
 * that was built, with one sentence changed.
 */
export async function releasingApp({ world }: DemoServer): Promise<Releasing> {
  const { files, rights } = JSON.parse(readFileSync(list, 'utf8')) as Built
  const all = [...files, ...rights.all, ...Object.values(rights.languages).flat()]
  const names = all.map((file) => file.slice('/assets/'.length))
  const renamed = (text: string) =>
    names
      .reduce((all, name) => all.replaceAll(name, nextName(name)), text)
      .replace(changedWords.before, changedWords.after)
  let version: Release = 'before'
  const front = new Hono<Env>()
  front.all('*', async (c) => {
    const { pathname, origin } = new URL(c.req.url)
    if (version === 'before') return world.app.web.fetch(c.req.raw)
    const name = pathname.slice('/assets/'.length)
    if (names.includes(name)) return c.text('gone', 404)
    const known = names.find((one) => nextName(one) === name)
    if (!known) {
      const answer = await world.app.web.fetch(c.req.raw)
      return /^\/visits(-worker\.js)?$/.test(pathname) ? withText(answer, renamed(await answer.text())) : answer
    }
    const answer = await world.app.web.fetch(new Request(`${origin}/assets/${known}`))
    if (version === 'cut' && known.startsWith('ui-')) return brokenOff(answer)
    return /\.(js|css)$/.test(known) ? withText(answer, renamed(await answer.text())) : answer
  })
  const server = await listen(front, { host: '127.0.0.1', port: 4700 })
  return {
    url: `http://localhost:${server.port}`,
    release: (next) => {
      version = next
    },
    stop: () => server.stop(),
  }
}

const nextName = (name: string) => name.replace('.', '-next.')

function withText(answer: Response, text: string): Response {
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  headers.delete('content-encoding')
  headers.delete('etag')
  return new Response(text, { status: answer.status, headers })
}

/** Begins the answer and breaks the connection once that beginning is on its way: before, it would be a short, whole answer. */
function brokenOff(answer: Response): Response {
  const body = new ReadableStream({
    start: async (controller) => {
      controller.enqueue(new TextEncoder().encode('export const half ='))
      await setTimeout(250)
      controller.error(new Error('the connection broke'))
    },
  })
  return new Response(body, { status: 200, headers: { 'content-type': answer.headers.get('content-type') ?? '' } })
}
