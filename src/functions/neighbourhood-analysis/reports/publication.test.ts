import { afterAll, beforeAll, expect, test } from 'vitest'
import { meeting, openReportWorld, priority, type ReportWorld } from '../../../../tests/support/reports.ts'

let at: ReportWorld
beforeAll(async () => {
  at = await openReportWorld()
})
afterAll(() => at.world.close())

test('an analysis goes from empty to published, and cannot before everything is there', async () => {
  const { path } = await at.complete()
  expect((await at.coordinator.post(`${path}/publication`, { version: await at.versionOn(path) })).status).toBe(409)
  expect((await at.readAsSecond(path)).status).toBe(303)
  expect((await at.coordinator.post(`${path}/publication`, { version: await at.versionOn(path) })).status).toBe(303)
  expect(await at.textOf(path)).toContain('gepubliceerd op')
  expect((await at.writer.post(`${path}/priorities`, priority())).status).toBe(409)
})

test('P14 who changed it last does not read it as second, and a change asks for reading anew', async () => {
  const { path } = await at.complete()
  await at.coordinator.post(`${path}/texts/conclusion/nl`, { version: '0', text: 'De lijn moet langer rijden.' })
  expect(await at.textOf(path)).not.toContain('Ik las alles')
  const other = await at.asRole('coordinator')
  const version = await at.versionOn(path)
  const editNumber = await at.editNumberOn(path, other)
  const reading = { version, editNumber, isUnrecognisable: 'yes' }
  expect((await at.coordinator.post(`${path}/reading`, reading)).status).toBe(422)
  expect((await other.post(`${path}/reading`, { version, editNumber })).status).toBe(422)
  expect((await other.post(`${path}/reading`, reading)).status).toBe(303)
  await at.writer.post(`${path}/texts/introduction/nl`, { version: '0', text: 'Wij gingen langs bij veel mensen.' })
  expect((await at.coordinator.post(`${path}/publication`, { version: await at.versionOn(path) })).status).toBe(409)
})

test('P14 who wrote a text does not read it as second after somebody else changed a comma, nor the year after', async () => {
  const { path } = await at.complete()
  await at.coordinator.post(`${path}/texts/conclusion/nl`, { version: '0', text: 'De lijn moet langer rijden.' })
  await at.writer.post(`${path}/texts/introduction/nl`, { version: '0', text: 'Wij gingen langs bij veel mensen.' })
  const other = await at.asRole('coordinator')
  const version = await at.versionOn(path)
  const editNumber = await at.editNumberOn(path, other)
  const reading = { version, editNumber, isUnrecognisable: 'yes' }
  expect(await at.textOf(path)).not.toContain('Ik las alles')
  expect((await at.coordinator.post(`${path}/reading`, reading)).status).toBe(422)
  expect((await other.post(`${path}/reading`, reading)).status).toBe(303)
  await other.post(`${path}/publication`, { version: await at.versionOn(path, other) })
  const opened = await other.post(`${path}/next`, { version: await at.versionOn(path, other) })
  const next = opened.headers.get('location') ?? ''
  await at.writer.post(`${next}/meetings`, meeting())
  expect(await at.textOf(next)).not.toContain('Ik las alles')
  expect(await at.textOf(next, other)).toContain('Ik las alles')
})

test('a second reader finds on Vandaag what lacks only that, and then who publishes does', async () => {
  const { path } = await at.complete()
  const reader = await at.asRole('socialWorker')
  expect(await at.textOf('/today', reader)).toContain(path)
  expect(await at.textOf('/today', at.writer)).not.toContain(path)
  await at.readAsSecond(path)
  expect(await at.textOf('/today', reader)).not.toContain(path)
  expect(await at.textOf('/today')).toContain('klaar om te publiceren')
})

test('an earlier analysis, in which somebody was recognised after all, is taken off alone', async () => {
  const { first, next } = await at.twoYears()
  const publicPath = (path: string) => `/in/${at.here.slug}/analysis/${path.split('/').at(-1)}`
  expect((await at.world.as().get(publicPath(first.path))).status).toBe(200)
  const withdrawal = `${first.path}/withdrawal`
  expect(await at.textOf(first.path)).toContain(`href="${withdrawal}"`)
  expect(await at.textOf(withdrawal)).toContain('De analyse van nu blijft staan.')
  const taken = { version: await at.versionOn(withdrawal), reason: 'Een gezin was te herkennen.' }
  expect((await at.coordinator.post(`${first.path}/publication/removal`, taken)).status).toBe(303)
  expect((await at.world.as().get(publicPath(first.path))).status).toBe(404)
  expect((await at.world.as().get(publicPath(next))).status).toBe(200)
  // Taking off the newest afterwards brings back none that was taken off.
  const newest = { version: await at.versionOn(`${next}/withdrawal`), reason: 'Een cijfer was fout.' }
  expect((await at.coordinator.post(`${next}/publication/removal`, newest)).status).toBe(303)
  expect((await at.world.as().get(publicPath(first.path))).status).toBe(404)
})

test('withdrawing keeps the analysis with its reason, and the one before stands again', async () => {
  const { first, next } = await at.twoYears()
  const version = await at.versionOn(`${next}/withdrawal`)
  expect((await at.coordinator.post(`${next}/publication/removal`, { version })).status).toBe(422)
  expect(
    (await at.coordinator.post(`${next}/publication/removal`, { version, reason: 'Een cijfer was fout.' })).status,
  ).toBe(303)
  expect(await at.textOf(next)).toContain('Een cijfer was fout.')
  expect(await at.textOf(first.path)).not.toContain('nu vervangen')
})

test('beginning next year twice gives one new version', async () => {
  const { path } = await at.complete()
  await at.readAsSecond(path)
  await at.coordinator.post(`${path}/publication`, { version: await at.versionOn(path) })
  const version = await at.versionOn(path, at.writer)
  const once = await at.writer.post(`${path}/next`, { version })
  const twice = await at.writer.post(`${path}/next`, { version })
  expect(twice.headers.get('location')).toBe(once.headers.get('location'))
})
