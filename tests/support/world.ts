import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import pino from 'pino'
import { uuidv7 } from 'uuidv7'
import { inject } from 'vitest'
import { type App, type AppNeeds, createApp } from '../../src/app.tsx'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { connect, type Database } from '../../src/platform/database/connect.ts'
import { type Vault, vaultOver } from '../../src/platform/encryption/vault.ts'
import type { Mail } from '../../src/platform/mail/index.ts'
import { residentLanguages } from '../../src/platform/messages/index.ts'
import { largestUnlessSet, readAtOnce } from '../../src/platform/sent-files/index.ts'
import { createMunicipality, zonesOf } from '../../src/registers/municipalities/index.ts'

/** A world of its own for one test file: a database cloned from the migrated template, and the whole application over it. */
export type World = {
  readonly database: Database
  readonly vault: Vault
  /** The key that wraps all others; 32 bytes. */
  readonly masterKey: Buffer
  readonly app: App
  /** Mail that left, oldest first. */
  readonly mail: readonly Mail[]
  /** The moment it is; move it with `setNow`. */
  now(): Date
  setNow(moment: Date | string): void
  /** Asks the application as somebody: `world.as(coordinator).get('/inbox')`; without an actor as a passer-by. */
  as(actor?: StaffActor): Browser
  close(): Promise<void>
}

/** Requests as one person; forms are posted as a browser posts them. */
export type Browser = {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, form: Record<string, string | readonly string[]>): Promise<Response>
  postJson(path: string, body: unknown): Promise<Response>
  postFiles(path: string, form: FormData): Promise<Response>
}

const origin = 'http://localhost'

/** The moment at which the clock of a world stands until somebody moves it: a Monday morning in Brussels. */
export const mondayMorning = new Date('2026-11-23T08:00:00Z')

/** Opens a world; the clock stands at `mondayMorning`. Close it in `afterAll`. */
export async function openWorld(
  over: Partial<AppNeeds> = {},
  {
    sessions: sessionsAre = 'given by the test',
    databaseUrl,
  }: { readonly sessions?: 'real' | 'given by the test'; readonly databaseUrl?: string } = {},
): Promise<World> {
  const database = connect(databaseUrl ?? (await cloneOf('template_meernet')), { app: 6, owner: 3 })
  const masterKey = Buffer.from(inject('masterKey'), 'base64')
  const vault = vaultOver(database.owner, masterKey)
  const mail: Mail[] = []
  const sessions = new Map<string, StaffActor>()
  let moment = mondayMorning
  const clock = over.clock ?? (() => moment)
  const folder = mkdtempSync(join(tmpdir(), 'meernet-world-'))
  const folderFor = (what: string) => {
    mkdirSync(join(folder, what))
    return join(folder, what)
  }
  const app = createApp({
    database,
    vault,
    clock,
    log: pino({ level: 'silent' }),
    deliver: async (_id, letter) => void mail.push(letter),
    browserFolder: folderFor('assets'),
    sentFiles: {
      folder: folderFor('sent'),
      largestBytes: largestUnlessSet,
      atOnceBytes: readAtOnce,
    },
    isDemo: false,
    isDevelopment: false,
    isHttps: false,
    address: () => origin,
    secret: randomBytes(32),
    ...(sessionsAre === 'given by the test' && {
      sessionOf: async (request: Request) => {
        const actor = sessions.get(request.headers.get('x-test-session') ?? '')
        return actor && { actor, language: 'nl' as const, hasOtherMemberships: false }
      },
    }),
    ...over,
  })
  return {
    database,
    vault,
    masterKey,
    app,
    mail,
    now: clock,
    setNow: (next) => {
      if (over.clock) throw new Error('This world has a clock of its own.')
      moment = new Date(next)
    },
    as: (actor) => {
      const key = uuidv7()
      if (actor) sessions.set(key, actor)
      return browserOf(app, actor ? { 'x-test-session': key } : {})
    },
    close: async () => {
      await database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A municipality in this world with its zones by kind. */
export async function makeMunicipality(
  world: World,
  name = 'Testgem',
  nisCode = '99001',
  jurisdiction: 'flanders' | 'brussels' = 'flanders',
) {
  const id = await createMunicipality(world.database.owner, {
    name,
    nisCode,
    slug: name.toLowerCase(),
    jurisdiction,
    languages: residentLanguages,
  })
  const zones = await zonesOf(world.database.owner, id)
  const zone = (kind: 'municipality' | 'ocmw') => zones.find((one) => one.kind === kind)?.id ?? ''
  return { id, slug: name.toLowerCase(), municipalityZone: zone('municipality'), ocmwZone: zone('ocmw') }
}
export type TestMunicipality = Awaited<ReturnType<typeof makeMunicipality>>

/** Somebody who works there, with account and membership; by default a coordinator under secrecy in the municipality's zone. */
export async function makeStaff(
  world: World,
  municipality: TestMunicipality,
  over: Partial<StaffActor> = {},
): Promise<StaffActor> {
  const userId = over.userId ?? uuidv7()
  const actor: StaffActor = {
    kind: 'staff',
    userId,
    membershipId: uuidv7(),
    name: over.name ?? `Proefpersoon ${userId.slice(-4)}`,
    municipalityId: municipality.id,
    zoneId: municipality.municipalityZone,
    role: 'coordinator',
    secrecy: 'professionalSecrecy',
    neighbourhoods: 'all',
    ...over,
  }
  const { owner } = world.database
  await owner
    .insertInto('identity.account')
    .values({ id: actor.userId, email: `${actor.userId}@test.example`, name: actor.name })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await owner
    .insertInto('identity.membership')
    .values({
      municipality_id: actor.municipalityId,
      id: actor.membershipId,
      account_id: actor.userId,
      zone_id: actor.zoneId,
      role: actor.role,
      secrecy: actor.secrecy,
      ...(actor.secrecy !== 'none' && { secrecy_proof: 'proof of the test', secrecy_review_on: '2099-01-01' }),
      neighbourhood_ids: actor.neighbourhoods === 'all' ? null : [...actor.neighbourhoods],
    })
    .execute()
  return actor
}

/** Address of a new database of the run's server that holds what `template` holds; nobody may be connected to that. */
export async function cloneOf(template: string): Promise<string> {
  const server = inject('serverUrl')
  const name = `world_${uuidv7().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  await client.query(`create database ${name} template ${template} strategy file_copy`)
  await client.end()
  return `${server}/${name}`
}

function browserOf(app: App, session: Record<string, string>): Browser {
  const ask = (path: string, init: RequestInit) =>
    Promise.resolve(app.web.request(origin + path, { redirect: 'manual', ...init }))
  return {
    get: (path, headers = {}) => ask(path, { headers: { ...session, ...headers } }),
    post: (path, form) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(form)) for (const item of [value].flat()) body.append(name, item)
      return ask(path, {
        method: 'POST',
        body: body.toString(),
        headers: { ...session, origin, 'content-type': 'application/x-www-form-urlencoded' },
      })
    },
    postJson: (path, body) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { ...session, origin, 'content-type': 'application/json' },
      }),
    // As a browser does, which knows how long the file is before it sends it.
    postFiles: async (path, form) => {
      const { headers, body } = new Response(form)
      const bytes = await new Response(body).arrayBuffer()
      const kind = headers.get('content-type') ?? ''
      const length = String(bytes.byteLength)
      return ask(path, {
        method: 'POST',
        body: bytes,
        headers: { ...session, origin, 'content-type': kind, 'content-length': length },
      })
    },
  }
}
