import { uuidv7 } from 'uuidv7'
import { netegemId } from '../../../src/demo/netegem.ts'
import { doWaitingJobs } from '../jobs.ts'
import { call } from './cards.ts'
import { has, inZoneOf, isSecrecyCoordinator, linkOn, type Maker, named, sent } from './made.ts'

/** Somebody asks by telephone what is known of them (P16). */
export const requestAboutOwnData: Maker = async ({ world, people }) => {
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
  const fields = { outcome: 'done', answer: 'Gedaan.', reason: 'Druk.', because: 'settled', isTold: 'on' }
  return { what: 'a request about own data', path, fields, isFor }
}

/** Two sheets of organisations that are alike, and two that were made one. */
export const sheetsThatAreAlike: Maker = async ({ world, people }) => {
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
    { what: 'two sheets that are alike', path: `/organisations/${first}/duplicates/${second}`, fields: merge, isFor },
    { what: 'two sheets made one', path: await linkOn(browser, '/organisations/duplicates', undoing), isFor },
  ]
}

/** What a partner gave back to a volunteer of its own. */
export const reimbursement: Maker = async ({ world, people }) => {
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
export const deletions: Maker = async ({ world, people }) => {
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
