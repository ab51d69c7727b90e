/**
 * Keeps the app on the phone. The server puts the list of its files in front of this program (`appFiles`, the first is the
 * shell), so that a new version of any file makes a new worker. It takes over at once and reloads nothing: a page that is open goes on
 * with the files of the version before, which stay until the next one; what is started anew is new. Nothing of a person passes through here: what is asked of
 * /api goes straight to the network and is never kept.
 */
declare const appFiles: readonly string[]
/** What the check of rights needs besides: whatever its language, and by language. */
declare const rightsFiles: {
  readonly all: readonly string[]
  readonly languages: Readonly<Record<string, readonly string[]>>
}
declare const self: ServiceWorkerGlobalScope

type ServiceWorkerGlobalScope = EventTarget & {
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}
type ExtendableEvent = Event & { waitUntil(work: Promise<unknown>): void }
type MessageFromPage = ExtendableEvent & { readonly data?: { readonly keepRightsIn?: readonly string[] } }
type FetchEvent = ExtendableEvent & { readonly request: Request; respondWith(answer: Promise<Response>): void }

const shell = '/visits'
const prefix = 'meernet-visits-'
/** No page: where the cache notes which languages it keeps. */
const languagesPlace = '/visits/rights-languages'
const cacheName = prefix + fingerprint(appFiles.join())

self.addEventListener('install', (event) => {
  ;(event as ExtendableEvent).waitUntil(keepAll().then(() => self.skipWaiting()))
})

self.addEventListener('message', (event) => {
  const { data, waitUntil } = event as MessageFromPage
  if (data?.keepRightsIn) waitUntil.call(event, keepRights(data.keepRightsIn))
})

self.addEventListener('activate', (event) => {
  ;(event as ExtendableEvent).waitUntil(dropOthers().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as FetchEvent
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  const file = request.mode === 'navigate' ? (pathname === shell ? shell : undefined) : pathname
  if (!file) return
  if (appFiles.includes(file)) respondWith.call(event, kept(file, request))
  else if (file.startsWith('/assets/')) respondWith.call(event, keptBefore(file, request))
})

/** All files or none: a half-filled cache would be a half app. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName)
  await cache.addAll(appFiles.map(fresh))
  // The app does not wait for what is extra, nor fail with it.
  await keepRights(await languagesBefore()).catch(() => undefined)
}

/** Keeps the check of rights in these languages, beside the app; what is there already is not fetched again. */
async function keepRights(languages: readonly string[]): Promise<void> {
  if (languages.length === 0) return
  const cache = await caches.open(cacheName)
  const wanted = [...rightsFiles.all, ...languages.flatMap((language) => rightsFiles.languages[language] ?? [])]
  const there = await Promise.all(wanted.map((file) => cache.match(file)))
  await cache.addAll(wanted.filter((_file, index) => !there[index]).map(fresh))
  await cache.put(languagesPlace, new Response(JSON.stringify(languages)))
}

/** The languages in which the version before keeps the check: a phone that is offline after an update goes on with them. */
async function languagesBefore(): Promise<readonly string[]> {
  const kept = await caches.match(languagesPlace)
  return kept ? ((await kept.json()) as readonly string[]) : []
}

const fresh = (file: string) => new Request(file, { cache: 'reload', credentials: 'omit' })

/** All but the newest version before this one, oldest first as caches are named. */
async function dropOthers(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
}

async function kept(file: string, request: Request): Promise<Response> {
  return (await caches.match(file, { cacheName, ignoreSearch: true })) ?? fetch(request)
}

/** A file of the version before, for a page that was open when this one came. */
async function keptBefore(file: string, request: Request): Promise<Response> {
  return (await caches.match(file)) ?? fetch(request)
}

/** A short name for a list of files (FNV-1a). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}

// A module of its own, so that its names are not those of the page.
export {}
