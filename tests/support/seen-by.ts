import { readXlsx } from 'hucre/xlsx'
import { roles, type StaffActor } from '../../src/platform/access/actor.ts'
import { crawl } from './crawl.ts'
import { drawnInPdf } from './drawn-in-pdf.ts'
import { peopleOfNetegem } from './netegem.ts'
import type { Browser, World } from './world.ts'

/**
 * Every page and file of Netegem that somebody of `role` (or a passer-by) reaches: by following links, by addresses that need no
 * identifier, and the files that pages offer. By shape of address, without what is different each time. Looked at once a world.
 */
export function everythingSeenBy(world: World, role: string): Promise<ReadonlyMap<string, string>> {
  const known = looked.get(world)?.get(role) ?? lookedAtBy(world, role)
  looked.set(world, (looked.get(world) ?? new Map()).set(role, known))
  return known
}

const looked = new WeakMap<World, Map<string, Promise<ReadonlyMap<string, string>>>>()

const ofPasserBy = ['/', '/in/netegem', '/in/netegem/analysis']
const ofStaff = [
  '/today',
  '/analysis',
  '/analysis/figures',
  '/analysis/indicators',
  '/analysis/publications',
  '/analysis/heard',
  '/analysis/surveys',
  '/analysis/findings',
  '/analysis/reports',
  '/rights-in-figures',
]

async function lookedAtBy(world: World, role: string): Promise<ReadonlyMap<string, string>> {
  const actor = role === 'passer-by' ? undefined : await somebodyWith(world, role)
  const browser = world.as(actor)
  const { pages } = await crawl(browser, actor ? ofStaff : ofPasserBy, 160, 4)
  const seen = new Map<string, string>()
  const see = (path: string, text: string) => {
    const shape = withoutIdentifiers(path)
    const times = [...seen.keys()].filter((one) => one.startsWith(`${shape} #`)).length
    seen.set(`${shape} #${times}`, withoutIdentifiers(text))
  }
  for (const [path, html] of pages) see(path, html)
  const others = [...filesLinkedFrom(pages), ...addressesOf(world)].filter(
    (path) => !pages.has(path) && !bearsNumber.test(path),
  )
  for (const path of new Set(others)) {
    const text = await textAt(browser, path)
    if (text !== undefined) see(path, text)
  }
  return seen
}

/** Somebody of Netegem; of a role that nobody has there, somebody in that role. */
async function somebodyWith(world: World, role: string): Promise<StaffActor> {
  const people = await peopleOfNetegem(world)
  const known = people.find((one) => one.role === role)
  const [anybody] = people
  if (known) return known
  if (!anybody || !isRole(role)) throw new Error(`nobody is ${role}`)
  return { ...anybody, role, secrecy: 'none' }
}

const isRole = (name: string): name is StaffActor['role'] => roles.some((one) => one === name)

/** What an address tells: its text, the cells of a workbook, all that a paper draws; nothing when it does not answer. */
async function textAt(browser: Browser, path: string): Promise<string | undefined> {
  const response = await browser.get(path)
  if (response.status !== 200) return undefined
  const type = response.headers.get('content-type') ?? ''
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (type.includes('application/pdf')) return drawnInPdf(bytes)
  if (type.includes('spreadsheetml')) return JSON.stringify((await readXlsx(bytes)).sheets)
  return Buffer.from(bytes).toString('latin1')
}

/** Files that pages offer; of an analysis also those that only its public page offers. */
const filesLinkedFrom = (pages: ReadonlyMap<string, string>): readonly string[] =>
  [...pages.values()].flatMap((html) =>
    [...html.matchAll(/href="(\/[^"]+\.(?:csv|xlsx|pdf|json|jsonld|geojson|ics|svg|txt)(?:\?[^"]*)?)"/g)].flatMap(
      ([, href = '']) => {
        const path = href.replaceAll('&amp;', '&')
        const ofAnalysis = path.endsWith('/analysis.pdf') ? ['csv', 'xlsx', 'jsonld'] : []
        return [path, ...ofAnalysis.map((kind) => path.replace(/pdf$/, kind))]
      },
    ),
  )

/** A card on paper bears a number of its own, another one for each that is printed. */
const bearsNumber = /^\/cards\/paper\//

/** Addresses that somebody who knows them types: all that need nothing but the municipality. */
const addressesOf = (world: World): readonly string[] =>
  world.app.web.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*') && !/sign-out/.test(path))
    .map(({ path }) => path.replace(':municipality', 'netegem'))
    .filter((path) => !path.includes(':'))

/** Identifiers, challenges of passkeys and fingerprints of files are others each time. */
export const withoutIdentifiers = (text: string) =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, ':id')
    .replace(/&quot;challenge&quot;:&quot;[\w-]+&quot;/g, ':challenge')
    .replace(/(SHA-256[^0-9]*)[0-9a-f]{16}/g, '$1:fingerprint')
    .replace(/\b[0-9a-f]{12}…/g, ':fingerprint')
    .replace(/\b[0-9a-f]{64}\b/g, ':fingerprint')
