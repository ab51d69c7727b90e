import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { meeting, openReportWorld, priority, type ReportWorld, reports } from '../../../../tests/support/reports.ts'
import { makeMunicipality, makeStaff } from '../../../../tests/support/world.ts'
import { type Role, roles } from '../../../platform/access/actor.ts'

let at: ReportWorld
beforeAll(async () => {
  at = await openReportWorld()
})
afterAll(() => at.world.close())

describe('who may what (chapter 16, analysis findings)', () => {
  const writes: readonly Role[] = ['communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup']
  test.each(roles)('%s', async (role) => {
    const somebody = await at.asRole(role)
    const { path } = await at.begin()
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
  const { path } = await at.begin()
  const page = await at.textOf('/analysis')
  expect(page).toContain('Molenhoek')
  expect(page).toContain('in de maak')
  expect(await at.textOf(`/analysis/neighbourhoods/${at.areaId}`)).toContain(path)
})

test('a municipality without neighbourhoods reads what to bring in first', async () => {
  const empty = await makeMunicipality(at.world, 'Leegem', '99003')
  const page = await (await at.world.as(await makeStaff(at.world, empty)).get('/analysis')).text()
  expect(page).toContain('Begin met de kaart')
  expect(page).toContain('statbel.fgov.be')
})

describe('what residents read', () => {
  test('a draft is there for colleagues only; once published everybody reads it, in the own language around it', async () => {
    const { id, path } = await at.complete()
    const publicPath = `/in/${at.here.slug}/analysis/${id}`
    expect((await at.world.as().get(publicPath)).status).toBe(404)
    expect(await at.textOf(`${path}/document`)).toContain('U woont hier graag.')
    await at.readAsSecond(path)
    await at.coordinator.post(`${path}/publication`, { version: await at.versionOn(path) })
    expect(await at.textOf(`/in/${at.here.slug}/analysis`, at.world.as())).toContain(publicPath)
    const arabic = await at.textOf(`${publicPath}?lang=ar`, at.world.as())
    expect(arabic).toContain('dir="rtl"')
    expect(arabic).toContain('lang="nl" dir="ltr"')
    expect((await at.world.as().get(`${publicPath}/figures`)).status).toBe(200)
  })

  test('P13 how many residents were there is told from ten on, and as a limit only', async () => {
    const { path } = await at.complete()
    const page = await at.textOf(`${path}/document`)
    expect(page).toContain('minstens 30 bewoners')
    expect(page).not.toMatch(/>[^<]*\b34\b/)
  })

  test('the same comes as files, and as linked data to who asks for that', async () => {
    const { id, path } = await at.complete()
    await at.readAsSecond(path)
    await at.coordinator.post(`${path}/publication`, { version: await at.versionOn(path) })
    const publicPath = `/in/${at.here.slug}/analysis/${id}`
    for (const [file, type] of [
      ['analysis.pdf', 'application/pdf'],
      ['analysis.csv', 'text/csv; charset=utf-8'],
      ['analysis.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['analysis.jsonld', 'application/ld+json'],
    ] as const) {
      const answer = await at.world.as().get(`${publicPath}/${file}`)
      expect([file, answer.status, answer.headers.get('content-type')]).toEqual([file, 200, type])
    }
    const page = await at.world.as().get(publicPath)
    expect(page.headers.get('link')).toContain('rel="alternate"; type="application/ld+json"')
    const asked = await at.world.as().get(publicPath, { accept: 'application/ld+json' })
    expect(((await asked.json()) as { '@id': string })['@id']).toContain(publicPath)
    expect((await at.world.as().get(`${publicPath}/analysis.exe`)).status).toBe(404)
  })
})

test('somebody of another municipality finds none of it', async () => {
  const { path } = await at.begin()
  const elsewhere = await makeMunicipality(at.world, 'Elders', '99002')
  const stranger = at.world.as(await makeStaff(at.world, elsewhere))
  for (const page of ['', '/edit', '/contents', '/texts/summary/nl', '/priorities/new', '/meetings/new', '/withdrawal'])
    expect((await stranger.get(path + page)).status, page).toBe(404)
  expect((await stranger.post(`${path}/meetings`, meeting())).status).toBe(404)
  expect((await stranger.get(`/analysis/neighbourhoods/${at.areaId}`)).status).toBe(404)
})
