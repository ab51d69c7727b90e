import { readXlsx } from 'hucre/xlsx'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import type { Role } from '../../../../platform/access/actor.ts'
import { workbookOf } from '../../../../platform/spreadsheet/workbook.ts'
import { markOf } from './translation.ts'

let world: World
let here: TestMunicipality
let writer: Browser
let coordinator: Browser

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  writer = await asRole('communityWorker')
  coordinator = await asRole('coordinator')
})
afterAll(() => world.close())

const asRole = async (role: Role) => world.as(await makeStaff(world, here, { role }))
const pageOf = async (path: string, as: Browser = coordinator) => (await as.get(path)).text()
const valueOn = async (path: string, name: string, as: Browser = coordinator) =>
  (await pageOf(path, as)).match(new RegExp(`name="${name}" value="(\\d+)"`))?.[1] ?? ''
const summary = 'U woont hier graag. De bus rijdt te weinig.'

/** A report with everything in it but the second reading. */
async function complete() {
  const id = uuidv7()
  const path = `/analysis/reports/${id}`
  await writer.post('/analysis/reports', { id, title: 'Zo leeft de Molenhoek', aboutYear: '2026', language: 'nl' })
  await writer.post(`${path}/texts/summary/nl`, { version: '0', text: summary })
  await writer.post(`${path}/contents`, { version: await valueOn(`${path}/contents`, 'version', writer) })
  await writer.post(`${path}/priorities`, {
    ...{ id: uuidv7(), version: '0', place: '1', title: 'Een bank', why: 'Wie moe is, moet kunnen zitten.' },
    ...{ chosenBy: 'dots', residentsPresent: '34' },
  })
  await writer.post(`${path}/meetings`, {
    ...{ id: uuidv7(), version: '0', heldOn: '2026-11-20', heldAt: 'Buurthuis', invitedHow: 'Een brief.' },
    ...{ peoplePresent: '34', confirmed: 'De bus.' },
  })
  await writer.post(`${path}/check`, { version: await valueOn(path, 'version', writer) })
  return { id, path, public: `/in/${here.slug}/analysis/${id}` }
}

async function publish(path: string) {
  const seen = { version: await valueOn(path, 'version'), editNumber: await valueOn(path, 'editNumber') }
  await coordinator.post(`${path}/reading`, { ...seen, isUnrecognisable: 'yes' })
  return coordinator.post(`${path}/publication`, { version: await valueOn(path, 'version') })
}

const translated = (text: string, over: Record<string, string> = {}) => ({
  ...{ version: '0', 'text.summary': text, 'mark.summary': markOf(summary) },
  ...over,
})

test('residents read what was translated, and the rest as it was written, marked and with a quiet word', async () => {
  const report = await complete()
  expect((await writer.post(`${report.path}/translations/ar`, translated('تحبون السكن هنا.'))).status).toBe(303)
  expect((await publish(report.path)).status).toBe(303)
  const page = await pageOf(`${report.public}?lang=ar`, world.as())
  expect(page).toContain('تحبون السكن هنا.')
  expect(page).not.toContain(summary)
  expect(page).toContain('<span lang="nl" dir="ltr">Een bank</span>')
  expect(page).toContain('هذا الجزء لم يُترجم بعد.')
  expect(await pageOf(`${report.public}?lang=nl`, world.as())).not.toContain('nog niet vertaald')
})

test('the list of analyses calls each by its title in the language of the reader, where it has one', async () => {
  const report = await complete()
  const title = /<h1[^>]*>([^<]*)</.exec(await pageOf(report.path, writer))?.[1] ?? ''
  const typed = { version: '0', 'text.title': 'كيف نعيش هنا', 'mark.title': markOf(title) }
  await writer.post(`${report.path}/translations/ar`, typed)
  await publish(report.path)
  const list = (language: string) => pageOf(`/in/${here.slug}/analysis?lang=${language}`, world.as())
  const link = (language: string) => new RegExp(`href="${report.public}"[^>]*>(?:<[^>]*>)*([^<]*)<`).exec(language)?.[1]
  expect(link(await list('ar'))).toBe('كيف نعيش هنا')
  expect(link(await list('fr'))).toBe(title)
})

test('P14 a translation asks for reading the report anew, as every change does', async () => {
  const { path } = await complete()
  const seen = { version: await valueOn(path, 'version'), editNumber: await valueOn(path, 'editNumber') }
  await coordinator.post(`${path}/reading`, { ...seen, isUnrecognisable: 'yes' })
  await writer.post(`${path}/translations/fr`, translated('Vous aimez vivre ici.'))
  expect((await coordinator.post(`${path}/publication`, { version: await valueOn(path, 'version') })).status).toBe(409)
})

test('a text that changes makes its translation older: residents get the text until somebody looked', async () => {
  const report = await complete()
  const page = `${report.path}/translations/fr`
  await writer.post(page, translated('Vous aimez vivre ici.'))
  const now = 'U woont hier graag. De bus rijdt nu vaker.'
  await writer.post(`${report.path}/texts/summary/nl`, { version: '1', text: now })
  expect(await pageOf(page, writer)).toContain('de tekst veranderde sindsdien')
  await publish(report.path)
  expect(await pageOf(`${report.public}?lang=fr`, world.as())).not.toContain('Vous aimez vivre ici.')
})

test('an older translation that still holds is kept with one tick', async () => {
  const { path } = await complete()
  const page = `${path}/translations/fr`
  await writer.post(page, translated('Vous aimez vivre ici.'))
  await writer.post(`${path}/texts/summary/nl`, { version: '1', text: `${summary}.` })
  await writer.post(page, translated('Vous aimez vivre ici.', { version: '1', 'holds.summary': 'yes' }))
  expect(await pageOf(page, writer)).not.toContain('de tekst veranderde sindsdien')
})

test('P14 what is translated after publishing waits for a second reader who did not write it', async () => {
  const report = await complete()
  await publish(report.path)
  const page = `${report.path}/translations/fr`
  expect((await coordinator.post(page, translated('Vous aimez vivre ici.'))).status).toBe(303)
  expect(await pageOf(`${report.public}?lang=fr`, world.as())).not.toContain('Vous aimez')
  const reading = { version: '1', isUnrecognisable: 'yes' }
  expect((await coordinator.post(`${page}/reading`, reading)).status).toBe(422)
  const reader = await asRole('socialWorker')
  expect(await pageOf('/today', reader)).toContain(page)
  expect((await reader.post(`${page}/reading`, { version: '1' })).status).toBe(422)
  expect((await reader.post(`${page}/reading`, { ...reading, version: '7' })).status).toBe(409)
  expect((await reader.post(`${page}/reading`, reading)).status).toBe(303)
  const french = await pageOf(`${report.public}?lang=fr`, world.as())
  expect(french).toContain('Vous aimez vivre ici.')
  expect(french).toContain('La traduction a été ajoutée plus tard')
})

test('what is corrected after publishing leaves readers what they had until a second read it', async () => {
  const report = await complete()
  const page = `${report.path}/translations/fr`
  await writer.post(page, translated('Vous aimez vivre ici.'))
  await publish(report.path)
  await writer.post(page, translated('Vous vivez bien ici.', { version: '1' }))
  expect(await pageOf(`${report.public}?lang=fr`, world.as())).toContain('Vous aimez vivre ici.')
  await (await asRole('socialWorker')).post(`${page}/reading`, { version: '2', isUnrecognisable: 'yes' })
  expect(await pageOf(`${report.public}?lang=fr`, world.as())).toContain('Vous vivez bien ici.')
})

test('who came second is told so, and keeps what was typed', async () => {
  const { path } = await complete()
  await writer.post(`${path}/translations/fr`, translated('Vous aimez vivre ici.'))
  const second = await coordinator.post(`${path}/translations/fr`, translated('Vous vivez bien ici.'))
  expect(second.status).toBe(409)
  expect(await second.text()).toContain('Vous vivez bien ici.')
})

test('P12 a telephone number does not get into a translation, typed or in a sheet', async () => {
  const { path } = await complete()
  const page = `${path}/translations/fr`
  const typed = await writer.post(page, translated('Appelez Rita au 0470 12 34 56.'))
  expect(typed.status).toBe(422)
  expect(await typed.text()).toContain('Appelez Rita')
  const sheet = await sheetOf([['summary', summary, 'Appelez Rita au 0470 12 34 56.']])
  const sent = await writer.postFiles(`${page}/sheet`, sheet)
  expect(sent.status).toBe(422)
  expect(await sent.text()).toContain('translation')
})

test('a translator who does not work here takes a sheet along, and what comes back says from which text', async () => {
  const { path } = await complete()
  const page = `${path}/translations/fr`
  const { sheets } = await readXlsx(new Uint8Array(await (await writer.get(`${page}/sheet.xlsx`)).arrayBuffer()))
  expect(sheets[0]?.rows.map((row) => row[0])).toContain('summary')
  const back = await sheetOf([
    ['summary', summary, "'-Vous aimez vivre ici."],
    ['title', 'Een vroegere titel', 'La vie ici'],
    ['finding.gone.statement', 'Weg', 'Parti'],
  ])
  expect((await writer.postFiles(`${page}/sheet`, back)).status).toBe(303)
  const shown = await pageOf(page, writer)
  expect(shown).toContain('-Vous aimez vivre ici.')
  expect(shown.match(/de tekst veranderde sindsdien/g)?.length).toBe(1)
})

test('the year after, translations come along with their priorities', async () => {
  const report = await complete()
  const page = await pageOf(`${report.path}/translations/fr`, writer)
  const key = page.match(/name="text\.(priority\.[^"]+\.title)"/)?.[1] ?? ''
  const typed = { version: '0', [`text.${key}`]: 'Un banc', [`mark.${key}`]: markOf('Een bank') }
  await writer.post(`${report.path}/translations/fr`, typed)
  await publish(report.path)
  const opened = await writer.post(`${report.path}/next`, { version: await valueOn(report.path, 'version', writer) })
  expect(await pageOf(`${opened.headers.get('location')}/translations/fr`, writer)).toContain('Un banc')
})

test('the language it was written in, and one the municipality does not offer, are no translations', async () => {
  const { path } = await complete()
  expect((await writer.get(`${path}/translations/nl`)).status).toBe(404)
  expect((await writer.get(`${path}/translations/xx`)).status).toBe(404)
  expect((await writer.post(`${path}/texts/summary/fr`, { version: '0', text: 'Bonjour.' })).status).toBe(404)
})

test('who reads but does not write sees text and translation, without a form', async () => {
  const { path } = await complete()
  const policyMaker = await asRole('policyMaker')
  expect(await pageOf(`${path}/translations/fr`, policyMaker)).not.toContain('<textarea')
  expect((await policyMaker.post(`${path}/translations/fr`, translated('Bonjour.'))).status).toBe(403)
})

async function sheetOf(
  rows: readonly (readonly [key: string, source: string, translation: string])[],
): Promise<FormData> {
  const workbook = await workbookOf([{ name: 'translation', rows: [['key', 'source', 'translation'], ...rows] }])
  const form = new FormData()
  form.set('version', '0')
  form.set('file', new File([new Uint8Array(workbook)], 'frans.xlsx'))
  return form
}
