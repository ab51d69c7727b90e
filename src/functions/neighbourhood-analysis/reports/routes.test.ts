import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type Role, roles } from '../../../platform/access/actor.ts'

let world: World
let here: TestMunicipality
let writer: Browser
let coordinator: Browser
let areaId: string

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  writer = await asRole('communityWorker')
  coordinator = await asRole('coordinator')
  areaId = uuidv7()
  await world.database.owner
    .insertInto('places.area')
    .values({
      ...{ municipality_id: here.id, id: areaId, origin: 'composed', edition: '2025', name: 'Molenhoek' },
      is_approximate: false,
    })
    .execute()
})
afterAll(() => world.close())

const asRole = async (role: Role) => world.as(await makeStaff(world, here, { role }))
const reports = '/analysis/reports'
const begin = async (as: Browser = writer, title = 'Zo leeft de Molenhoek') => {
  const id = uuidv7()
  const answer = await as.post(reports, { id, title, aboutYear: '2026', language: 'nl', areaIds: areaId })
  expect(answer.status).toBe(303)
  return { id, path: `${reports}/${id}` }
}
const versionOn = async (path: string, as: Browser = coordinator) =>
  (await (await as.get(path)).text()).match(/name="version" value="(\d+)"/)?.[1] ?? ''
const textOf = async (path: string, as: Browser = coordinator) => (await as.get(path)).text()

const priority = (over: Record<string, string> = {}) => ({
  ...{
    id: uuidv7(),
    version: '0',
    place: '1',
    title: 'Een bank aan elke halte',
    why: 'Wie moe is, moet kunnen zitten.',
  },
  ...{ chosenBy: 'dots', residentsPresent: '34' },
  ...over,
})
const meeting = (over: Record<string, string> = {}) => ({
  ...{ id: uuidv7(), version: '0', heldOn: '2026-11-20', heldAt: 'Buurthuis', invitedHow: 'Een brief in elke bus.' },
  ...{ peoplePresent: '34', 'group.olderPerson': '12', confirmed: 'De bus.' },
  ...over,
})

/** A report with everything in it but the second reading. */
async function complete() {
  const report = await begin()
  const { path } = report
  await writer.post(`${path}/texts/summary/nl`, { version: '0', text: 'U woont hier graag. De bus rijdt te weinig.' })
  await writer.post(`${path}/contents`, { version: await versionOn(`${path}/contents`, writer) })
  await writer.post(`${path}/priorities`, priority())
  await writer.post(`${path}/meetings`, meeting())
  await writer.post(`${path}/check`, { version: await versionOn(path, writer) })
  return report
}

const editNumberOn = async (path: string) => (await textOf(path)).match(/name="editNumber" value="(\d+)"/)?.[1] ?? ''
const readAsSecond = async (path: string, as: Browser = coordinator) =>
  as.post(`${path}/reading`, {
    ...{ version: await versionOn(path), editNumber: await editNumberOn(path), isUnrecognisable: 'yes' },
  })

describe('who may what (chapter 16, analysis findings)', () => {
  const writes: readonly Role[] = ['communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup']
  test.each(roles)('%s', async (role) => {
    const somebody = await asRole(role)
    const { path } = await begin()
    expect((await somebody.get('/analysis')).status).toBe(200)
    expect((await somebody.get(path)).status).toBe(role === 'administrator' ? 403 : 200)
    expect((await somebody.get(`${reports}/new`)).status).toBe(writes.includes(role) ? 200 : 403)
    expect((await somebody.post(`${path}/priorities`, priority())).status).toBe(writes.includes(role) ? 303 : 403)
    expect((await somebody.post(`${path}/publication`, { version: '1' })).status).toBe(
      role === 'coordinator' ? 409 : 403,
    )
  })
})

test('the hub tells of every neighbourhood how far its analysis is', async () => {
  const { path } = await begin()
  const page = await textOf('/analysis')
  expect(page).toContain('Molenhoek')
  expect(page).toContain('in de maak')
  expect(await textOf(`/analysis/neighbourhoods/${areaId}`)).toContain(path)
})

test('a municipality without neighbourhoods reads what to bring in first', async () => {
  const empty = await makeMunicipality(world, 'Leegem', '99003')
  const page = await (await world.as(await makeStaff(world, empty)).get('/analysis')).text()
  expect(page).toContain('Begin met de kaart')
  expect(page).toContain('statbel.fgov.be')
})

test('an analysis goes from empty to published, and cannot before everything is there', async () => {
  const { path } = await complete()
  expect((await coordinator.post(`${path}/publication`, { version: await versionOn(path) })).status).toBe(409)
  expect((await readAsSecond(path)).status).toBe(303)
  expect((await coordinator.post(`${path}/publication`, { version: await versionOn(path) })).status).toBe(303)
  expect(await textOf(path)).toContain('gepubliceerd op')
  expect((await writer.post(`${path}/priorities`, priority())).status).toBe(409)
})

test('P14 an analysis keeps no words that a finding rests on, for nobody reads those as second', async () => {
  const findingId = uuidv7()
  const finding = { id: findingId, kind: 'need', statement: 'De bus rijdt te weinig.', theme: 'mobility' }
  await writer.post('/analysis/findings', { ...finding, restsOn: 'noPeople', neighbourhoodIds: areaId })
  const voice = {
    id: uuidv7(),
    version: '1',
    kind: 'conversation',
    source: 'Markt',
    says: 'Ik sta elke dinsdag alleen.',
  }
  expect((await writer.post(`/analysis/findings/${findingId}/voices`, voice)).status).toBe(303)
  const { id, path } = await begin()
  await writer.post(`${path}/contents`, {
    version: await versionOn(`${path}/contents`, writer),
    offeredFindings: findingId,
    findings: findingId,
  })
  const { contents } = await world.database.owner
    .selectFrom('analysis.report')
    .select('contents')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(contents)).toContain('De bus rijdt te weinig.')
  expect(JSON.stringify(contents)).not.toContain('elke dinsdag alleen')
})

test('P14 who changed it last does not read it as second, and a change asks for reading anew', async () => {
  const { path } = await complete()
  await coordinator.post(`${path}/texts/conclusion/nl`, { version: '0', text: 'De lijn moet langer rijden.' })
  expect(await textOf(path)).not.toContain('Ik las alles')
  const other = await asRole('coordinator')
  const version = await versionOn(path)
  const editNumber = (await textOf(path, other)).match(/name="editNumber" value="(\d+)"/)?.[1] ?? ''
  const reading = { version, editNumber, isUnrecognisable: 'yes' }
  expect((await coordinator.post(`${path}/reading`, reading)).status).toBe(422)
  expect((await other.post(`${path}/reading`, { version, editNumber })).status).toBe(422)
  expect((await other.post(`${path}/reading`, reading)).status).toBe(303)
  await writer.post(`${path}/texts/introduction/nl`, { version: '0', text: 'Wij gingen langs bij veel mensen.' })
  expect((await coordinator.post(`${path}/publication`, { version: await versionOn(path) })).status).toBe(409)
})

test('P14 who wrote a text does not read it as second after somebody else changed a comma, nor the year after', async () => {
  const { path } = await complete()
  await coordinator.post(`${path}/texts/conclusion/nl`, { version: '0', text: 'De lijn moet langer rijden.' })
  await writer.post(`${path}/texts/introduction/nl`, { version: '0', text: 'Wij gingen langs bij veel mensen.' })
  const other = await asRole('coordinator')
  const version = await versionOn(path)
  const editNumber = (await textOf(path, other)).match(/name="editNumber" value="(\d+)"/)?.[1] ?? ''
  const reading = { version, editNumber, isUnrecognisable: 'yes' }
  expect(await textOf(path)).not.toContain('Ik las alles')
  expect((await coordinator.post(`${path}/reading`, reading)).status).toBe(422)
  expect((await other.post(`${path}/reading`, reading)).status).toBe(303)
  await other.post(`${path}/publication`, { version: await versionOn(path, other) })
  const opened = await other.post(`${path}/next`, { version: await versionOn(path, other) })
  const next = opened.headers.get('location') ?? ''
  await writer.post(`${next}/meetings`, meeting())
  expect(await textOf(next)).not.toContain('Ik las alles')
  expect(await textOf(next, other)).toContain('Ik las alles')
})

test('a second reader finds on Vandaag what lacks only that, and then who publishes does', async () => {
  const { path } = await complete()
  const reader = await asRole('socialWorker')
  expect(await textOf('/today', reader)).toContain(path)
  expect(await textOf('/today', writer)).not.toContain(path)
  await readAsSecond(path)
  expect(await textOf('/today', reader)).not.toContain(path)
  expect(await textOf('/today')).toContain('klaar om te publiceren')
})

test('two people write in different parts at once; in the same part the second reads who was first', async () => {
  const { path } = await begin()
  await writer.post(`${path}/texts/summary/nl`, { version: '0', text: 'De bakker kent iedereen.' })
  expect(
    (await coordinator.post(`${path}/texts/conclusion/nl`, { version: '0', text: 'Zo gaan we door.' })).status,
  ).toBe(303)
  const second = await coordinator.post(`${path}/texts/summary/nl`, { version: '0', text: 'De slager kent iedereen.' })
  expect(second.status).toBe(409)
  expect(await second.text()).toContain('De slager kent iedereen.')
})

test('P12 a telephone number does not get into a text, and what was typed is kept', async () => {
  const { path } = await begin()
  const answer = await writer.post(`${path}/texts/summary/nl`, { version: '0', text: 'Bel Rita op 0470 12 34 56.' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Bel Rita')
})

test('looking how a text reads keeps nothing and names the hard sentences', async () => {
  const { path } = await begin()
  const hard = 'De intersectorale beleidsvoorbereiding vereist participatieve netwerkontwikkeling.'
  const page = await (await writer.post(`${path}/texts/summary/nl`, { version: '0', text: hard, look: 'yes' })).text()
  expect(page).toContain('Leest moeilijk')
  expect(await textOf(`${path}/texts/summary/nl`, writer)).not.toContain('intersectorale')
})

test('a group cannot have more people than were there', async () => {
  const { path } = await begin()
  const answer = await writer.post(`${path}/meetings`, meeting({ peoplePresent: '10' }))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('niet meer zijn dan')
})

/** An analysis that residents read, and that of the year after which replaced it. */
async function twoYears() {
  const first = await complete()
  await readAsSecond(first.path)
  await coordinator.post(`${first.path}/publication`, { version: await versionOn(first.path) })
  const opened = await writer.post(`${first.path}/next`, { version: await versionOn(first.path, writer) })
  const next = opened.headers.get('location') ?? ''
  expect(next).not.toBe(first.path)
  expect(await textOf(next)).toContain('Een bank aan elke halte')
  await writer.post(`${next}/contents`, { version: await versionOn(`${next}/contents`, writer) })
  await writer.post(`${next}/meetings`, meeting())
  await writer.post(`${next}/check`, { version: await versionOn(next, writer) })
  await readAsSecond(next)
  expect((await coordinator.post(`${next}/publication`, { version: await versionOn(next) })).status).toBe(303)
  expect(await textOf(first.path)).toContain('nu vervangen')
  return { first, next }
}

test('an earlier analysis, in which somebody was recognised after all, is taken off alone', async () => {
  const { first, next } = await twoYears()
  const publicPath = (path: string) => `/in/${here.slug}/analysis/${path.split('/').at(-1)}`
  expect((await world.as().get(publicPath(first.path))).status).toBe(200)
  const withdrawal = `${first.path}/withdrawal`
  expect(await textOf(first.path)).toContain(`href="${withdrawal}"`)
  expect(await textOf(withdrawal)).toContain('De analyse van nu blijft staan.')
  const taken = { version: await versionOn(withdrawal), reason: 'Een gezin was te herkennen.' }
  expect((await coordinator.post(`${first.path}/publication/removal`, taken)).status).toBe(303)
  expect((await world.as().get(publicPath(first.path))).status).toBe(404)
  expect((await world.as().get(publicPath(next))).status).toBe(200)
  // Taking off the newest afterwards brings back none that was taken off.
  const newest = { version: await versionOn(`${next}/withdrawal`), reason: 'Een cijfer was fout.' }
  expect((await coordinator.post(`${next}/publication/removal`, newest)).status).toBe(303)
  expect((await world.as().get(publicPath(first.path))).status).toBe(404)
})

test('withdrawing keeps the analysis with its reason, and the one before stands again', async () => {
  const { first, next } = await twoYears()
  const version = await versionOn(`${next}/withdrawal`)
  expect((await coordinator.post(`${next}/publication/removal`, { version })).status).toBe(422)
  expect(
    (await coordinator.post(`${next}/publication/removal`, { version, reason: 'Een cijfer was fout.' })).status,
  ).toBe(303)
  expect(await textOf(next)).toContain('Een cijfer was fout.')
  expect(await textOf(first.path)).not.toContain('nu vervangen')
})

describe('what residents read', () => {
  test('a draft is there for colleagues only; once published everybody reads it, in the own language around it', async () => {
    const { id, path } = await complete()
    const publicPath = `/in/${here.slug}/analysis/${id}`
    expect((await world.as().get(publicPath)).status).toBe(404)
    expect(await textOf(`${path}/document`)).toContain('U woont hier graag.')
    await readAsSecond(path)
    await coordinator.post(`${path}/publication`, { version: await versionOn(path) })
    expect(await textOf(`/in/${here.slug}/analysis`, world.as())).toContain(publicPath)
    const arabic = await textOf(`${publicPath}?lang=ar`, world.as())
    expect(arabic).toContain('dir="rtl"')
    expect(arabic).toContain('lang="nl" dir="ltr"')
    expect((await world.as().get(`${publicPath}/figures`)).status).toBe(200)
  })

  test('P13 how many residents were there is told from ten on, and as a limit only', async () => {
    const { path } = await complete()
    const page = await textOf(`${path}/document`)
    expect(page).toContain('minstens 30 bewoners')
    expect(page).not.toMatch(/>[^<]*\b34\b/)
  })

  test('the same comes as files, and as linked data to who asks for that', async () => {
    const { id, path } = await complete()
    await readAsSecond(path)
    await coordinator.post(`${path}/publication`, { version: await versionOn(path) })
    const publicPath = `/in/${here.slug}/analysis/${id}`
    for (const [file, type] of [
      ['analysis.pdf', 'application/pdf'],
      ['analysis.csv', 'text/csv; charset=utf-8'],
      ['analysis.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['analysis.jsonld', 'application/ld+json'],
    ] as const) {
      const answer = await world.as().get(`${publicPath}/${file}`)
      expect([file, answer.status, answer.headers.get('content-type')]).toEqual([file, 200, type])
    }
    const page = await world.as().get(publicPath)
    expect(page.headers.get('link')).toContain('rel="alternate"; type="application/ld+json"')
    const asked = await world.as().get(publicPath, { accept: 'application/ld+json' })
    expect(((await asked.json()) as { '@id': string })['@id']).toContain(publicPath)
    expect((await world.as().get(`${publicPath}/analysis.exe`)).status).toBe(404)
  })
})

test('beginning next year twice gives one new version', async () => {
  const { path } = await complete()
  await readAsSecond(path)
  await coordinator.post(`${path}/publication`, { version: await versionOn(path) })
  const version = await versionOn(path, writer)
  const once = await writer.post(`${path}/next`, { version })
  const twice = await writer.post(`${path}/next`, { version })
  expect(twice.headers.get('location')).toBe(once.headers.get('location'))
})

test('somebody of another municipality finds none of it', async () => {
  const { path } = await begin()
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const stranger = world.as(await makeStaff(world, elsewhere))
  for (const page of ['', '/edit', '/contents', '/texts/summary/nl', '/priorities/new', '/meetings/new', '/withdrawal'])
    expect((await stranger.get(path + page)).status, page).toBe(404)
  expect((await stranger.post(`${path}/meetings`, meeting())).status).toBe(404)
  expect((await stranger.get(`/analysis/neighbourhoods/${areaId}`)).status).toBe(404)
})
