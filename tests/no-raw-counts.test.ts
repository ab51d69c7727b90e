import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../src/platform/access/actor.ts'
import { measureDatabase, openMetrics } from '../src/platform/metrics/index.ts'
import { meernet } from './support/command-line.ts'
import { openDemoWorld } from './support/demo-world.ts'
import { everythingSeenBy, withoutIdentifiers } from './support/seen-by.ts'
import { planted } from './support/small-groups.ts'
import type { World } from './support/world.ts'

/**
 * P13: no page or export shows a raw count of people. Netegem stands here twice; all that differs is that two small groups
 * of everything that is counted changed places. Whoever does not work on those cases and doors gets the same of both, to
 * the last character: then nothing that is shown depends on a count that may not be told.
 */
let worlds: readonly [World, World]

/**
 * Lists of who works on it: what is to be done is no aggregate about people, and no table takes its place (chapter 16 of the
 * domain guide: RW, or one's own). Each with who and why.
 */
const workLists: readonly { readonly path: RegExp; readonly roles: readonly string[]; readonly why: string }[] = [
  { path: /^\/(today|inbox)\b/, roles: ['coordinator'], why: 'cards that wait for an answer, one by one' },
  { path: /^\/policy-signals\b/, roles: ['coordinator'], why: 'signals that wait for a second reader, one by one' },
  { path: /^\/audit\b/, roles: ['dataProtectionOfficer'], why: 'the log of each act, which is there to be read' },
]

beforeAll(async () => {
  worlds = [await openDemoWorld(), await openDemoWorld()]
  const [here, there] = worlds
  for (const { plant } of planted) {
    await plant(here, { one: 3, other: 2 })
    await plant(there, { one: 2, other: 3 })
  }
}, 240_000)
afterAll(() => Promise.all(worlds.map((world) => world.close())))

describe.each([...roles, 'passer-by' as const])('%s', (role) => {
  test('P13 learns nothing of a small group from any page or file', async () => {
    const [here, there] = await Promise.all(worlds.map((world) => everythingSeenBy(world, role)))
    expect(here?.size).toBeGreaterThan(3)
    const differing = [...(here ?? [])].filter(([path, text]) => text !== there?.get(path)).map(([path]) => path)
    expect(differing.filter((path) => !isWorkList(role, path))).toEqual([])
  })
})

test('who works on cards does see that there are others, so the comparison can see something', async () => {
  const [here, there] = await Promise.all(worlds.map((world) => everythingSeenBy(world, 'coordinator')))
  expect(here?.get('/inbox #0')).not.toBe(there?.get('/inbox #0'))
})

test('every page that tells of what was planted is among those that were looked at', async () => {
  const [here] = worlds
  const reached = await Promise.all(
    ['policyMaker', 'visitor', 'steeringGroup'].map((role) => everythingSeenBy(here, role)),
  )
  const paths = new Set(reached.flatMap((seen) => [...seen.keys()].map((path) => path.replace(/ #\d+$/, ''))))
  expect(planted.map(({ page }) => page).filter((page) => !paths.has(page))).toEqual([])
})

test('papers, workbooks, linked data and what other programs read are among what was looked at', async () => {
  const [here] = worlds
  const [ofStaff, ofAll] = await Promise.all([
    everythingSeenBy(here, 'steeringGroup'),
    everythingSeenBy(here, 'passer-by'),
  ])
  const kindsIn = (seen: ReadonlyMap<string, string>) =>
    new Set([...seen.keys()].map((path) => /\.(\w+)(?:\?.*)? #/.exec(path)?.[1]))
  expect([...kindsIn(ofStaff)]).toEqual(expect.arrayContaining(['csv', 'xlsx', 'pdf', 'jsonld']))
  expect([...kindsIn(ofAll)]).toEqual(expect.arrayContaining(['csv', 'xlsx', 'pdf', 'jsonld']))
  expect(ofAll.has('/in/netegem/hsds/services #0')).toBe(true)
  expect(ofAll.has('/readyz #0')).toBe(true)
})

test('P13 measurements of the program tell nothing of a small group', async () => {
  const [here, there] = await Promise.all(
    worlds.map(async ({ database }) => {
      const metrics = openMetrics()
      measureDatabase(metrics, database)
      const lines = (await metrics.text()).split('\n')
      return lines.filter((line) => /^meernet_(?:jobs|mail|database_up)/.test(line))
    }),
  )
  expect(here?.length).toBeGreaterThan(2)
  expect(here).toEqual(there)
})

const commands = ['municipality list', 'registers', 'rights freshness', 'doctor']
test.each(commands)('P13 the command "%s" tells nothing of a small group', async (command) => {
  const [here, there] = await Promise.all(worlds.map((world) => meernet(world, ...command.split(' '), '--json')))
  expect(here?.out).toMatch(/[{[]/)
  const [known, other] = [here, there].map((told) => withoutIdentifiers(told?.out ?? '').replace(roomOnDisk, ''))
  expect(known).toBe(other)
})
/** Of the machine, and other tests write meanwhile. */
const roomOnDisk = /[0-9.]+ GB free \([0-9]+ %\)/

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
