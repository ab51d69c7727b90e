import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  answerByLink,
  newSurvey,
  openSurveyWorld,
  type SurveyWorld,
  sheetsOf,
  takeStep,
  versionOf,
} from '../../../../tests/support/surveys.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { demoPlaces } from '../../../registers/places/index.ts'

let here: SurveyWorld

beforeAll(async () => {
  here = await openSurveyWorld()
})
afterAll(() => here.world.close())

test('a survey is made as a draft, opened, and answered by link without anything kept of who', async () => {
  const survey = await newSurvey(here)
  expect((await here.world.as().get(`/in/pelt/survey/${survey.code}`)).status).toBe(404)
  expect((await takeStep(here, survey, 'opening')).status).toBe(303)
  const { response } = await answerByLink(here, survey.code, {
    'q.likesHere': 'yes',
    'q.cares': 'no',
    'q.betterHere': 'Meer bankjes',
  })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(`/in/pelt/survey/${survey.code}/thanks`)
  expect(response.headers.get('set-cookie')).toBeNull()
  const [sheet] = await sheetsOf(here, survey.id)
  expect(sheet).toMatchObject({
    mode: 'link',
    language: 'nl',
    answered_month: '2026-11',
    neighbourhood_id: null,
    answers: { likesHere: 'yes', cares: 'no' },
  })
  expect(JSON.stringify(sheet)).not.toContain('bankjes')
  // A random identifier: one of version 7 would tell the millisecond.
  expect(sheet?.id[14]).toBe('4')
})

test('neighbourhoods of an open survey can be added, never dropped, and what was typed stays', async () => {
  const { neighbourhoods: all } = await here.world.app.transact(systemActor(here.municipality.id, 'test'), (tx) =>
    demoPlaces(tx, demoWorld(7, here.municipality.id, '2026-11-23')),
  )
  const [one = '', other = ''] = all.map(({ id }) => id)
  const survey = await newSurvey(here, { neighbourhoods: [one] })
  await takeStep(here, survey, 'opening')
  const change = { id: survey.id, questionnaire: 'pulse', title: 'Winterpols', closesOn: '2026-12-24' }
  for (const neighbourhoods of [[], [other]]) {
    const sent = { ...change, version: await versionOf(here, survey.id), neighbourhoods }
    const refused = await here.coordinator.post(survey.path, sent)
    const page = await refused.text()
    expect([refused.status, page.includes('buurten kunnen erbij komen, niet weggaan')]).toEqual([422, true])
    expect(page).toContain('value="Winterpols"')
  }
  await here.world.database.owner
    .updateTable('places.area')
    .set({ gone_on: '2026-11-20' })
    .where('id', '=', one)
    .execute()
  expect(await (await here.coordinator.get(`${survey.path}/edit`)).text()).toContain(`value="${one}"`)
  const sent = { ...change, version: await versionOf(here, survey.id), neighbourhoods: [one, other] }
  expect((await here.coordinator.post(survey.path, sent)).status).toBe(303)
})

test('who came second to a survey is told, and a visitor changes nothing', async () => {
  const survey = await newSurvey(here)
  await takeStep(here, survey, 'opening')
  expect((await here.coordinator.post(`${survey.path}/opening`, { version: '1' })).status).toBe(409)
  const change = { id: survey.id, version: '1', questionnaire: 'pulse', title: 'Anders', closesOn: '2026-12-24' }
  expect((await here.coordinator.post(survey.path, change)).status).toBe(409)
  expect((await here.coordinator.post(survey.path, { ...change, version: '2', closesOn: '2020-01-01' })).status).toBe(
    422,
  )
  expect((await here.coordinator.post(survey.path, { ...change, version: '2' })).status).toBe(303)
  for (const path of [`${survey.path}/edit`, '/analysis/surveys/new', `${survey.path}/type-in`, `${survey.path}/paper`])
    expect((await here.visitor.get(path)).status).toBe(403)
})

test('paper in large print is the same for everybody and has no number', async () => {
  const survey = await newSurvey(here)
  await takeStep(here, survey, 'opening')
  const one = await (await here.coordinator.get(`${survey.path}/paper?language=ar`)).text()
  expect(one).toContain('كيف هو حيّك؟')
  expect(one).toBe(await (await here.colleague.get(`${survey.path}/paper?language=ar`)).text())
})
