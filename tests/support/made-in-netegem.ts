import { uuidv7 } from 'uuidv7'
import { netegemId } from '../../src/demo/netegem.ts'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { doWaitingJobs } from './jobs.ts'
import type { Netegem } from './netegem.ts'
import { passkeyDevice, questionIn } from './passkey-device.ts'

/** Something of Netegem that the demo has none of, and for whom it is there. */
export type Made = {
  readonly what: string
  /** An address that names it. */
  readonly path: string
  /** Whom it concerns; to all others of Netegem it is not there. */
  isFor(actor: StaffActor): boolean
}

/** Makes one of everything that the demo has none of, as those who work there do: by forms, by a phone, and by the work of the night. */
export async function makeWhatTheDemoLacks(netegem: Netegem): Promise<readonly Made[]> {
  const made = []
  for (const make of makers) made.push(...[await make(netegem)].flat())
  return made
}

type Maker = (netegem: Netegem) => Promise<Made | readonly Made[]>

const requestAboutOwnData: Maker = async ({ world, people }) => {
  const sofie = named(people, 'Sofie De Wilde')
  const { id: personId } = await world.database.owner
    .selectFrom('people.person')
    .select('id')
    .where('municipality_id', '=', netegemId)
    .where('zone_id', '=', sofie.zoneId)
    .executeTakeFirstOrThrow()
  const asked = { kind: 'view', channel: 'phone', receivedOn: '2026-11-23', identityChecked: 'known' }
  const path = await sent(world.as(sofie).post('/rights', { id: uuidv7(), personId, ...asked }))
  const isFor = inZoneOf(sofie, (one) => isSecrecyCoordinator(one) || has('dataProtectionOfficer')(one))
  return { what: 'a request about own data', path, isFor }
}

const reviewOfAccess: Maker = async ({ world, people }) => {
  const id = uuidv7()
  const path = await sent(world.as(named(people, 'Fatima Yildiz')).post('/admin/access-list/reviews', { id }))
  return { what: 'a review of who has access', path, isFor: has('administrator', 'dataProtectionOfficer') }
}

const passkey: Maker = async ({ world, people }) => {
  const sofie = named(people, 'Sofie De Wilde')
  const browser = world.as(sofie)
  const path = '/account/passkeys'
  const page = await (await browser.get(path)).text()
  await sent(browser.post(path, { name: 'telefoon', credential: passkeyDevice().make(questionIn(page, 'create')) }))
  return {
    what: 'a passkey',
    path: await linkOn(browser, path, /\/account\/passkeys\/[0-9a-f-]{36}/),
    isFor: is(sofie),
  }
}

const phones: Maker = async ({ world, people }) => {
  const rita = named(people, 'Rita Goossens')
  const browser = world.as(rita)
  const report = (id: string, notSent: number) => browser.postJson('/api/phone', { id, notSent, visitor: rita.userId })
  const [kept, lost] = [uuidv7(), uuidv7()]
  await report(kept, 0)
  await report(lost, 3)
  await sent(browser.post(`/account/phones/${lost}/wipe`, {}))
  await report(lost, 3)
  const ofMember = `/admin/memberships/${rita.membershipId}/devices/phones`
  return [
    { what: 'one’s own phone', path: `/account/phones/${kept}/wipe`, isFor: is(rita) },
    { what: 'the phone of a colleague', path: `${ofMember}/${kept}/wipe`, isFor: has('administrator') },
    {
      what: 'what was lost with a phone',
      path: `/refused-acts/lost/${lost}/settlement`,
      isFor: inZoneOf(rita, isSecrecyCoordinator),
    },
  ]
}

const invitation: Maker = async ({ world, people }) => {
  const fatima = named(people, 'Fatima Yildiz')
  const [id, email] = [uuidv7(), 'iemand@netegem.example']
  const role = { role: 'matcher', zoneId: fatima.zoneId, secrecy: 'none' }
  await sent(world.as(fatima).post('/admin/memberships', { id, email, ...role }))
  return { what: 'an invitation', path: `/admin/invitations/${id}/withdrawal`, isFor: has('administrator') }
}

const figures: Maker = async ({ world, people }) => {
  const sofie = named(people, 'Sofie De Wilde')
  const send = (content: string, name: string) =>
    sent(world.as(sofie).postFiles('/analysis/figures/imports', fileForm(content, name, { period: '2023' })))
  const known = 'CD_REFNIS|CD_SECTOR|TOTAL|TX_DESCR_SECTOR_NL\n99999|99999A00-|3295|CENTRUM\n'
  const path = await send(known, 'sectoren.txt')
  const unknown = await send('Wijkcijfers;;\nwijkcode;wijk;aandeel 65+\n99999W01;Kouter;21,5\n', 'wijken.csv')
  return [
    { what: 'figures that wait for a yes', path, isFor: is(sofie) },
    { what: 'figures nobody knows the columns of', path: unknown, isFor: is(sofie) },
  ]
}

const areas: Maker = async ({ world, people }) => {
  const sofie = named(people, 'Sofie De Wilde')
  const table = 'statsec2024;ggw72024\n99999A00-;9999901\n'
  const path = await sent(world.as(sofie).postFiles('/areas/imports', fileForm(table, 'statsec2024_ggw72024.csv')))
  return { what: 'areas that wait for a yes', path, isFor: is(sofie) }
}

const sheetsThatAreAlike: Maker = async ({ world, people }) => {
  const browser = world.as(named(people, 'Jonas Pauwels'))
  const sheet = async (name: string) => {
    const id = uuidv7()
    await sent(browser.post('/organisations', { id, name }))
    return id
  }
  const [first, second, third] = [await sheet('De Zonnebloem'), await sheet('De Zonnebloem'), await sheet('Zonnebloem')]
  const merge = { kept: first, version: '1', otherVersion: '1' }
  await sent(browser.post(`/organisations/${first}/duplicates/${third}/merges`, merge))
  const isFor = has('communityWorker', 'coordinator')
  const undoing = /\/organisations\/merges\/[0-9a-f-]{36}\/undoing/
  return [
    { what: 'two sheets that are alike', path: `/organisations/${first}/duplicates/${second}`, isFor },
    { what: 'two sheets made one', path: await linkOn(browser, '/organisations/duplicates', undoing), isFor },
  ]
}

const callOfVisitor: Maker = async ({ world, people }) => {
  const rita = named(people, 'Rita Goossens')
  const id = await call(world, rita, world.now())
  return { what: 'a call of a visitor', path: `/visit-calls/${id}/taking`, isFor: inZoneOf(rita, isSecrecyCoordinator) }
}

/** A visitor asks for help from the home-visit app. */
async function call(world: Netegem['world'], visitor: StaffActor, at: Date): Promise<string> {
  const act = { id: uuidv7(), kind: 'askHelp', at: at.toISOString(), body: {} }
  await world.as(visitor).postJson('/api/visits/acts', { visitor: visitor.userId, acts: [act] })
  return act.id
}

const secondAsked: Maker = async ({ world, people }) => {
  const [bram, sofie] = [named(people, 'Bram Vercauteren'), named(people, 'Sofie De Wilde')]
  const [signal] = await openSignals(world, sofie.zoneId)
  const id = uuidv7()
  await sent(world.as(bram).post(`/signals/${signal}/seconds`, { id, of: sofie.userId }))
  return { what: 'what a second was asked', path: `/seconds/${id}`, isFor: is(sofie) }
}

const safetyConcern: Maker = async ({ world, people }) => {
  const [sofie, inge] = [named(people, 'Sofie De Wilde'), named(people, 'Inge Hermans')]
  const [, signal] = await openSignals(world, sofie.zoneId)
  const id = uuidv7()
  const concern = { id, about: 'adult', firstUserId: sofie.userId, secondUserId: inge.userId, content: 'Er is gevaar.' }
  await sent(world.as(sofie).post(`/inbox/${signal}/safety-concern`, concern))
  return {
    what: 'a safety concern',
    path: `/safety-concerns/${id}`,
    isFor: (one) => is(sofie)(one) || is(inge)(one),
  }
}

const openSignals = async ({ database }: Netegem['world'], zoneId: string): Promise<readonly string[]> => {
  const rows = await database.owner
    .selectFrom('detection.signal')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('state', 'in', ['received', 'acknowledged', 'triaged'])
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

const reimbursement: Maker = async ({ world, people }) => {
  const hilde = named(people, 'Hilde Maes')
  const browser = world.as(hilde)
  const [volunteer, id] = [uuidv7(), uuidv7()]
  const path = `/volunteers/${volunteer}/reimbursements`
  const noted = { day: '2026-11-20', kind: 'lumpSum', activity: 'ordinary', amount: '20' }
  await sent(browser.post('/volunteers', { id: volunteer, name: 'Els Peeters', birthYear: '1960', tasks: 'homeVisit' }))
  await sent(browser.post(`${path}/declaration`, { year: '2026', version: '0', elsewhere: 'none' }))
  await sent(browser.post(path, { id, ...noted }))
  return {
    what: 'a reimbursement',
    path: `${path}/${id}/cancellation`,
    isFor: inZoneOf(hilde, has('partnerCoordinator')),
  }
}

/** One proposal that was carried out, with its certificate, and one that waits to be looked at. */
const deletions: Maker = async ({ world, people }) => {
  const [sofie, inge] = [named(people, 'Sofie De Wilde'), named(people, 'Inge Hermans')]
  const propose = async (series: string) => {
    await sent(world.as(named(people, 'Fatima Yildiz')).post('/retention/rules', { id: uuidv7(), series, ...decided }))
    for (const { recurring = {} } of world.app.jobs) await recurring['retention.propose']?.task(netegemId)
    return linkOn(world.as(sofie), '/retention', /\/retention\/proposals\/[0-9a-f-]{36}/)
  }
  await call(world, named(people, 'Rita Goossens'), new Date(world.now().getTime() - 30 * 86_400_000))
  const carriedOut = await propose('calls of visitors')
  await sent(world.as(sofie).post(`${carriedOut}/check`, { version: '1' }))
  await sent(world.as(inge).post(`${carriedOut}/approval`, { version: '2' }))
  await doWaitingJobs(world)
  const isFor = inZoneOf(
    sofie,
    (one) => isSecrecyCoordinator(one) || has('administrator', 'dataProtectionOfficer')(one),
  )
  const path = await propose('pictures of walks')
  const certificate = carriedOut.replace('proposals', 'certificates')
  return [
    { what: 'a proposal to delete', path, isFor },
    { what: 'the certificate of a deletion', path: certificate, isFor },
  ]
}
const decided = {
  ...{ count: '1', unit: 'D', reference: 'Selectielijst 12.3', motivation: 'Niet meer nodig.' },
  ...{ decidedBy: 'college', decidedOn: '2026-01-15' },
}

const makers: readonly Maker[] = [
  requestAboutOwnData,
  reviewOfAccess,
  passkey,
  phones,
  invitation,
  figures,
  areas,
  sheetsThatAreAlike,
  callOfVisitor,
  secondAsked,
  safetyConcern,
  reimbursement,
  deletions,
]

const named = (people: readonly StaffActor[], name: string) =>
  people.find((one) => one.name === name) ?? fail(`${name} does not work in Netegem`)

/** Where an accepted form leads. */
async function sent(response: Promise<Response>): Promise<string> {
  const { status, headers } = await response
  const path = headers.get('location')
  return status === 303 && path ? path : fail(`a form got ${status}: ${await (await response).text()}`)
}

function fileForm(content: string, name: string, stated: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.set('file', new File([content], name))
  for (const [field, value] of Object.entries(stated)) form.set(field, value)
  return form
}

async function linkOn(browser: ReturnType<Netegem['world']['as']>, path: string, link: RegExp): Promise<string> {
  return link.exec(await (await browser.get(path)).text())?.[0] ?? fail(`${path} has no ${link}`)
}

type Who = Made['isFor']
const is =
  ({ userId }: StaffActor): Who =>
  (actor) =>
    actor.userId === userId
const has =
  (...roles: readonly StaffActor['role'][]): Who =>
  ({ role }) =>
    roles.includes(role)
const isSecrecyCoordinator: Who = ({ role, secrecy }) => role === 'coordinator' && secrecy === 'professionalSecrecy'
/** Only where the controller is the same (P9). */
const inZoneOf =
  ({ zoneId }: StaffActor, who: Who): Who =>
  (actor) =>
    actor.zoneId === zoneId && who(actor)

function fail(sentence: string): never {
  throw new Error(sentence)
}
