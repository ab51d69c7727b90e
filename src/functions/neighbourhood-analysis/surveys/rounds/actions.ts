import { randomInt, randomUUID } from 'node:crypto'
import type { IsoDate } from '@meernet/calendar'
import { type StaffActor, systemActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { frontDoorZone } from '../../../../registers/municipalities/index.ts'
import { neighbourhoodsOf } from '../../../../registers/places/index.ts'
import type { WrittenAnswer } from '../questionnaire/answering.ts'
import { pulse } from '../questionnaire/pulse.ts'
import { keepSurveyFiguresTask } from '../results/keep-figures.ts'
import { type AnswerSheet, keepSheets, sheetCounts } from './answer-store.ts'
import type { SurveyForm } from './forms.ts'
import { keepQuestionnaire, questionnairesOf } from './questionnaire-store.ts'
import { mayReopen, newSurveyCode, type Survey, type SurveyState } from './survey.ts'
import { changeSurvey, keepSurvey, lockSurvey, moveSurvey } from './survey-store.ts'
import { keepTexts } from './text-store.ts'

type Needs = { readonly transact: Transact }

export type SurveyMade =
  | { readonly kind: 'made' }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string }

/** Makes a survey of the pulse questions or a kept questionnaire, as a draft. */
export function makeSurvey(
  { transact }: Needs,
  actor: StaffActor,
  form: SurveyForm,
  today: IsoDate,
): Promise<SurveyMade> {
  return transact(actor, async (tx) => {
    const wrong = await wrongIn(tx, form, today)
    if (wrong) return wrong
    const questionnaireId = await chosenQuestionnaire(tx, form.questionnaire, actor.userId)
    if (!questionnaireId)
      return { kind: 'refused', field: 'questionnaire', reason: 'analysis.survey.error.questionnaire' }
    await keepSurvey(tx, {
      id: form.id,
      questionnaireId,
      title: form.title,
      purpose: form.purpose ?? null,
      code: newSurveyCode(randomInt),
      closesOn: form.closesOn,
      neighbourhoodIds: form.neighbourhoods,
      createdBy: actor.userId,
    })
    tx.audit({ action: 'make survey', subject: { type: 'survey', id: form.id } })
    return { kind: 'made' }
  })
}

/** Changes what is said about a survey; what is asked stays, and once it opened so does where: answers may have come from there. */
export function editSurvey(
  { transact }: Needs,
  actor: StaffActor,
  survey: Survey,
  form: SurveyForm,
  today: IsoDate,
): Promise<SurveyMade | { readonly kind: 'changed' }> {
  return transact(actor, async (tx) => {
    const wrong = (await wrongIn(tx, form, today)) ?? droppedIn(survey, form)
    if (wrong) return wrong
    const change = { ...form, purpose: form.purpose ?? null, neighbourhoodIds: form.neighbourhoods }
    if (!(await changeSurvey(tx, survey.id, form.version ?? 0, change))) return { kind: 'changed' }
    tx.audit({ action: 'change survey', subject: { type: 'survey', id: survey.id } })
    return { kind: 'made' }
  })
}

async function wrongIn(tx: Tx, form: SurveyForm, today: IsoDate): Promise<SurveyMade | undefined> {
  if (form.closesOn < today) return { kind: 'refused', field: 'closesOn', reason: 'analysis.survey.error.past' }
  const known = await neighbourhoodsOf(tx, { ids: form.neighbourhoods })
  if (known.length === form.neighbourhoods.length) return undefined
  return { kind: 'refused', field: 'neighbourhoods', reason: 'form.error.choose' }
}

/** NOTE of no neighbourhood it is looked up whether answers came: the refusal itself would tell of the few (P13). */
function droppedIn({ state, neighbourhoodIds }: Survey, { neighbourhoods }: SurveyForm): SurveyMade | undefined {
  if (state === 'draft' || neighbourhoodIds.every((id) => neighbourhoods.includes(id))) return undefined
  return { kind: 'refused', field: 'neighbourhoods', reason: 'analysis.survey.error.neighbourhoodsStay' }
}

async function chosenQuestionnaire(tx: Tx, chosen: string, userId: string): Promise<string | undefined> {
  if (chosen !== 'pulse') return (await questionnairesOf(tx, chosen))[0]?.id
  return keepPulse(tx, userId)
}

/** Keeps the pulse questions as they are now, so that what was asked stays known; gives their identifier. */
export async function keepPulse(tx: Tx, userId: string | null, id: string = randomUUID()): Promise<string | undefined> {
  const own = { id, origin: 'pulse', questionnaire: pulse, remarks: [], permission: null, fileName: null } as const
  const kept = await keepQuestionnaire(tx, { ...own, broughtBy: userId })
  return kept.kind === 'kept' ? kept.id : undefined
}

export type SurveyStep = 'opening' | 'finishing' | 'reopening'
export type SurveyMoved = 'moved' | 'changed' | 'hasResults'

const steps: Readonly<Record<SurveyStep, { from: SurveyState; to: SurveyState; action: string }>> = {
  opening: { from: 'draft', to: 'open', action: 'open survey' },
  finishing: { from: 'open', to: 'finished', action: 'finish survey' },
  reopening: { from: 'finished', to: 'open', action: 'reopen survey' },
}

/** Opens, finishes or reopens a survey; reopening is refused once there were results. */
export async function moveOn(
  { transact }: Needs,
  actor: StaffActor,
  survey: Survey,
  step: SurveyStep,
  seen: { readonly version: number; readonly today: IsoDate },
): Promise<SurveyMoved> {
  if (step === 'reopening' && !mayReopen(survey, await countOf(transact, actor.municipalityId, survey.id)))
    return 'hasResults'
  return transact(actor, async (tx) => {
    const { from, to, action } = steps[step]
    if (!(await moveSurvey(tx, survey.id, seen.version, { from, to, today: seen.today }))) return 'changed'
    tx.audit({ action, subject: { type: 'survey', id: survey.id } })
    if (to === 'finished') await tx.enqueue({ task: keepSurveyFiguresTask, payload: { id: survey.id } })
    return 'moved'
  })
}

/** How many answers there are; only the program sees it. */
export async function countOf(transact: Transact, municipalityId: string, surveyId: string): Promise<number> {
  const counts = await transact(systemActor(municipalityId, 'count survey answers'), sheetCounts)
  return counts.get(surveyId) ?? 0
}

export type ArrivingSheet = Omit<AnswerSheet, 'month'> & {
  /** Made by chance where the form was made: sending twice counts once. */
  readonly id: string
  readonly written: readonly WrittenAnswer[]
}

/** Takes in one answer sheet, unless the survey was finished meanwhile. Who sent it is not known here. */
export function takeSheet(
  { transact }: Needs,
  { id, municipalityId }: { readonly id: string; readonly municipalityId: string },
  { written, ...sheet }: ArrivingSheet,
  today: IsoDate,
): Promise<'kept' | 'finished'> {
  return transact(systemActor(municipalityId, 'survey answer'), async (tx) => {
    if ((await lockSurvey(tx, id)) !== 'open') return 'finished'
    const kept = await keepSheets(tx, id, [{ ...sheet, month: today.slice(0, 7) }])
    if (kept.length > 0) await keepTexts(tx, id, await frontDoorZone(tx), written)
    return 'kept'
  })
}
