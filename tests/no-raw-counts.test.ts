import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles, type StaffActor } from '../src/platform/access/actor.ts'
import { crawl } from './support/crawl.ts'
import { openDemoWorld } from './support/demo-world.ts'
import { peopleOfNetegem } from './support/netegem.ts'
import { planted } from './support/small-groups.ts'
import type { World } from './support/world.ts'

/**
 * P13: no page or export shows a raw count of people. Netegem stands here twice; all that differs is that two small groups
 * of everything that is counted changed places. Whoever does not work on those cases and doors gets the same of both, to
 * the last character: then nothing that is shown depends on a count that may not be told.
 */
let worlds: readonly [World, World]
let people: readonly StaffActor[]

/**
 * Lists of who works on it: what is to be done is no aggregate about people, and no table takes its place (chapter 16 of the
 * domain guide: RW, or one's own). Each with who and why.
 */
const workLists: readonly { readonly path: RegExp; readonly roles: readonly string[]; readonly why: string }[] = [
  { path: /^\/(today|inbox)\b/, roles: ['coordinator'], why: 'cards that wait for an answer, one by one' },
  { path: /^\/audit\b/, roles: ['dataProtectionOfficer'], why: 'the log of each act, which is there to be read' },
]

beforeAll(async () => {
  worlds = [await openDemoWorld(), await openDemoWorld()]
  const [here, there] = worlds
  for (const { plant } of planted) {
    await plant(here, { one: 3, other: 2 })
    await plant(there, { one: 2, other: 3 })
  }
  people = await peopleOfNetegem(here)
}, 240_000)
afterAll(() => Promise.all(worlds.map((world) => world.close())))

describe.each([...roles, 'passer-by' as const])('%s', (role) => {
  test('P13 learns nothing of a small group from any page or file', async () => {
    const [here, there] = await Promise.all(worlds.map((world) => everythingSeenBy(world, role)))
    expect(here?.size).toBeGreaterThan(3)
    const differing = [...(here ?? [])].filter(([path, text]) => text !== there?.get(path)).map(([path]) => path)
    expect(differing.filter((path) => !isWorkList(role, path))).toEqual([])
  }, 120_000)
})

test('who works on cards does see that there are others, so the comparison can see something', async () => {
  const [here, there] = await Promise.all(worlds.map((world) => everythingSeenBy(world, 'coordinator')))
  expect(here?.get('/inbox #0')).not.toBe(there?.get('/inbox #0'))
}, 120_000)

test('every page that tells of what was planted is among those that were looked at', async () => {
  const [here] = worlds
  const reached = await Promise.all(
    ['policyMaker', 'visitor', 'steeringGroup'].map((role) => everythingSeenBy(here, role)),
  )
  const paths = new Set(reached.flatMap((seen) => [...seen.keys()].map((path) => path.replace(/ #\d+$/, ''))))
  expect(planted.map(({ page }) => page).filter((page) => !paths.has(page))).toEqual([])
}, 120_000)

const sources = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file))
const publishing = 'src/functions/neighbourhood-analysis/publishing/'
const outsideOf = (folder: string, pattern: RegExp) =>
  sources.filter((file) => !file.startsWith(folder) && pattern.test(readFileSync(file, 'utf8')))

test('P13 a figure that pages may show is made by publishing alone', () => {
  expect(sources.some((file) => file.startsWith(publishing))).toBe(true)
  expect(outsideOf(publishing, /\basShown\b|\bas (?:unknown as )?(?:readonly )?ShownFigure\b/)).toEqual([])
})

test('P13 what is read back as shown comes from where documents keep what they showed', () => {
  const readers = outsideOf(publishing, /\bfrozenFigure\b/)
  expect(readers.filter((file) => !file.startsWith('src/functions/neighbourhood-analysis/reports/'))).toEqual([])
})

test('P13 no module has a rule of its own for what is few', () => {
  expect(outsideOf('src/registers/frameworks/', /\bhideBelow: \d/)).toEqual([])
})

const isWorkList = (role: string, path: string) =>
  workLists.some((one) => one.path.test(path) && one.roles.includes(role))

/** Every page and file that somebody of that role reaches, without what is different each time; looked at once. */
function everythingSeenBy(world: World, role: string): Promise<ReadonlyMap<string, string>> {
  const known = looked.get(world)?.get(role) ?? lookedAtBy(world, role)
  looked.set(world, (looked.get(world) ?? new Map()).set(role, known))
  return known
}

const looked = new Map<World, Map<string, Promise<ReadonlyMap<string, string>>>>()

async function lookedAtBy(world: World, role: string): Promise<ReadonlyMap<string, string>> {
  const actor = role === 'passer-by' ? undefined : somebodyWith(role)
  const browser = world.as(actor)
  const from = actor
    ? [
        '/today',
        '/analysis',
        '/analysis/figures',
        '/analysis/indicators',
        '/analysis/publications',
        '/analysis/heard',
        '/analysis/surveys',
        '/analysis/findings',
        '/rights-in-figures',
      ]
    : ['/', '/in/netegem', '/in/netegem/analysis']
  const { pages } = await crawl(browser, from, 160, 4)
  const seen = new Map<string, string>()
  const see = (path: string, text: string) => {
    const shape = withoutIdentifiers(path)
    const times = [...seen.keys()].filter((one) => one.startsWith(`${shape} #`)).length
    seen.set(`${shape} #${times}`, withoutIdentifiers(text))
  }
  for (const [path, html] of pages) see(path, html)
  for (const path of filesLinkedFrom(pages)) {
    const response = await browser.get(path)
    if (response.status === 200) see(path, await response.text())
  }
  return seen
}

/** Somebody of Netegem; of a role that nobody has there, somebody in that role. */
function somebodyWith(role: string): StaffActor {
  const known = people.find((one) => one.role === role)
  const [anybody] = people
  if (known) return known
  if (!anybody || !isRole(role)) throw new Error(`nobody is ${role}`)
  return { ...anybody, role, secrecy: 'none' }
}

const isRole = (name: string): name is StaffActor['role'] => roles.some((one) => one === name)

const filesLinkedFrom = (pages: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(
    [...pages.values()].flatMap((html) =>
      [...html.matchAll(/href="(\/[^"]+\.(?:csv|json|jsonld|geojson|txt)(?:\?[^"]*)?)"/g)].map(([, path = '']) =>
        path.replaceAll('&amp;', '&'),
      ),
    ),
  )

/** Identifiers, challenges of passkeys and fingerprints of files are others each time. */
const withoutIdentifiers = (text: string) =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, ':id')
    .replace(/&quot;challenge&quot;:&quot;[\w-]+&quot;/g, ':challenge')
    .replace(/(SHA-256[^0-9]*)[0-9a-f]{16}/g, '$1:fingerprint')
    .replace(/\b[0-9a-f]{64}\b/g, ':fingerprint')
