import { createHmac, randomInt, randomUUID } from 'node:crypto'
import type { IsoDate } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import { type StaffActor, systemActor } from '../../../../platform/access/actor.ts'
import type { Transact } from '../../../../platform/database/transact.ts'
import { frontDoorZone } from '../../../../registers/municipalities/index.ts'
import { keepSheets } from '../rounds/answer-store.ts'
import { keepQuestionnaire } from '../rounds/questionnaire-store.ts'
import { newSurveyCode } from '../rounds/survey.ts'
import { keepSurvey, lockSurvey, moveSurvey, surveysOf } from '../rounds/survey-store.ts'
import { keepTexts } from '../rounds/text-store.ts'
import { forgetWaitingForm, type WaitingForm, waitingForm } from './waiting-form-store.ts'

type Needs = { readonly transact: Transact; readonly secret: Buffer }

export type FormKept =
  | { readonly kind: 'kept'; readonly questionnaireId: string; readonly surveyId: string | null }
  | { readonly kind: 'gone' }
  | { readonly kind: 'other-words' }

/**
 * Keeps a form that was looked at, and its answers as a running survey of their own, or in the running one with the same questions.
 * Refuses (`other-words`) a version that is there already with other words.
 */
export async function keepForm(
  { transact, secret }: Needs,
  actor: StaffActor,
  id: string,
  title: string,
  today: IsoDate,
): Promise<FormKept> {
  const done = await transact(actor, async (tx) => {
    const waiting = await waitingForm(tx, id)
    if (!waiting) return { kind: 'gone' } as const
    const { origin, fileName, questionnaire, remarks, permission } = waiting
    const own = { id: uuidv7(), origin, fileName, questionnaire, remarks, permission, broughtBy: actor.userId }
    const kept = await keepQuestionnaire(tx, own)
    if (kept.kind === 'other-words') return kept
    tx.audit({ action: 'bring in questionnaire', subject: { type: 'questionnaire', id: kept.id } })
    if (waiting.sheets.length === 0) {
      await forgetWaitingForm(tx, id)
      return { kind: 'kept', questionnaireId: kept.id, surveyId: null, waiting } as const
    }
    const running = (await surveysOf(tx)).find(
      ({ state, questionnaireId }) => state === 'open' && questionnaireId === kept.id,
    )
    const surveyId = running?.id ?? uuidv7()
    if (!running) {
      const places = new Set(waiting.sheets.flatMap(({ neighbourhoodId }) => neighbourhoodId ?? []))
      const survey = {
        id: surveyId,
        questionnaireId: kept.id,
        title,
        purpose: null,
        code: newSurveyCode(randomInt),
        closesOn: today,
      }
      await keepSurvey(tx, { ...survey, neighbourhoodIds: [...places], createdBy: actor.userId })
      await moveSurvey(tx, surveyId, 1, { from: 'draft', to: 'open', today })
    }
    tx.audit({ action: 'bring in survey answers', subject: { type: 'survey', id: surveyId } })
    return { kind: 'kept', questionnaireId: kept.id, surveyId, waiting } as const
  })
  if (done.kind !== 'kept') return done
  const { questionnaireId, surveyId, waiting } = done
  if (surveyId) await keepAnswers({ transact, secret }, actor.municipalityId, surveyId, { ...waiting, id })
  return { kind: 'kept', questionnaireId, surveyId }
}

/**
 * Only the program writes sheets, and the form waits until they are written: whoever was cut off presses again. One that came before,
 * by the number it has in the export, is not counted again.
 */
function keepAnswers(
  { transact, secret }: Needs,
  municipalityId: string,
  surveyId: string,
  { id, sheets }: WaitingForm & { readonly id: string },
): Promise<void> {
  const identified = sheets.map((sheet) => ({
    ...sheet,
    id: sheet.instance === null ? randomUUID() : identifierOf(secret, `${surveyId} ${sheet.instance}`),
    mode: 'imported' as const,
    // An export does not say in which language somebody answered.
    language: unknownLanguage,
  }))
  return transact(systemActor(municipalityId, 'survey answers of an export'), async (tx) => {
    if ((await lockSurvey(tx, surveyId)) !== 'open' || !(await forgetWaitingForm(tx, id))) return
    const kept = new Set(await keepSheets(tx, surveyId, identified))
    const written = identified.filter(({ id }) => kept.has(id)).flatMap((sheet) => sheet.written)
    await keepTexts(tx, surveyId, await frontDoorZone(tx), written)
  })
}

/** Undetermined. Source: ISO 639-2. */
const unknownLanguage = 'und'

/** A number that only we can make of the one in the export, so that no sheet here leads back to one there. */
function identifierOf(secret: Buffer, name: string): string {
  const hex = createHmac('sha256', secret).update(`survey sheet ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
