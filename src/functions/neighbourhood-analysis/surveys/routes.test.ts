import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doWaitingJobs } from '../../../../tests/support/jobs.ts'
import {
  type Browser,
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { systemActor } from '../../../platform/access/actor.ts'
import { demoWorld } from '../../../platform/demo/demo-world.ts'
import { demoPlaces } from '../../../registers/places/index.ts'

let world: World
let here: TestMunicipality
let coordinator: Browser
let colleague: Browser
let visitor: Browser

beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world, 'Pelt', '72043')
  coordinator = world.as(await makeStaff(world, here))
  colleague = world.as(await makeStaff(world, here, { role: 'communityWorker', secrecy: 'dutyOfDiscretion' }))
  visitor = world.as(await makeStaff(world, here, { role: 'visitor' }))
})
afterAll(() => world.close())

type Form = Readonly<Record<string, string | readonly string[]>>

async function newSurvey(form: Form = {}): Promise<{ path: string; id: string; code: string }> {
  const id = uuidv7()
  const answer = await coordinator.post('/analysis/surveys', {
    id,
    questionnaire: 'pulse',
    title: 'Buurtpols',
    closesOn: '2026-12-24',
    ...form,
  })
  expect(answer.status).toBe(303)
  const row = await world.database.owner
    .selectFrom('analysis.survey')
    .select('code')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { path: `/analysis/surveys/${id}`, id, code: row.code }
}

const versionOf = async (id: string) =>
  String(
    (
      await world.database.owner
        .selectFrom('analysis.survey')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).version,
  )
const step = async (survey: { path: string; id: string }, name: string) =>
  coordinator.post(`${survey.path}/${name}`, { version: await versionOf(survey.id) })

/** Answers the whole pulse by link, as a browser without script does: part by part. */
async function answerByLink(code: string, form: Form, browser: Browser = world.as()) {
  const path = `/in/pelt/survey/${code}`
  const start = await (await browser.get(path)).text()
  const id = /name="id" value="([^"]+)"/.exec(start)?.[1] ?? ''
  let sent: Form = { id, ...form, at: 'start' }
  for (let turn = 0; turn < 6; turn += 1) {
    const response = await browser.post(path, sent)
    if (response.status !== 200) return { response, id }
    const at = /name="at" value="(\d+)"/.exec(await response.text())?.[1] ?? ''
    sent = { id, ...form, at, go: 'on' }
  }
  throw new Error('the questions never end')
}

/** Answers with one press, as on the last page of the questions. */
const answerAtOnce = (code: string, form: Form) =>
  world.as().post(`/in/pelt/survey/${code}`, { id: crypto.randomUUID(), ...form, at: '9', go: 'on' })

const sheets = (surveyId: string) =>
  world.database.owner.selectFrom('analysis.survey_answer').selectAll().where('survey_id', '=', surveyId).execute()

test('a survey is made as a draft, opened, and answered by link without anything kept of who', async () => {
  const survey = await newSurvey()
  expect((await world.as().get(`/in/pelt/survey/${survey.code}`)).status).toBe(404)
  expect((await step(survey, 'opening')).status).toBe(303)
  const { response } = await answerByLink(survey.code, {
    'q.likesHere': 'yes',
    'q.cares': 'no',
    'q.betterHere': 'Meer bankjes',
  })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(`/in/pelt/survey/${survey.code}/thanks`)
  expect(response.headers.get('set-cookie')).toBeNull()
  const [sheet] = await sheets(survey.id)
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

test('only carers are asked about caring, and an answer to what is not asked is not kept', async () => {
  const survey = await newSurvey()
  await step(survey, 'opening')
  const path = `/in/pelt/survey/${survey.code}`
  const first = { id: crypto.randomUUID(), at: '0', go: 'on' }
  const carer = await (await world.as().post(path, { ...first, 'q.cares': 'yes' })).text()
  const other = await (await world.as().post(path, { ...first, 'q.cares': 'no' })).text()
  expect(carer).toContain('Krijgt u genoeg rust?')
  expect(other).not.toContain('Krijgt u genoeg rust?')
  await answerByLink(survey.code, { 'q.cares': 'no', 'q.rest': 'no' })
  expect((await sheets(survey.id)).map(({ answers }) => answers)).toEqual([{ cares: 'no' }])
})

test('a form sent twice counts once, an empty one not at all, a program that fills in all not either', async () => {
  const survey = await newSurvey()
  await step(survey, 'opening')
  const path = `/in/pelt/survey/${survey.code}`
  const { id } = await answerByLink(survey.code, { 'q.likesHere': 'no' })
  await world.as().post(path, { id, at: '10', go: 'on', 'q.likesHere': 'no' })
  expect((await sheets(survey.id)).length).toBe(1)
  const { response } = await answerByLink(survey.code, {})
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('Geef op één vraag een antwoord.')
  await answerByLink(survey.code, { 'q.likesHere': 'no', website: 'x' })
  expect((await sheets(survey.id)).length).toBe(1)
})

test('a wrong answer is refused with its words, what was typed stays, and back leads back', async () => {
  const survey = await newSurvey()
  await step(survey, 'opening')
  const path = `/in/pelt/survey/${survey.code}`
  const typed = {
    id: crypto.randomUUID(),
    at: '5',
    go: 'on',
    'q.likesHere': 'yes',
    'q.betterHere': 'Bel 0470 12 34 56',
  }
  const wrong = await world.as().post(path, typed)
  expect(wrong.status).toBe(422)
  const page = await wrong.text()
  for (const words of ['Laat nummers en adressen van mensen weg.', '0470 12 34 56', 'name="q.likesHere" value="yes"'])
    expect(page).toContain(words)
  const back = await (await world.as().post(path, { ...typed, go: 'back' })).text()
  expect(back).toContain('Woont u hier graag?')
})

test('a survey speaks the language of who reads, and Arabic runs from right to left', async () => {
  const survey = await newSurvey()
  await step(survey, 'opening')
  const page = await (await world.as().get(`/in/pelt/survey/${survey.code}?lang=ar`)).text()
  expect(page).toContain('dir="rtl"')
  expect(page).toContain('كيف هو حيّك؟')
})

test('after its last day a survey takes no more answers by link, but paper can be typed in', async () => {
  const survey = await newSurvey()
  await step(survey, 'opening')
  world.setNow('2026-12-25T08:00:00Z')
  try {
    expect(await (await world.as().get(`/in/pelt/survey/${survey.code}`)).text()).toContain('Deze vragen zijn klaar')
    const { id } = { id: crypto.randomUUID() }
    const late = await world.as().post(`/in/pelt/survey/${survey.code}`, { id, at: '10', 'q.likesHere': 'yes' })
    expect(await late.text()).toContain('Deze vragen zijn klaar')
    const sheet = { id, mode: 'paper', language: 'fr', 'q.likesHere': 'yes', 'q.neighbours': 'daily' }
    expect((await colleague.post(`${survey.path}/answers`, sheet)).status).toBe(303)
    expect(await sheets(survey.id)).toMatchObject([{ mode: 'paper', language: 'fr', answered_month: '2026-12' }])
  } finally {
    world.setNow('2026-11-23T08:00:00Z')
  }
})

test('P13 there is no result while answers come in, and none below twenty', async () => {
  const survey = await newSurvey()
  await step(survey, 'opening')
  for (let sheet = 0; sheet < 19; sheet += 1)
    await answerAtOnce(survey.code, { 'q.likesHere': sheet < 8 ? 'no' : 'yes' })
  expect(await (await visitor.get(`${survey.path}/results`)).text()).toContain('De bevraging loopt nog')
  expect(await (await visitor.get(survey.path)).text()).toContain('Minder dan 20 antwoorden')
  await step(survey, 'finishing')
  const few = await (await visitor.get(`${survey.path}/results`)).text()
  expect(few).toContain('Te weinig antwoorden')
  expect(few).not.toContain('Woont u hier graag?')
  expect((await visitor.get(`${survey.path}/results.csv`)).status).toBe(404)

  await step(survey, 'reopening')
  await answerByLink(survey.code, { 'q.likesHere': 'yes' })
  await step(survey, 'finishing')
  const page = await (await visitor.get(`${survey.path}/results`)).text()
  expect(page).toContain('Woont u hier graag?')
  // Eight said no: fewer than ten, so hidden, and with it another that it could be worked out from.
  expect(page).toContain('verborgen')
  expect(page).not.toContain('>8<')
  expect(page).not.toContain('>12<')
  const csv = await (await visitor.get(`${survey.path}/results.csv`)).text()
  expect(csv).toContain('Eigen bevraging van Pelt')
  expect(csv).not.toMatch(/;8;|;12;/)
  expect((await visitor.get(`${survey.path}/results.xlsx`)).status).toBe(200)
})

test('the indicators of a finished survey stand among the figures, with the survey as their source', async () => {
  const survey = await newSurvey({ title: 'Pols van de winter' })
  await step(survey, 'opening')
  for (let sheet = 0; sheet < 30; sheet += 1)
    await answerAtOnce(survey.code, { 'q.alone': sheet < 12 ? 'often' : 'never' })
  await step(survey, 'finishing')
  await doWaitingJobs(world)
  const figures = await world.database.owner
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
  const survey = await newSurvey()
  await step(survey, 'opening')
  for (let sheet = 0; sheet < 20; sheet += 1) await answerAtOnce(survey.code, { 'q.likesHere': 'yes' })
  await step(survey, 'finishing')
  expect(await (await coordinator.get(survey.path)).text()).not.toContain('Opnieuw openen')
  await step(survey, 'reopening')
  const row = await world.database.owner
    .selectFrom('analysis.survey')
    .select('state')
    .where('id', '=', survey.id)
    .executeTakeFirst()
  expect(row?.state).toBe('finished')
})

test('P14 what somebody wrote is quoted only after a second person agreed with the same words', async () => {
  const survey = await newSurvey()
  await step(survey, 'opening')
  await answerByLink(survey.code, { 'q.goodHere': 'De bakker Jan is lief' })
  await step(survey, 'finishing')
  const page = await (await coordinator.get(`${survey.path}/texts`)).text()
  expect(page).toContain('De bakker Jan is lief')
  const reading = /action="([^"]+\/reading)"/.exec(page)?.[1] ?? ''
  const state = async () =>
    await world.database.owner
      .selectFrom('analysis.survey_text')
      .select(['state', 'version'])
      .where('survey_id', '=', survey.id)
      .executeTakeFirst()
  await coordinator.post(reading, { version: '1', text: 'De bakker is lief', decision: 'propose' })
  expect(await state()).toMatchObject({ state: 'proposed', version: 2 })
  await coordinator.post(reading, { version: '2', text: 'De bakker is lief', decision: 'agree' })
  expect(await state()).toMatchObject({ state: 'proposed' })
  await colleague.post(reading, { version: '2', text: 'De bakker Jan is lief', decision: 'agree' })
  expect(await state()).toMatchObject({ state: 'proposed' })
  await colleague.post(reading, { version: '2', text: 'De bakker is lief', decision: 'agree' })
  expect(await state()).toMatchObject({ state: 'quotable' })
  expect((await colleague.post(reading, { version: '2', text: 'x', decision: 'withhold' })).status).toBe(409)
})

test('P14 words with a number are not proposed, what was typed stays, and they can still be withheld', async () => {
  const survey = await newSurvey()
  await step(survey, 'opening')
  await answerByLink(survey.code, { 'q.goodHere': 'De bakker is lief' })
  await step(survey, 'finishing')
  const page = await (await coordinator.get(`${survey.path}/texts`)).text()
  const reading = /action="([^"]+\/reading)"/.exec(page)?.[1] ?? ''
  const typed = 'De bakker is lief, bel 0470 12 34 56'
  for (const [text, why] of [
    [typed, 'Haal eerst de nummers en adressen eruit.'],
    ['', 'Vul dit in'],
  ] as const) {
    const refused = await coordinator.post(reading, { version: '1', text, decision: 'propose' })
    const again = await refused.text()
    expect([text, refused.status, again.includes(why)]).toEqual([text, 422, true])
    expect(again).toContain(`${text}</textarea>`)
  }
  expect((await coordinator.post(reading, { version: '2', text: typed, decision: 'propose' })).status).toBe(409)
  expect((await coordinator.post(reading, { version: '1', text: typed, decision: 'withhold' })).status).toBe(303)
})

test('neighbourhoods of an open survey can be added, never dropped, and what was typed stays', async () => {
  const { neighbourhoods: all } = await world.app.transact(systemActor(here.id, 'test'), (tx) =>
    demoPlaces(tx, demoWorld(7, here.id, '2026-11-23')),
  )
  const [one = '', other = ''] = all.map(({ id }) => id)
  const survey = await newSurvey({ neighbourhoods: [one] })
  await step(survey, 'opening')
  const change = { id: survey.id, questionnaire: 'pulse', title: 'Winterpols', closesOn: '2026-12-24' }
  for (const neighbourhoods of [[], [other]]) {
    const sent = { ...change, version: await versionOf(survey.id), neighbourhoods }
    const refused = await coordinator.post(survey.path, sent)
    const page = await refused.text()
    expect([refused.status, page.includes('buurten kunnen erbij komen, niet weggaan')]).toEqual([422, true])
    expect(page).toContain('value="Winterpols"')
  }
  await world.database.owner.updateTable('places.area').set({ gone_on: '2026-11-20' }).where('id', '=', one).execute()
  expect(await (await coordinator.get(`${survey.path}/edit`)).text()).toContain(`value="${one}"`)
  const sent = { ...change, version: await versionOf(survey.id), neighbourhoods: [one, other] }
  expect((await coordinator.post(survey.path, sent)).status).toBe(303)
})

test('who came second to a survey is told, and a visitor changes nothing', async () => {
  const survey = await newSurvey()
  await step(survey, 'opening')
  expect((await coordinator.post(`${survey.path}/opening`, { version: '1' })).status).toBe(409)
  const change = { id: survey.id, version: '1', questionnaire: 'pulse', title: 'Anders', closesOn: '2026-12-24' }
  expect((await coordinator.post(survey.path, change)).status).toBe(409)
  expect((await coordinator.post(survey.path, { ...change, version: '2', closesOn: '2020-01-01' })).status).toBe(422)
  expect((await coordinator.post(survey.path, { ...change, version: '2' })).status).toBe(303)
  for (const path of [`${survey.path}/edit`, '/analysis/surveys/new', `${survey.path}/type-in`, `${survey.path}/paper`])
    expect((await visitor.get(path)).status).toBe(403)
})

test('paper in large print is the same for everybody and has no number', async () => {
  const survey = await newSurvey()
  await step(survey, 'opening')
  const one = await (await coordinator.get(`${survey.path}/paper?language=ar`)).text()
  expect(one).toContain('كيف هو حيّك؟')
  expect(one).toBe(await (await colleague.get(`${survey.path}/paper?language=ar`)).text())
})
