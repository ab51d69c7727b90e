import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishedData } from '../../../../tests/support/published-data.ts'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { keepForm } from './workbook/keep-form.ts'

let world: World
let here: TestMunicipality
let steering: StaffActor
let coordinator: Browser
let colleague: Browser
let visitor: Browser

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world, 'Pelt', '72043')
  steering = await makeStaff(world, here)
  coordinator = world.as(steering)
  colleague = world.as(await makeStaff(world, here))
  visitor = world.as(await makeStaff(world, here, { role: 'visitor' }))
})
afterAll(() => world.close())

const fileAt = (path: string) => new File([readFileSync(publishedData(`surveys/${path}`))], basename(path))

function sent(file: File | undefined, over: Readonly<Record<string, string | File>> = {}): FormData {
  const form = new FormData()
  if (file) form.set('file', file)
  for (const [key, value] of Object.entries({ language: 'nl', ...over })) form.set(key, value)
  return form
}
const send = (browser: Browser, form: FormData) => browser.postFiles('/analysis/surveys/imports', form)
const pathOf = (response: Response) => response.headers.get('location') ?? ''

test('a workbook is looked at, only by who sent it, and kept as a questionnaire to ask', async () => {
  const answer = await send(coordinator, sent(fileAt('xlsform/widgets.xls')))
  expect(answer.status).toBe(303)
  const look = await (await coordinator.get(pathOf(answer))).text()
  for (const words of ['select one widget', 'Vragen naar een plaats op de kaart vallen weg: my_geopoint, locationMap'])
    expect(look).toContain(words)
  expect((await colleague.get(pathOf(answer))).status).toBe(404)
  const kept = await coordinator.post(`${pathOf(answer)}/confirmation`, { title: 'widgets' })
  expect(kept.status).toBe(303)
  expect(await (await visitor.get(pathOf(kept))).text()).toContain('select one widget')
  expect((await coordinator.post(`${pathOf(answer)}/confirmation`, { title: 'widgets' })).status).toBe(404)
  const id = pathOf(kept).split('/').at(-1) ?? ''
  expect(await (await coordinator.get(`/analysis/surveys/new?questionnaire=${id}`)).text()).toContain(`value="${id}"`)
})

test('a form that is refused says sheet, row and column and what to do; nothing changed', async () => {
  const answer = await send(coordinator, sent(fileAt('xlsform/duplicate_columns.xlsx'), { permission: 'Ja, in mei' }))
  expect(answer.status).toBe(422)
  const page = await answer.text()
  for (const words of ['survey', 'label', 'stands twice', 'Ja, in mei']) expect(page).toContain(words)
  expect((await send(coordinator, sent(undefined))).status).toBe(422)
  expect((await send(coordinator, sent(new File(['niets'], 'niets.xlsx')))).status).toBe(422)
  expect((await send(coordinator, sent(fileAt('kobo/selectone_to_multiple-submissions.json')))).status).toBe(422)
})

const owner = () => world.database.owner
const surveyAt = (path: string) => path.split('/').at(-1) ?? ''

test('answers of Kobo become a running survey, without name, device or moment; the same export again counts once', async () => {
  const importOnce = async () => {
    const answer = await send(coordinator, sent(fileAt('kobo/customer_satisfaction-v1.json')))
    return coordinator.post(`${pathOf(answer)}/confirmation`, { title: 'Uit Kobo' })
  }
  const survey = surveyAt(pathOf(await importOnce()))
  expect(surveyAt(pathOf(await importOnce()))).toBe(survey)
  const sheets = await owner()
    .selectFrom('analysis.survey_answer')
    .selectAll()
    .where('survey_id', '=', survey)
    .execute()
  expect(
    sheets.map(({ mode, language, answered_month, answers }) => ({ mode, language, answered_month, answers })),
  ).toEqual(
    expect.arrayContaining([
      { mode: 'imported', language: 'und', answered_month: '2016-04', answers: { customer_enjoyment: 'yes' } },
    ]),
  )
  expect(sheets.length).toBe(3)
  expect(JSON.stringify(sheets)).not.toMatch(/Felipes|90dd7750|user1/)
})

test('a form whose answers were not written yet still waits, and is pressed again', async () => {
  const answer = await send(coordinator, sent(fileAt('kobo/or_other-v1.json')))
  const cutOff: Transact = (actor, work) =>
    actor.kind === 'system' ? Promise.reject(new Error('cut off')) : world.app.transact(actor, work)
  const needs = { transact: cutOff, secret: randomBytes(32) }
  await expect(keepForm(needs, steering, surveyAt(pathOf(answer)), 'Keizers', '2026-11-23')).rejects.toThrow('cut off')
  const kept = await coordinator.post(`${pathOf(answer)}/confirmation`, { title: 'Keizers' })
  const sheets = await owner()
    .selectFrom('analysis.survey_answer')
    .select('id')
    .where('survey_id', '=', surveyAt(pathOf(kept)))
    .execute()
  expect(sheets.length).toBeGreaterThan(2)
})

test('a form in one file and its answers in another are read together', async () => {
  const form = fileAt('kobo/selectone_to_multiple-v3_selectmultiple.json')
  const answers = fileAt('kobo/selectone_to_multiple-submissions.json')
  const answer = await send(coordinator, sent(form, { answers }))
  const look = await (await coordinator.get(pathOf(answer))).text()
  for (const words of ['Minder dan 20 antwoorden', 'v1_text1, v2_select1', 'Antwoorden die niet in de lijst staan'])
    expect(look).toContain(words)
  const kept = await coordinator.post(`${pathOf(answer)}/confirmation`, { title: 'Twee bestanden' })
  const survey = surveyAt(pathOf(kept))
  const sheets = await owner()
    .selectFrom('analysis.survey_answer')
    .select('answers')
    .where('survey_id', '=', survey)
    .execute()
  expect(sheets.length).toBe(7)
})

test('what residents wrote in an export is sealed from the first moment', async () => {
  const answer = await send(coordinator, sent(fileAt('kobo/or_other-v1.json')))
  const waiting = await owner().selectFrom('analysis.survey_import').selectAll().execute()
  expect(JSON.stringify(waiting.map(({ content }) => content))).not.toContain('Nero')
  const kept = await coordinator.post(`${pathOf(answer)}/confirmation`, { title: 'Keizers' })
  const texts = await owner()
    .selectFrom('analysis.survey_text')
    .selectAll()
    .where('survey_id', '=', surveyAt(pathOf(kept)))
    .execute()
  expect(texts.length).toBeGreaterThan(2)
  expect(texts.some(({ text_sealed }) => text_sealed.toString('latin1').includes('Nero'))).toBe(false)
})

test('the same version with other words is refused: one version is one wording', async () => {
  const form = (label: string) =>
    new File(
      [
        JSON.stringify({
          id_string: 'eigen',
          version: '1',
          content: { survey: [{ type: 'integer', name: 'hours', label }] },
        }),
      ],
      'eigen.json',
    )
  const first = await send(coordinator, sent(form('Hoeveel uur?')))
  await coordinator.post(`${pathOf(first)}/confirmation`, { title: 'Eigen' })
  const second = await send(coordinator, sent(form('Hoeveel uren?')))
  const refused = await coordinator.post(`${pathOf(second)}/confirmation`, { title: 'Eigen' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Geef het formulier een nieuw versienummer')
})

test('a form that is not wanted is forgotten, and a visitor sends nothing', async () => {
  const path = pathOf(await send(coordinator, sent(fileAt('xlsform/group.xlsx'))))
  expect((await coordinator.post(`${path}/withdrawal`, {})).status).toBe(303)
  expect((await coordinator.get(path)).status).toBe(404)
  expect((await visitor.get('/analysis/surveys/imports/new')).status).toBe(403)
  expect((await send(visitor, sent(fileAt('xlsform/group.xlsx')))).status).toBe(403)
})
