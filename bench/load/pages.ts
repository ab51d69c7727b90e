import { sql } from 'kysely'
import { signInAs } from '../answers.ts'
import { searchAddress } from '../inbox.ts'
import type { Beside } from '../open.ts'
import { actsFor } from '../sync/acts.ts'
import { makeWalkedRound } from '../sync/walked-round.ts'
import { type TownZone, townZone } from './fill-town.ts'
import type { Kind } from './mixed-load.ts'
import { namesOfTown } from './names.ts'

/** A municipality whose pages are asked: its zone, and its name in addresses. */
export type Town = TownZone & { readonly slug: string }

/** What coordinators, social workers, visitors and passers-by ask of the demo, by how often they do. */
export async function pagesOf(address: string, { owner }: Beside): Promise<readonly Kind[]> {
  const pages = await townPages(address, owner, { ...(await townZone(owner)), slug: 'netegem' })
  return [...pages, await visitsHandedIn(address, owner)]
}

/** What is read of one municipality. */
export async function townPages(address: string, owner: Beside['owner'], zone: Town): Promise<readonly Kind[]> {
  const ofRole = async (role: string) => {
    const { rows } = await sql<{ id: string }>`select id from identity.membership
      where role = ${role} and zone_id = ${zone.zone_id} and secrecy_proof = 'bench' order by id limit 5`.execute(owner)
    return Promise.all(rows.map(({ id }) => signInAs(address, id)))
  }
  const [coordinators, socialWorkers] = [await ofRole('coordinator'), await ofRole('socialWorker')]
  const signals = await someIds(
    owner,
    sql`select id from detection.signal where zone_id = ${zone.zone_id} and state <> 'closed' limit 500`,
  )
  const people = await someIds(owner, sql`select id from people.person where zone_id = ${zone.zone_id} limit 500`)
  const words = await searchAddress(address, coordinators[0] ?? '', 'georgette kerkstraat', 'all')
  const get = (path: string, cookie?: string) =>
    fetch(address + path, { headers: cookie ? { cookie } : {}, redirect: 'manual' })
  const page = (what: string, weight: number, path: () => string, cookies: readonly string[] = coordinators): Kind => ({
    what,
    weight,
    ask: () => get(path(), oneOf(cookies)),
  })
  return [
    page('Vandaag of a coordinator', 3, () => '/today'),
    page('inbox, what waits', 4, () => '/inbox'),
    page('inbox, all', 2, () => '/inbox?state=all'),
    page('inbox, two words in all', 2, () => words),
    page('one signal', 4, () => `/inbox/${oneOf(signals)}`),
    page('campaigns', 1, () => '/campaigns'),
    page('cases', 2, () => '/cases', socialWorkers),
    page('people by name', 3, () => `/people?q=${encodeURIComponent(askedName())}`),
    page('one person', 3, () => `/people/${oneOf(people)}`),
    page('public: first page', 3, () => `/in/${zone.slug}`, []),
    page('public: services by word', 3, () => `/in/${zone.slug}/services?q=boodschappen`, []),
    page('public: empty card', 2, () => `/in/${zone.slug}/card`, []),
  ]
}

/** A phone that hands in one visit a time. */
async function visitsHandedIn(address: string, owner: Beside['owner']): Promise<Kind> {
  const round = await makeWalkedRound(owner, 3000)
  const cookie = await signInAs(address, round.membershipId)
  const acts = actsFor('visits', round.doorIds)
  let next = 0
  return {
    what: 'a visit handed in',
    weight: 3,
    ask: () => {
      const body = JSON.stringify({ visitor: round.visitorId, acts: [acts[next++]] })
      return fetch(`${address}/api/visits/acts`, {
        method: 'POST',
        body,
        headers: { cookie, origin: address, 'content-type': 'application/json' },
      })
    },
  }
}

const nextName = namesOfTown()
/** Somebody who lives there. */
function askedName(): string {
  const { givenName, familyName } = nextName()
  return `${givenName} ${familyName}`
}

async function someIds(owner: Beside['owner'], query: ReturnType<typeof sql>): Promise<readonly string[]> {
  const { rows } = await query.execute(owner)
  return (rows as readonly { id: string }[]).map(({ id }) => id)
}

let drawn = 0
/** Another one each time, the same ones in each run. */
function oneOf<Item>(items: readonly Item[]): Item | undefined {
  drawn += 1
  return items[(drawn * 37) % items.length]
}
