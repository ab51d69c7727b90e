import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meeting, openReportWorld, type ReportWorld } from '../../../../tests/support/reports.ts'

let at: ReportWorld
beforeAll(async () => {
  at = await openReportWorld()
})
afterAll(() => at.world.close())

test('P14 an analysis keeps no words that a finding rests on, for nobody reads those as second', async () => {
  const findingId = uuidv7()
  const finding = { id: findingId, kind: 'need', statement: 'De bus rijdt te weinig.', theme: 'mobility' }
  await at.writer.post('/analysis/findings', { ...finding, restsOn: 'noPeople', neighbourhoodIds: at.areaId })
  const voice = {
    id: uuidv7(),
    version: '1',
    kind: 'conversation',
    source: 'Markt',
    says: 'Ik sta elke dinsdag alleen.',
  }
  expect((await at.writer.post(`/analysis/findings/${findingId}/voices`, voice)).status).toBe(303)
  const { id, path } = await at.begin()
  await at.writer.post(`${path}/contents`, {
    version: await at.versionOn(`${path}/contents`, at.writer),
    offeredFindings: findingId,
    findings: findingId,
  })
  const { contents } = await at.world.database.owner
    .selectFrom('analysis.report')
    .select('contents')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(contents)).toContain('De bus rijdt te weinig.')
  expect(JSON.stringify(contents)).not.toContain('elke dinsdag alleen')
})

test('two people write in different parts at once; in the same part the second reads who was first', async () => {
  const { path } = await at.begin()
  await at.writer.post(`${path}/texts/summary/nl`, { version: '0', text: 'De bakker kent iedereen.' })
  expect(
    (await at.coordinator.post(`${path}/texts/conclusion/nl`, { version: '0', text: 'Zo gaan we door.' })).status,
  ).toBe(303)
  const second = await at.coordinator.post(`${path}/texts/summary/nl`, {
    version: '0',
    text: 'De slager kent iedereen.',
  })
  expect(second.status).toBe(409)
  expect(await second.text()).toContain('De slager kent iedereen.')
})

test('P12 a telephone number does not get into a text, and what was typed is kept', async () => {
  const { path } = await at.begin()
  const answer = await at.writer.post(`${path}/texts/summary/nl`, { version: '0', text: 'Bel Rita op 0470 12 34 56.' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Bel Rita')
})

test('looking how a text reads keeps nothing and names the hard sentences', async () => {
  const { path } = await at.begin()
  const hard = 'De intersectorale beleidsvoorbereiding vereist participatieve netwerkontwikkeling.'
  const page = await (
    await at.writer.post(`${path}/texts/summary/nl`, { version: '0', text: hard, look: 'yes' })
  ).text()
  expect(page).toContain('Leest moeilijk')
  expect(await at.textOf(`${path}/texts/summary/nl`, at.writer)).not.toContain('intersectorale')
})

test('a group cannot have more people than were there', async () => {
  const { path } = await at.begin()
  const answer = await at.writer.post(`${path}/meetings`, meeting({ peoplePresent: '10' }))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('niet meer zijn dan')
})
