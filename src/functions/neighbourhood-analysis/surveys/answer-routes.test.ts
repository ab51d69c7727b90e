import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  answerByLink,
  newSurvey,
  openSurveyWorld,
  type SurveyWorld,
  sheetsOf,
  takeStep,
} from '../../../../tests/support/surveys.ts'

let here: SurveyWorld

beforeAll(async () => {
  here = await openSurveyWorld()
})
afterAll(() => here.world.close())

test('only carers are asked about caring, and an answer to what is not asked is not kept', async () => {
  const survey = await newSurvey(here)
  await takeStep(here, survey, 'opening')
  const path = `/in/pelt/survey/${survey.code}`
  const first = { id: crypto.randomUUID(), at: '0', go: 'on' }
  const carer = await (await here.world.as().post(path, { ...first, 'q.cares': 'yes' })).text()
  const other = await (await here.world.as().post(path, { ...first, 'q.cares': 'no' })).text()
  expect(carer).toContain('Krijgt u genoeg rust?')
  expect(other).not.toContain('Krijgt u genoeg rust?')
  await answerByLink(here, survey.code, { 'q.cares': 'no', 'q.rest': 'no' })
  expect((await sheetsOf(here, survey.id)).map(({ answers }) => answers)).toEqual([{ cares: 'no' }])
})

test('a form sent twice counts once, an empty one not at all, a program that fills in all not either', async () => {
  const survey = await newSurvey(here)
  await takeStep(here, survey, 'opening')
  const path = `/in/pelt/survey/${survey.code}`
  const { id } = await answerByLink(here, survey.code, { 'q.likesHere': 'no' })
  await here.world.as().post(path, { id, at: '10', go: 'on', 'q.likesHere': 'no' })
  expect((await sheetsOf(here, survey.id)).length).toBe(1)
  const { response } = await answerByLink(here, survey.code, {})
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('Geef op één vraag een antwoord.')
  await answerByLink(here, survey.code, { 'q.likesHere': 'no', website: 'x' })
  expect((await sheetsOf(here, survey.id)).length).toBe(1)
})

test('a wrong answer is refused with its words, what was typed stays, and back leads back', async () => {
  const survey = await newSurvey(here)
  await takeStep(here, survey, 'opening')
  const path = `/in/pelt/survey/${survey.code}`
  const typed = {
    id: crypto.randomUUID(),
    at: '5',
    go: 'on',
    'q.likesHere': 'yes',
    'q.betterHere': 'Bel 0470 12 34 56',
  }
  const wrong = await here.world.as().post(path, typed)
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const words of ['Laat nummers en adressen van mensen weg.', '0470 12 34 56', 'name="q.likesHere" value="yes"'])
    expect(page).toContain(words)
  const back = await (await here.world.as().post(path, { ...typed, go: 'back' })).text()
  expect(back).toContain('Woont u hier graag?')
})

test('a survey speaks the language of who reads, and Arabic runs from right to left', async () => {
  const survey = await newSurvey(here)
  await takeStep(here, survey, 'opening')
  const page = await (await here.world.as().get(`/in/pelt/survey/${survey.code}?lang=ar`)).text()
  expect(page).toContain('dir="rtl"')
  expect(page).toContain('كيف هو حيّك؟')
})

test('after its last day a survey takes no more answers by link, but paper can be typed in', async () => {
  const survey = await newSurvey(here)
  await takeStep(here, survey, 'opening')
  here.world.setNow('2026-12-25T08:00:00Z')
  try {
    expect(await (await here.world.as().get(`/in/pelt/survey/${survey.code}`)).text()).toContain(
      'Deze vragen zijn klaar',
    )
    const id = crypto.randomUUID()
    const late = await here.world.as().post(`/in/pelt/survey/${survey.code}`, { id, at: '10', 'q.likesHere': 'yes' })
    expect(await late.text()).toContain('Deze vragen zijn klaar')
    const sheet = { id, mode: 'paper', language: 'fr', 'q.likesHere': 'yes', 'q.neighbours': 'daily' }
    expect((await here.colleague.post(`${survey.path}/answers`, sheet)).status).toBe(303)
    expect(await sheetsOf(here, survey.id)).toMatchObject([
      { mode: 'paper', language: 'fr', answered_month: '2026-12' },
    ])
  } finally {
    here.world.setNow('2026-11-23T08:00:00Z')
  }
})
