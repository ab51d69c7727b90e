import { afterAll, beforeAll, expect, test } from 'vitest'
import {
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

test('P14 what somebody wrote is quoted only after a second person agreed with the same words', async () => {
  const survey = await newSurvey(here)
  await takeStep(here, survey, 'opening')
  await answerByLink(here, survey.code, { 'q.goodHere': 'De bakker Jan is lief' })
  await takeStep(here, survey, 'finishing')
  const page = await (await here.coordinator.get(`${survey.path}/texts`)).text()
  expect(page).toContain('De bakker Jan is lief')
  const reading = /action="([^"]+\/reading)"/.exec(page)?.[1] ?? ''
  const state = async () =>
    await here.world.database.owner
      .selectFrom('analysis.survey_text')
      .select(['state', 'version'])
      .where('survey_id', '=', survey.id)
      .executeTakeFirst()
  await here.coordinator.post(reading, { version: '1', text: 'De bakker is lief', decision: 'propose' })
  expect(await state()).toMatchObject({ state: 'proposed', version: 2 })
  await here.coordinator.post(reading, { version: '2', text: 'De bakker is lief', decision: 'agree' })
  expect(await state()).toMatchObject({ state: 'proposed' })
  await here.colleague.post(reading, { version: '2', text: 'De bakker Jan is lief', decision: 'agree' })
  expect(await state()).toMatchObject({ state: 'proposed' })
  await here.colleague.post(reading, { version: '2', text: 'De bakker is lief', decision: 'agree' })
  expect(await state()).toMatchObject({ state: 'quotable' })
  expect((await here.colleague.post(reading, { version: '2', text: 'x', decision: 'withhold' })).status).toBe(409)
})

test('P14 words with a number are not proposed, what was typed stays, and they can still be withheld', async () => {
  const survey = await newSurvey(here)
  await takeStep(here, survey, 'opening')
  await answerByLink(here, survey.code, { 'q.goodHere': 'De bakker is lief' })
  await takeStep(here, survey, 'finishing')
  const page = await (await here.coordinator.get(`${survey.path}/texts`)).text()
  const reading = /action="([^"]+\/reading)"/.exec(page)?.[1] ?? ''
  const typed = 'De bakker is lief, bel 0470 12 34 56'
  for (const [text, why] of [
    [typed, 'Haal eerst de nummers en adressen eruit.'],
    ['', 'Vul dit in'],
  ] as const) {
    const refused = await here.coordinator.post(reading, { version: '1', text, decision: 'propose' })
    const again = await refused.text()
    expect([text, refused.status, again.includes(why)]).toEqual([text, 422, true])
    expect(again).toContain(`${text}</textarea>`)
  }
  expect((await here.coordinator.post(reading, { version: '2', text: typed, decision: 'propose' })).status).toBe(409)
  expect((await here.coordinator.post(reading, { version: '1', text: typed, decision: 'withhold' })).status).toBe(303)
})
