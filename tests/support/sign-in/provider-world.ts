import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../src/platform/access/actor.ts'
import type { Offer } from '../../../src/platform/identity/invitations/invitation.ts'
import { invite } from '../../../src/platform/identity/invitations/invite.ts'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../world.ts'
import { type KnownThere, type OpenIdProvider, startOpenIdProvider } from './openid-provider.ts'
import { browserWithCookies, makeColleague, signInByLink } from './sign-in.ts'

type BrowserWithCookies = ReturnType<typeof browserWithCookies>

/** Two municipalities, of which the first signs people in through a provider that answers. */
export type ProviderWorld = {
  readonly world: World
  readonly here: TestMunicipality
  readonly elsewhere: TestMunicipality
  readonly administrator: StaffActor
  readonly there: OpenIdProvider
  readonly asAdministrator: () => Promise<BrowserWithCookies>
  /** Saves the provider as an administrator does; `over` changes fields. */
  readonly keep: (over: Readonly<Record<string, string>>) => Promise<Response>
  /** Goes to the provider as `person` and comes back; gives the page that opens. */
  readonly enter: (person: KnownThere, browser?: BrowserWithCookies) => Promise<Entered>
  readonly invited: (email: string) => Promise<void>
  readonly close: () => Promise<void>
}

type Entered = { readonly browser: BrowserWithCookies; readonly opened: Response; readonly text: string }

/** Where signing in through the provider begins. */
export const start = '/sign-in/provider/hier'

/** Where the provider sends people back to. */
export const answer = `http://localhost${start}/answer`

/** Somebody whom the provider knows; `over` changes what it tells. */
export const person = (over: Partial<KnownThere> = {}): KnownThere => {
  const sub = uuidv7()
  return { sub, email: `${sub}@werk.example`, email_verified: true, name: 'Wim De Baere', ...over }
}

/** With the real clock: identity tokens carry moments of the machine. */
export async function openProviderWorld(): Promise<ProviderWorld> {
  const world = await openWorld({ clock: () => new Date() }, { sessions: 'real' })
  const here = await makeMunicipality(world, 'Hier', '99001')
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const administrator = await makeColleague(world, here, { role: 'administrator', secrecy: 'none' })
  const there = await startOpenIdProvider([answer, 'http://localhost/sign-in/provider/elders/answer'])

  let adminBrowser: BrowserWithCookies | undefined
  const asAdministrator = async () => {
    adminBrowser ??= await signInByLink(world, `${administrator.userId}@test.example`)
    return adminBrowser
  }

  const keep: ProviderWorld['keep'] = async (over) => {
    const browser = await asAdministrator()
    const page = await (await browser.get('/admin/provider')).text()
    const [, version = ''] = page.match(/name="version" value="(\d+)"/) ?? []
    const { issuer, clientId, clientSecret } = there
    const form = { version, name: 'Werkplek', issuer, clientId, clientSecret, isOn: 'on', ...over }
    return browser.post('/admin/provider', form)
  }

  const enter: ProviderWorld['enter'] = async (somebody, browser = browserWithCookies(world)) => {
    there.personIs(somebody)
    const back = await there.visit((await browser.get(start)).headers.get('location') ?? '')
    const opened = await browser.get(back.pathname + back.search)
    return { browser, opened, text: opened.status === 303 ? '' : await opened.text() }
  }

  const invited: ProviderWorld['invited'] = (email) =>
    world.app.transact(administrator, async (tx) => {
      const sent = { id: uuidv7(), address: 'http://localhost', municipalityName: 'Hier', language: 'nl' } as const
      await invite(tx, matcher(email, here.municipalityZone), sent)
    })

  const close = async () => {
    await there.stop()
    await world.close()
  }

  await keep({})
  return { world, here, elsewhere, administrator, there, asAdministrator, keep, enter, invited, close }
}

const matcher = (email: string, zoneId: string): Offer => ({
  ...{ email, zoneId, role: 'matcher', neighbourhoods: 'all' },
  ...{ secrecy: 'dutyOfDiscretion', secrecyProof: 'afsprakennota', secrecyReviewOn: '2099-01-01' },
})
