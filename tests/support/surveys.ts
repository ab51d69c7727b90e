import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { type Browser, makeMunicipality, makeStaff, openWorld, type TestMunicipality, type World } from './world.ts'

/** A municipality and who does what with a survey there: one steers, one reads and types in, one only looks. */
export type SurveyWorld = {
  readonly world: World
  readonly municipality: TestMunicipality
  readonly coordinator: Browser
  readonly colleague: Browser
  readonly visitor: Browser
}

/** A survey as its pages know it; residents answer by its code. */
export type TestSurvey = { readonly path: string; readonly id: string; readonly code: string }

type Form = Readonly<Record<string, string | readonly string[]>>

/** Pelt, without a survey yet. */
export async function openSurveyWorld(): Promise<SurveyWorld> {
  const world = await openWorld()
  const municipality = await makeMunicipality(world, 'Pelt', '72043')
  return {
    world,
    municipality,
    coordinator: world.as(await makeStaff(world, municipality)),
    colleague: world.as(await makeStaff(world, municipality, { role: 'communityWorker', secrecy: 'dutyOfDiscretion' })),
    visitor: world.as(await makeStaff(world, municipality, { role: 'visitor' })),
  }
}

/** A draft of the pulse that the coordinator made; `form` changes what was typed. */
export async function newSurvey({ world, coordinator }: SurveyWorld, form: Form = {}): Promise<TestSurvey> {
  const id = uuidv7()
  const answer = await coordinator.post('/analysis/surveys', {
    id,
    questionnaire: 'pulse',
    title: 'Buurtpols',
    closesOn: '2026-12-24',
    ...form,
  })
  expect(answer.status).toBe(303)
  const { code } = await rowOf(world, id)
  return { path: `/analysis/surveys/${id}`, id, code }
}

/** The coordinator opens, finishes or reopens a survey, from the version it has. */
export const takeStep = async (
  here: SurveyWorld,
  survey: TestSurvey,
  step: 'opening' | 'finishing' | 'reopening',
): Promise<Response> => here.coordinator.post(`${survey.path}/${step}`, { version: await versionOf(here, survey.id) })

/** The version of a survey, as a form bears it. */
export const versionOf = async ({ world }: SurveyWorld, id: string): Promise<string> =>
  String((await rowOf(world, id)).version)

/** Answers the whole pulse by link, as a browser without script does: part by part. */
export async function answerByLink({ world }: SurveyWorld, code: string, form: Form) {
  const browser = world.as()
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
export const answerAtOnce = ({ world }: SurveyWorld, code: string, form: Form): Promise<Response> =>
  world.as().post(`/in/pelt/survey/${code}`, { id: crypto.randomUUID(), ...form, at: '9', go: 'on' })

/** What was kept of the answers to a survey. */
export const sheetsOf = ({ world }: SurveyWorld, surveyId: string) =>
  world.database.owner.selectFrom('analysis.survey_answer').selectAll().where('survey_id', '=', surveyId).execute()

const rowOf = (world: World, id: string) =>
  world.database.owner
    .selectFrom('analysis.survey')
    .select(['code', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
