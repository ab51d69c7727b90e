import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { routePath } from 'hono/route'
import type { Logger } from 'pino'
import { uuidv7 } from 'uuidv7'
import { publicActor, type StaffActor } from '../access/actor.ts'
import type { AuditLine } from '../audit/append.ts'
import { isRefusedRow } from '../database/last-guard.ts'
import { isOutage } from '../database/outage.ts'
import { traceOf } from '../log.ts'
import { type Catalogue, type Texts, textsIn } from '../messages/index.ts'
import { refuseBrokenForms } from './broken-forms.ts'
import { brotliPages } from './brotli-pages.ts'
import { ChangedMeanwhile, ChangedMeanwhilePage, type LastChange } from './changed-meanwhile.tsx'
import type { Ctx, Env, PublicMunicipality, Session, Shell } from './context.ts'
import { ErrorPage } from './error-page.tsx'
import { badRequest, HttpError, notFound } from './errors.ts'
import { takeFlash } from './flash.ts'
import { healthPaths } from './health.ts'
import { languageOf, staffLanguageOf } from './language.ts'
import { letGoOfUnread } from './let-go.ts'
import { plainPage } from './page.tsx'
import { securityHeaders } from './security.ts'

/** What the web layer needs from the rest. */
export type HttpNeeds = {
  readonly shell: Shell
  readonly catalogue: Catalogue
  readonly clock: () => Date
  readonly log: Logger
  /** Told of every answer, for the measurements. */
  readonly observe?: ((answer: AnsweredRequest) => void) | undefined
  /** Who changed something before this colleague did, in words of `t`. */
  readonly lastChange?:
    | ((actor: StaffActor, subject: AuditLine['subject'], t: Texts) => Promise<LastChange | undefined>)
    | undefined
  /** Told of a colleague who was refused on a route. */
  readonly noteRefusal?: ((actor: StaffActor, route: string) => Promise<void>) | undefined
  /** Addresses that take in large files piece by piece, and count themselves how much comes. */
  readonly takesLargeFiles: readonly string[]
  readonly isHttps: boolean
  /** Where people reach us; behind a proxy not what the request says. */
  readonly address: () => string
  readonly sessionOf: (request: Request) => Promise<Session | undefined>
  readonly municipalities: {
    bySlug(slug: string): Promise<PublicMunicipality | undefined>
    byId(id: string): Promise<PublicMunicipality | undefined>
  }
}

/** One answered request: the pattern of its route, never its address, which can hold a code. */
export type AnsweredRequest = {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly ms: number
}

/** Largest request: a form. What visitors' phones send and imports may be larger. */
const formLimitBytes = 256 * 1024
const syncLimitBytes = 32 * 1024 * 1024
const importLimitBytes = 16 * 1024 * 1024

/** The application without its modules: what holds for every request. */
export function baseApp(needs: HttpNeeds): Hono<Env> {
  const app = new Hono<Env>()
  app.use(securityHeaders(needs.isHttps))
  app.use(letGoOfUnread)
  app.use(async (c, next) => {
    c.set('requestId', uuidv7())
    c.set('isHttps', needs.isHttps)
    c.set('shell', needs.shell)
    c.set('t', textsIn(needs.catalogue, languageOf(c), needs.clock()))
    const start = performance.now()
    await next()
    const ms = performance.now() - start
    const answer = { method: c.req.method, route: routePath(c, -1), status: c.res.status }
    // A proxy asks every few seconds whether we live; that would fill the log.
    const level = healthPaths.includes(c.req.path) && c.res.ok ? 'debug' : 'info'
    needs.log[level]({ id: c.get('requestId'), ...answer, ms: Math.round(ms) })
    needs.observe?.({ ...answer, ms })
  })
  // Only public pages: a page that mixes what somebody else typed with what only one may read tells by its compressed size.
  const gzip = compress()
  const compressed: MiddlewareHandler<Env> = (c, next) =>
    gzip(c, async () => {
      await brotliPages(c, next)
    })
  app.use((c, next) => (c.req.path.startsWith('/in/') ? compressed(c, next) : next()))
  app.use(csrf({ origin: (origin, c) => origin === needs.address() || origin === new URL(c.req.url).origin }))
  const tooLarge = () => {
    throw new HttpError(413, 'too-large', 'body over the limit')
  }
  app.use(async (c, next) =>
    needs.takesLargeFiles.includes(c.req.path)
      ? next()
      : bodyLimit({ maxSize: limitOf(c), onError: tooLarge })(c, next),
  )
  app.use(refuseBrokenForms)
  app.use((c, next) => (c.req.url.includes('%00') ? badRequest('a NUL in the address') : next()))
  app.use(async (c, next) => {
    if (c.req.method === 'GET') c.set('flash', takeFlash(c))
    await (c.req.path.startsWith('/in/') ? enterMunicipality(c, needs) : enterWorkplace(c, needs))
    // Pages show what one actor may see: no cache between may keep them.
    c.header('Cache-Control', 'private, no-store')
    return next()
  })
  app.onError(async (error, c) => {
    await noteRefusal(error, c, needs)
    if (error instanceof ChangedMeanwhile) return cameSecond(error, c, needs)
    return failed(error, c, needs.log)
  })
  app.notFound((c) => failed(new HttpError(404, 'not-found', 'no such route'), c, needs.log))
  return app
}

/** Only who is signed in sends much: what was done on visits, and files to import, to an address that ends in `/imports`. */
function limitOf(c: Ctx): number {
  if (c.req.path.startsWith('/api/visits/')) return syncLimitBytes
  return c.req.path.endsWith('/imports') ? importLimitBytes : formLimitBytes
}

async function enterMunicipality(c: Ctx, { catalogue, clock, municipalities }: HttpNeeds): Promise<void> {
  const slug = c.req.path.split('/')[2] ?? ''
  const municipality = (await municipalities.bySlug(slug)) ?? notFound('municipality', 'of that name')
  c.set('municipality', municipality)
  c.set('actor', publicActor(municipality.id))
  c.set('t', textsIn(catalogue, languageOf(c, offered(municipality)), clock()))
}

/** The languages of a municipality, its own first, and the others a resident may read. */
function offered(municipality: PublicMunicipality) {
  return municipality.languages
}

async function enterWorkplace(c: Ctx, { catalogue, clock, municipalities, sessionOf }: HttpNeeds): Promise<void> {
  const session = await sessionOf(c.req.raw)
  if (!session) {
    c.set('t', textsIn(catalogue, staffLanguageOf(c), clock()))
    return
  }
  c.set('session', session)
  c.set('actor', session.actor)
  c.set('municipality', await municipalities.byId(session.actor.municipalityId))
  c.set('t', textsIn(catalogue, c.req.query('lang') ? staffLanguageOf(c) : session.language, clock()))
}

/** NOTE a refusal stays one when it cannot be written down. */
async function noteRefusal(error: Error, c: Ctx, needs: HttpNeeds): Promise<void> {
  const actor = c.get('actor')
  if (!(error instanceof HttpError) || error.code !== 'forbidden' || actor?.kind !== 'staff') return
  await needs.noteRefusal?.(actor, routePath(c, -1)).catch((problem: unknown) => {
    const trace = problem instanceof Error ? traceOf(problem) : {}
    needs.log.error({ id: c.get('requestId'), error: trace }, 'refusal not noted')
  })
}

/** NOTE the page comes also when nobody can say who was first. */
async function cameSecond({ change }: ChangedMeanwhile, c: Ctx, needs: HttpNeeds): Promise<Response> {
  const t = c.get('t')
  const actor = c.get('actor')
  const last =
    actor?.kind === 'staff' ? await needs.lastChange?.(actor, change.subject, t).catch(() => undefined) : undefined
  const page = <ChangedMeanwhilePage t={t} change={change} last={last} />
  return plainPage(c, { title: t('http.changed.title') }, page, 409)
}

function failed(error: Error, c: Ctx, log: Logger): Response | Promise<Response> {
  const known = error instanceof HttpError ? error : (fromHono(error) ?? fromOutage(error) ?? fromLastGuard(error))
  if (known?.code === 'unavailable') c.header('Retry-After', '30')
  if (!known) log.error({ id: c.get('requestId'), error: traceOf(error) }, 'unexpected')
  if (isRefusedRow(error)) log.warn({ id: c.get('requestId'), error: traceOf(error) }, 'refused by the database')
  const status = known?.status ?? 500
  const code = known?.code ?? 'unexpected'
  if (c.req.path.startsWith('/api/')) return c.json({ error: code, requestId: c.get('requestId') }, status)
  const t = c.get('t')
  return plainPage(
    c,
    { title: t(`http.error.${code}.title`) },
    <ErrorPage t={t} code={code} requestId={c.get('requestId')} since={known?.since} />,
    status,
  )
}

/** The database is away for a moment: a page that says so, and nothing for the log but the line of the request. */
function fromOutage(error: Error): HttpError | undefined {
  return isOutage(error) ? new HttpError(503, 'unavailable', 'database unreachable') : undefined
}

/** What the database itself refused is forbidden; the log has where, as a rule before it may be missing. */
function fromLastGuard(error: Error): HttpError | undefined {
  return isRefusedRow(error) ? new HttpError(403, 'forbidden', 'row refused by the database') : undefined
}

/** Hono's own refusals (cross-site form) as ours. */
function fromHono(error: Error): HttpError | undefined {
  return 'status' in error && error.status === 403
    ? new HttpError(403, 'cross-site', 'form sent from another site')
    : undefined
}
