import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import {
  type Ctx,
  type FilledForm,
  filledForm,
  leaveFlash,
  may,
  notFound,
  optionalText,
  parseForm,
  type Routes,
  requiredText,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { FileRefused } from '../../../platform/published-files/refusal.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { leadSurveys } from './access.ts'
import { SendFormPage } from './views/send-form-page.tsx'
import { WaitingFormPage } from './views/waiting-form-page.tsx'
import { keepForm } from './workbook/keep-form.ts'
import { readSentForm, type SentForm } from './workbook/sent-form.ts'
import { forgetWaitingForm, keepWaitingForm, waitingForm } from './workbook/waiting-form-store.ts'

type Needs = Pick<AnalysisNeeds, 'transact' | 'secret'>

const sentForm = z.object({
  language: requiredText(10),
  permission: optionalText(500),
  keep: optionalText(1000).transform((text) => (text ?? '').split(/[\s,;]+/).filter(Boolean)),
})

const confirmation = z.object({ title: requiredText(200) })

/** Questionnaires and answers out of workbooks and exports: sent, looked at, confirmed. */
export function surveyImportRoutes(routes: Routes, needs: Needs): void {
  const { transact } = needs

  routes.get('/analysis/surveys/imports/new', may(leadSurveys), (c) =>
    sendPage(c, filledForm(c.get('t'), { language: 'nl' })),
  )

  routes.post('/analysis/surveys/imports', may(leadSurveys), (c) => receiveForm(c, needs))

  routes.get('/analysis/surveys/imports/:importId', may(leadSurveys), (c) =>
    lookPage(needs, c, filledForm(c.get('t'), {})),
  )

  routes.post('/analysis/surveys/imports/:importId/confirmation', may(leadSurveys), async (c) => {
    const t = c.get('t')
    const id = c.req.param('importId')
    const form = await parseForm(c, confirmation)
    if (!form.ok) return lookPage(needs, c, filledForm(t, form.values, form.errors), 422)
    const kept = await keepForm(needs, staffOf(c), id, form.data.title, t.today)
    if (kept.kind === 'gone') notFound('sent form', id)
    if (kept.kind === 'other-words') {
      const errors = [{ field: 'title', key: 'analysis.survey.error.otherWords', values: {} }]
      return lookPage(needs, c, filledForm(t, form.values, errors), 422)
    }
    leaveFlash(c, 'analysis.survey.import.done')
    const { surveyId, questionnaireId } = kept
    return c.redirect(
      surveyId ? `/analysis/surveys/${surveyId}` : `/analysis/surveys/questionnaires/${questionnaireId}`,
      303,
    )
  })

  routes.post('/analysis/surveys/imports/:importId/withdrawal', may(leadSurveys), async (c) => {
    const id = c.req.param('importId')
    await transact(staffOf(c), (tx) => forgetWaitingForm(tx, id))
    leaveFlash(c, 'analysis.survey.import.withdrawn')
    return c.redirect('/analysis/surveys', 303)
  })
}

/** Reads what was sent and keeps it for a day, to be looked at; a file that cannot be read is refused with its reason. */
async function receiveForm(c: Ctx, { transact }: Needs): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const form = await parseForm(c, sentForm)
  const { file, answers } = await c.req.parseBody()
  if (!(file instanceof File) || file.size === 0)
    return sendPage(
      c,
      filledForm(t, form.values, [{ field: 'file', key: 'analysis.error.noFile', values: {} }]),
      undefined,
      422,
    )
  if (!form.ok) return sendPage(c, filledForm(t, form.values, form.errors), undefined, 422)
  const neighbourhoods = await transact(actor, (tx) => neighbourhoodsOf(tx))
  const said = { ...form.data, permission: form.data.permission, today: t.today, neighbourhoods }
  const read = await readOrRefused(file, answers instanceof File && answers.size > 0 ? answers : undefined, said)
  if (read instanceof FileRefused) {
    const errors = [{ field: 'file', key: 'analysis.error.refused', values: {} }]
    return sendPage(c, filledForm(t, form.values, errors), read, 422)
  }
  const id = uuidv7()
  await transact(actor, (tx) =>
    keepWaitingForm(tx, actor, id, {
      origin: read.origin,
      fileName: read.fileName,
      questionnaire: read.form.questionnaire,
      remarks: [...read.form.remarks, ...(read.answers?.remarks ?? [])],
      permission: form.data.permission ?? null,
      neighbourhoodQuestion: read.answers?.neighbourhoodQuestion ?? null,
      sheets: read.answers?.sheets ?? [],
    }),
  )
  return c.redirect(`/analysis/surveys/imports/${id}`, 303)
}

async function lookPage(needs: Needs, c: Ctx, form: FilledForm, status: 200 | 422 = 200): Promise<Response> {
  const t = c.get('t')
  const id = c.req.param('importId') ?? ''
  const waiting = await needs.transact(staffOf(c), (tx) => waitingForm(tx, id))
  const page = <WaitingFormPage t={t} id={id} waiting={waiting ?? notFound('sent form', id)} form={form} />
  return workplacePage(c, { title: t('analysis.survey.import.look') }, page, status)
}

async function readOrRefused(...sent: Parameters<typeof readSentForm>): Promise<SentForm | FileRefused> {
  try {
    return await readSentForm(...sent)
  } catch (error) {
    if (error instanceof FileRefused) return error
    throw error
  }
}

function sendPage(
  c: Ctx,
  form: FilledForm,
  refused?: FileRefused,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  const t = c.get('t')
  return workplacePage(
    c,
    { title: t('analysis.survey.import') },
    <SendFormPage t={t} form={form} refused={refused} />,
    status,
  )
}
