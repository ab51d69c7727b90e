import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { dataAccessesOf } from './data-accesses.ts'
import { impactAssessmentRoutes } from './direction/impact-assessment/index.ts'
import { noteListsDestroyed, retentionRoutes } from './direction/retention/index.ts'
import { noteAskedByCode, requestsOnPersonPage, rightsRoutes } from './direction/rights-of-people/index.ts'
import { todayRoutes } from './direction/today/index.ts'
import { fields } from './fields.ts'
import {
  askedByCode,
  campaignRoutes,
  cardOfCase,
  concernRoutes,
  followingRoutes,
  lastVisitDays,
  listsDestroyed,
  myCardRoutes,
  noteCaseProgress,
  paperCardRoutes,
  phoneRoutes,
  secondRoutes,
  shellRoutes,
  signalBecameCase,
  signalHistoryOf,
  signalRoutes,
  signalsByNeighbourhood,
  staffCardRoutes,
  substituteRoutes,
  visitRoutes,
  webFormRoutes,
  withdrawOnCard,
} from './functions/detection/index.ts'
import {
  caseProgressed,
  casesOnPersonPage,
  guidanceRoutes,
  openCaseFromSignal,
  patternCounted,
  policySignalNoted,
  returnHandovers,
  rightsFoundAndChecks,
  tellMembersOfWithdrawal,
} from './functions/guidance/index.ts'
import {
  analysisRoutes,
  figuresChanged,
  figuresSentTo,
  type WorkCounts,
} from './functions/neighbourhood-analysis/index.ts'
import {
  noteCountedPattern,
  notePolicySignal,
  policyAdviceRoutes,
  policySignalsByTheme,
} from './functions/policy-advice/index.ts'
import { galleryRoutes } from './gallery-routes.tsx'
import { jobsOf } from './jobs.ts'
import { navigation } from './navigation.ts'
import { auditRoutes, lastChangeOf, noteRefusedAccess } from './platform/audit/index.ts'
import type { Database, Db } from './platform/database/connect.ts'
import { type Transact, type Tx, transactWith } from './platform/database/transact.ts'
import type { Vault } from './platform/encryption/vault.ts'
import { EventBus } from './platform/events/event.ts'
import type { FieldRegister } from './platform/fields/field-register.ts'
import { registerRoutes } from './platform/fields/register-routes.tsx'
import { assetRoutes, assetsOf } from './platform/http/assets.ts'
import { healthRoutes } from './platform/http/health.ts'
import { baseApp, type Env, type HttpNeeds, type LimitRate, rateLimiter, type Session } from './platform/http/index.ts'
import { authOver, type IsLeaked, identityRoutes, namesOf, sessionOfRequest } from './platform/identity/index.ts'
import type { ModuleJobs } from './platform/jobs/index.ts'
import { leftBehindRoutes } from './platform/left-behind/index.ts'
import type { Deliver } from './platform/mail/index.ts'
import { catalogue } from './platform/messages/index.ts'
import type { Metrics } from './platform/metrics/index.ts'
import type { SentFileSettings } from './platform/sent-files/index.ts'
import type { Calculate } from './platform/threads/index.ts'
import { agreementRoutes, agreementsOfPerson, agreementWithdrawn } from './registers/agreements/index.ts'
import {
  administrationRoutes,
  municipalityById,
  municipalityBySlug,
  municipalityRoutes,
} from './registers/municipalities/index.ts'
import {
  duplicateRoutes,
  freshnessRoutes,
  offerApiRoutes,
  offerImportRoutes,
  organisationRoutes,
  publicServiceRoutes,
  reindexServices,
  serviceRoutes,
} from './registers/organisations/index.ts'
import { peopleRoutes } from './registers/people/index.ts'
import { areasSentTo, neighbourhoodsChanged, neighbourhoodsOf, placesRoutes } from './registers/places/index.ts'
import { ownVolunteerRoutes, volunteerRoutes } from './registers/volunteers/index.ts'
import { waiting } from './waiting.ts'

/** What the process gives the application. */
export type AppNeeds = {
  readonly database: Database
  readonly vault: Vault
  readonly clock: () => Date
  readonly log: Logger
  readonly metrics?: Pick<Metrics, 'observeRequest' | 'observeActs'> | undefined
  readonly deliver: Deliver
  /** Where long work is done; here when nobody says. */
  readonly calculate?: Calculate | undefined
  readonly browserFolder: string
  readonly sentFiles: SentFileSettings
  readonly isDemo: boolean
  readonly isDevelopment: boolean
  readonly isHttps: boolean
  readonly isBehindProxy?: boolean
  /** Sign-in services of municipalities may stand inside our own network; always where we run without encryption ourselves. */
  readonly providersMayBeInside?: boolean
  /** Where people reach us, without a slash at the end; known once the server listens. */
  readonly address: () => string
  /** Folder of mail that would have left, when there is no mail server. */
  readonly outboxFolder?: string | undefined
  /** Where the journal of deletions is kept, for after a restore; none: in the database alone. */
  readonly deletionsFile?: string | undefined
  /** Says of a password whether it leaked; none: nobody gave a list. */
  readonly isLeaked?: IsLeaked | undefined
  /** Keys rate limits and form tokens; 32 bytes. */
  readonly secret: Buffer
  /** For tests: sessions given instead of those of signing in. */
  readonly sessionOf?: (request: Request) => Promise<Session | undefined>
}

/** What every module may ask for. An action names the few it uses: `Pick<Deps, 'transact'>`. */
export type Deps = {
  readonly transact: Transact
  readonly clock: () => Date
  readonly limitRate: LimitRate
  readonly secret: Buffer
  /** Where files that are sent are laid down, and how large they may be. */
  readonly sentFiles: SentFileSettings
  /** Where people reach us, for links in mails and on paper. */
  readonly address: () => string
}

/** The application: every module with what it needs. Composition only, no logic. */
export type App = {
  readonly web: Hono<Env>
  readonly jobs: readonly ModuleJobs[]
  readonly transact: Transact
  readonly events: EventBus<Tx>
  readonly fields: FieldRegister
}

/** What the functions count of their own work, for the analysis to show beside published figures. */
const workCounts: WorkCounts = {
  signals: signalsByNeighbourhood,
  policySignals: policySignalsByTheme,
  rights: rightsFoundAndChecks,
}

/** Builds the application; nothing listens, works or is asked yet. */
export function createApp(needs: AppNeeds): App {
  const { database, vault, clock, secret, address, isHttps } = needs
  const { owner } = database
  const events = new EventBus<Tx>()
  const transact = transactWith({ database, vault, events, clock, calculate: needs.calculate })
  const limitRate = rateLimiter(database.app, secret, clock, needs.isBehindProxy)
  const deps: Deps = { transact, clock, limitRate, secret, sentFiles: needs.sentFiles, address }
  const { providersMayBeInside = !isHttps } = needs
  const { isLeaked } = needs
  const signIn = { owner, transact, vault, clock, address, secret, isHttps, providersMayBeInside, isLeaked }
  const auth = authOver(signIn)

  const web = webOver(needs, transact, needs.sessionOf ?? sessionOfRequest({ auth, owner, clock }))
  identityRoutes(web, {
    ...signIn,
    auth,
    limitRate,
    isDemo: needs.isDemo,
    outboxFolder: needs.outboxFolder,
    municipalityName: async (id) => (await municipalityById(database.app, id))?.name ?? '',
  })
  auditRoutes(web, deps)
  registerRoutes(web, { fields })
  leftBehindRoutes(web, deps)
  addRegisters(web, deps, { db: database.app, isHttps, providersMayBeInside })
  addFunctions(web, deps, needs)
  addDirection(web, deps)
  connect(events)
  const { deliver, deletionsFile } = needs
  const jobs = jobsOf({ ...deps, owner, vault, deliver, deletionsFile, workCounts })
  return { web, jobs, transact, events, fields }
}

/** What holds for every request, and the files and questions that need no module. */
function webOver(needs: AppNeeds, transact: Transact, sessionOf: HttpNeeds['sessionOf']): Hono<Env> {
  const { database, clock, log, isHttps, address, isDemo, isDevelopment, browserFolder } = needs
  const web = baseApp({
    shell: { navigation, assets: assetsOf(browserFolder), isDemo, isDevelopment },
    catalogue,
    clock,
    log,
    observe: needs.metrics?.observeRequest,
    noteRefusal: noteRefusedAccess(transact),
    lastChange: lastChangeOf(transact, namesOf),
    takesLargeFiles: [figuresSentTo, areasSentTo],
    isHttps,
    address,
    sessionOf,
    municipalities: {
      bySlug: (slug) => municipalityBySlug(database.app, slug),
      byId: (id) => municipalityById(database.app, id),
    },
  })
  healthRoutes(web, database.app)
  assetRoutes(web, browserFolder)
  if (isDevelopment) galleryRoutes(web)
  return web
}

type OfRegisters = { readonly db: Db; readonly isHttps: boolean; readonly providersMayBeInside: boolean }

function addRegisters(web: Hono<Env>, deps: Deps, { db, ...providers }: OfRegisters): void {
  municipalityRoutes(web, { db })
  administrationRoutes(web, {
    ...deps,
    ...providers,
    neighbourhoods: neighbourhoodsOf,
    dataAccesses: () => dataAccessesOf(web),
  })
  placesRoutes(web, deps)
  volunteerRoutes(web, { ...deps, lastVisitsOf: lastVisitDays })
  ownVolunteerRoutes(web, deps)
  publicServiceRoutes(web, deps)
  offerApiRoutes(web, deps)
  offerImportRoutes(web, deps)
  freshnessRoutes(web, deps)
  serviceRoutes(web, deps)
  duplicateRoutes(web, deps)
  organisationRoutes(web, deps)
  agreementRoutes(web, deps)
  peopleRoutes(web, { ...deps, sections: [agreementsOfPerson, casesOnPersonPage, requestsOnPersonPage] })
}

function addFunctions(web: Hono<Env>, deps: Deps, needs: Pick<AppNeeds, 'browserFolder' | 'metrics'>): void {
  campaignRoutes(web, deps)
  webFormRoutes(web, deps)
  paperCardRoutes(web, deps)
  myCardRoutes(web, deps)
  signalRoutes(web, deps)
  staffCardRoutes(web, deps)
  followingRoutes(web, deps)
  secondRoutes(web, deps)
  concernRoutes(web, deps)
  substituteRoutes(web, deps)
  shellRoutes(web, needs)
  phoneRoutes(web, { ...deps, observeActs: needs.metrics?.observeActs })
  visitRoutes(web, deps)
  guidanceRoutes(web, { ...deps, signalHistoryOf, cardOfCase })
  policyAdviceRoutes(web, deps)
  analysisRoutes(web, { ...deps, workCounts })
}

/** What modules tell each other. */
function connect(events: EventBus<Tx>): void {
  events.subscribe(signalBecameCase, openCaseFromSignal)
  events.subscribe(caseProgressed, noteCaseProgress)
  events.subscribe(agreementWithdrawn, returnHandovers)
  events.subscribe(agreementWithdrawn, tellMembersOfWithdrawal)
  events.subscribe(agreementWithdrawn, withdrawOnCard)
  events.subscribe(policySignalNoted, notePolicySignal)
  events.subscribe(patternCounted, noteCountedPattern)
  events.subscribe(askedByCode, noteAskedByCode)
  events.subscribe(listsDestroyed, noteListsDestroyed)
  events.subscribe(neighbourhoodsChanged, (tx) => reindexServices(tx))
  events.subscribe(neighbourhoodsChanged, (tx) => figuresChanged(tx))
}

function addDirection(web: Hono<Env>, deps: Deps): void {
  rightsRoutes(web, { ...deps, fields })
  retentionRoutes(web, { ...deps, fields })
  impactAssessmentRoutes(web, { ...deps, fields, dataAccesses: () => dataAccessesOf(web) })
  todayRoutes(web, { ...deps, waiting })
}
