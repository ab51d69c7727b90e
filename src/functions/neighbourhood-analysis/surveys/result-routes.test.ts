import { afterAll, beforeAll, expect, test } from 'vitest'
import { doWaitingJobs } from '../../../../tests/support/jobs.ts'
import {
  answerAtOnce,
  answerByLink,
  newSurvey,
  openSurveyWorld,
  type SurveyWorld,
  takeStep,
} from '../../../../tests/support/surveys.ts'

let here: SurveyWorld

beforeAll(async () => {
  here = await openSurveyWorld()
})
afterAll(() => here.world.close())

test('P13 there is no result while answers come in, and none below twenty', async () => {
  const survey = await newSurvey(here)
  await takeStep(here, survey, 'opening')
  for (let sheet = 0; sheet < 19; sheet += 1)
    await answerAtOnce(here, survey.code, { 'q.likesHere': sheet < 8 ? 'no' : 'yes' })
  expect(await (await here.visitor.get(`${survey.path}/results`)).text()).toContain('De bevraging loopt nog')
  expect(await (await here.visitor.get(survey.path)).text()).toContain('Minder dan 20 antwoorden')
  await takeStep(here, survey, 'finishing')
  const few = await (await here.visitor.get(`${survey.path}/results`)).text()
  expect(few).toContain('Te weinig antwoorden')
  expect(few).not.toContain('Woont u hier graag?')
  expect((await here.visitor.get(`${survey.path}/results.csv`)).status).toBe(404)

  await takeStep(here, survey, 'reopening')
  await answerByLink(here, survey.code, { 'q.likesHere': 'yes' })
  await takeStep(here, survey, 'finishing')
  const page = await (await here.visitor.get(`${survey.path}/results`)).text()
  expect(page).toContain('Woont u hier graag?')
  // Eight said no: fewer than ten, so hidden, and with it another that it could be worked out from.
  expect(page).toContain('verborgen')
  expect(page).not.toContain('>8<')
  expect(page).not.toContain('>12<')
  const csv = await (await here.visitor.get(`${survey.path}/results.csv`)).text()
  expect(csv).toContain('Eigen bevraging van Pelt')
  expect(csv).not.toMatch(/;8;|;12;/)
  expect((await here.visitor.get(`${survey.path}/results.xlsx`)).status).toBe(200)
})

test('the indicators of a finished survey stand among the figures, with the survey as their source', async () => {
  const survey = await newSurvey(here, { title: 'Pols van de winter' })
  await takeStep(here, survey, 'opening')
  for (let sheet = 0; sheet < 30; sheet += 1)
    await answerAtOnce(here, survey.code, { 'q.alone': sheet < 12 ? 'often' : 'never' })
  await takeStep(here, survey, 'finishing')
  await doWaitingJobs(here.world)
  const figures = await here.world.database.owner
    .selectFrom('analysis.indicator_value as f')
    .innerJoin('analysis.dataset as d', 'd.id', 'f.dataset_id')
    .select(['f.indicator', 'f.value', 'f.period', 'f.level', 'd.source'])
    .where('d.source', '=', 'Pelt: Pols van de winter')
    .where('f.indicator', '=', 'loneliness')
    .execute()
  expect(figures).toEqual([
    {
      indicator: 'loneliness',
      value: 40,
      period: '2026-11',
      level: 'municipality',
      source: 'Pelt: Pols van de winter',
    },
  ])
})

test('P13 with results there is no way back, so that nobody sees what one more answer changes', async () => {
  const survey = await newSurvey(here)
  await takeStep(here, survey, 'opening')
  for (let sheet = 0; sheet < 20; sheet += 1) await answerAtOnce(here, survey.code, { 'q.likesHere': 'yes' })
  await takeStep(here, survey, 'finishing')
  expect(await (await here.coordinator.get(survey.path)).text()).not.toContain('Opnieuw openen')
  await takeStep(here, survey, 'reopening')
  const row = await here.world.database.owner
    .selectFrom('analysis.survey')
    .select('state')
    .where('id', '=', survey.id)
    .executeTakeFirst()
  expect(row?.state).toBe('finished')
})
