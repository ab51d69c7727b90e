import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jpegPhoto } from '../../../tests/support/files/photos.ts'
import { doWaitingJobs, doWorkOfTheClock } from '../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import { erasableSeries, type SeriesName } from './series.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
let second: StaffActor
let administrator: StaffActor

beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
  second = await makeStaff(world, place)
  administrator = await makeStaff(world, place, { role: 'administrator', secrecy: 'none' })
})
afterAll(() => world.close())

const post = async (actor: StaffActor, path: string, form: Record<string, string | readonly string[]>) =>
  expect((await world.as(actor).post(path, form)).status, path).toBe(303)

async function decideAYear(series: SeriesName): Promise<void> {
  await post(administrator, '/retention/rules', {
    id: uuidv7(),
    series,
    count: '1',
    unit: 'Y',
    reference: 'Selectielijst 7.1',
    motivation: 'Niet langer nodig.',
    decidedBy: 'college',
    decidedOn: '2026-01-15',
  })
}

/** What the night of that day proposes of a series. */
async function proposedOn(day: string, series: SeriesName) {
  world.setNow(`${day}T08:00:00Z`)
  await doWorkOfTheClock(world, place.id)
  return world.database.owner
    .selectFrom('retention.proposal as p')
    .innerJoin('retention.proposal_item as i', 'i.proposal_id', 'p.id')
    .select(['p.id', 'i.subject_id', 'i.closed_on'])
    .where('p.series', '=', series)
    .where('p.state', '=', 'proposed')
    .execute()
}

async function deleteWithTwo(proposal: string | undefined): Promise<string> {
  await post(coordinator, `/retention/proposals/${proposal}/check`, { version: '1' })
  await post(second, `/retention/proposals/${proposal}/approval`, { version: '2' })
  await doWaitingJobs(world)
  return (await world.as(administrator).get(`/retention/certificates/${proposal}`)).text()
}

const rowsOf = (table: 'analysis.survey_answer' | 'analysis.survey_text' | 'analysis.survey_result', survey: string) =>
  world.database.owner.selectFrom(table).select('survey_id').where('survey_id', '=', survey).execute()

/** A survey of the pulse questions that so many people answered on paper. */
async function survey(answers: number, { finished = true } = {}): Promise<string> {
  const id = uuidv7()
  const form = { id, questionnaire: 'pulse', title: 'Hoe gaat het in de buurt?', closesOn: '2026-12-31' }
  await post(coordinator, '/analysis/surveys', form)
  await post(coordinator, `/analysis/surveys/${id}/opening`, { version: '1' })
  for (let count = 0; count < answers; count += 1)
    await post(coordinator, `/analysis/surveys/${id}/answers`, {
      id: crypto.randomUUID(),
      mode: 'paper',
      language: 'nl',
      'q.likesHere': count % 2 === 0 ? 'yes' : 'no',
      'q.betterHere': 'Meer bankjes.',
    })
  if (finished) await post(coordinator, `/analysis/surveys/${id}/finishing`, { version: '2' })
  return id
}

test('P15 answers to a survey go a term after it was finished, with what was written; its results stay as they were told', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const id = await survey(24)
  const before = await (await world.as(coordinator).get(`/analysis/surveys/${id}/results.csv`)).text()
  expect(before).toContain('24')
  await decideAYear('survey answers')
  expect(await proposedOn('2027-11-23', 'survey answers')).toEqual([])
  const [proposed] = await proposedOn('2027-11-24', 'survey answers')
  expect(proposed).toMatchObject({ subject_id: id, closed_on: '2026-11-23' })
  const certificate = await deleteWithTwo(proposed?.id)
  expect(certificate).toContain('analysis.survey_answer')
  expect(await rowsOf('analysis.survey_answer', id)).toEqual([])
  expect(await rowsOf('analysis.survey_text', id)).toEqual([])
  expect(await (await world.as(coordinator).get(`/analysis/surveys/${id}/results.csv`)).text()).toBe(before)
  const page = await (await world.as(coordinator).get(`/analysis/surveys/${id}`)).text()
  expect(page).toContain('Vernietigd op')
  expect(page).not.toContain('/reopening')
  await post(coordinator, `/analysis/surveys/${id}/reopening`, { version: '4' })
  expect(await (await world.as(coordinator).get(`/analysis/surveys/${id}`)).text()).toContain('Afgerond')
})

test('P15 a survey that nobody finished ends on its last day, and of it nothing is told', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const id = await survey(21, { finished: false })
  const [proposed] = await proposedOn('2028-01-01', 'survey answers')
  expect(proposed).toMatchObject({ subject_id: id, closed_on: '2026-12-31' })
  await deleteWithTwo(proposed?.id)
  expect(await rowsOf('analysis.survey_answer', id)).toEqual([])
  expect(await rowsOf('analysis.survey_result', id)).toEqual([])
  expect((await world.as(coordinator).get(`/analysis/surveys/${id}/type-in?mode=paper`)).status).toBe(409)
})

test('P23 answers that an older backup brings back go again, and what was told stays', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const id = await survey(20)
  const forget = () =>
    world.app.transact(systemActor(place.id, 'test'), (tx) => erasableSeries['survey answers'].erase(tx, [id]))
  expect(await forget()).toMatchObject({ 'analysis.survey_answer': 20 })
  expect(await forget()).toMatchObject({ 'analysis.survey_answer': 0 })
  expect(await rowsOf('analysis.survey_result', id)).toHaveLength(1)
})

test('P15 who was heard goes by the whole year, so that no sum of a year tells of one occasion', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const occasion = (onDay: string) =>
    post(coordinator, '/analysis/heard', {
      id: uuidv7(),
      kind: 'street',
      title: 'Aan de schoolpoort',
      onDay,
      counted: 'estimated',
      people: '12',
    })
  await occasion('2026-01-05')
  await occasion('2026-11-20')
  await decideAYear('people heard')
  expect(await proposedOn('2027-12-31', 'people heard')).toEqual([])
  const proposed = await proposedOn('2028-01-01', 'people heard')
  expect(proposed.map(({ closed_on }) => closed_on)).toEqual(['2026-12-31', '2026-12-31'])
  expect(await deleteWithTwo(proposed[0]?.id)).toContain('analysis.heard_occasion')
  expect(await world.database.owner.selectFrom('analysis.heard_occasion').select('id').execute()).toEqual([])
})

test('P15 a photo of a walk goes a term after it was added; what was seen on the walk stays', async () => {
  world.setNow('2026-11-23T08:00:00Z')
  const neighbourhoodId = uuidv7()
  const { owner } = world.database
  const area = { origin: 'composed', edition: '2025', name: 'Boseind', is_approximate: false } as const
  await owner
    .insertInto('places.area')
    .values({ municipality_id: place.id, id: neighbourhoodId, ...area })
    .execute()
  const walk = { id: uuidv7(), walkedOn: '2026-11-12', neighbourhoodId, route: 'Rond de kerk', counted: 'estimated' }
  await post(coordinator, '/analysis/walks', { ...walk, people: '9' })
  const form = new FormData()
  const photo = { id: uuidv7(), description: 'Een bank onder een boom', isWithoutPeople: 'yes' }
  for (const [name, value] of Object.entries(photo)) form.set(name, value)
  form.set('picture', new File([Uint8Array.from(jpegPhoto())], 'IMG_1.jpg'))
  const added = await world.as(coordinator).postFiles(`/analysis/walks/${walk.id}/photos/imports`, form)
  expect(added.status).toBe(303)
  await decideAYear('pictures of walks')
  const [proposed] = await proposedOn('2028-01-01', 'pictures of walks')
  expect(proposed).toMatchObject({ subject_id: photo.id, closed_on: '2026-11-23' })
  await deleteWithTwo(proposed?.id)
  expect(await owner.selectFrom('analysis.walk_photo').select('id').execute()).toEqual([])
  expect(await owner.selectFrom('analysis.walk').select('id').execute()).toHaveLength(1)
})
