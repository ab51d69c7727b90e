import {
  type Ctx,
  checkForm,
  type FormErrors,
  type FormValues,
  filledForm,
  may,
  municipalityOf,
  notFound,
  parseForm,
  type Routes,
  seenVersion,
  staffOf,
  workplacePage,
} from '../../../../platform/http/index.ts'
import { isLanguage, type Language, languageName } from '../../../../platform/messages/index.ts'
import { FileRefused } from '../../../../platform/published-files/refusal.ts'
import { workbookOf } from '../../../../platform/spreadsheet/workbook.ts'
import type { AnalysisNeeds } from '../../needs.ts'
import { readReports, secondReadReports, writeReports } from '../access.ts'
import type { Report } from '../report.ts'
import { answerOf, reportIdOf, withReport } from '../report-asked.ts'
import { readTranslation, type Written, writeTranslation } from './actions.ts'
import { translationReadingForm, translationVersionForm, typedIn, wrongIn } from './forms.ts'
import { passagesOf } from './passages.ts'
import { readSentSheet } from './sent-sheet.ts'
import { translationSheet } from './sheet.ts'
import { toldIn } from './told-report.ts'
import { lastWritten, mayReadTranslation, mayTranslate } from './translation.ts'
import { translationOf } from './translation-store.ts'
import { TranslationPage } from './views/translation-page.tsx'

type Needs = Pick<AnalysisNeeds, 'transact'>
type Again = {
  readonly typed?: FormValues
  readonly errors?: FormErrors
  readonly refused?: FileRefused
  readonly reading?: { readonly typed: FormValues; readonly errors: FormErrors }
}

const path = '/analysis/reports/:id/translations/:language'

/** A report in another language: written beside the text, taken along and brought back as a sheet, read by a second. */
export function translationRoutes(routes: Routes, needs: Needs): void {
  routes.get(path, may(readReports), (c) => translationPage(c, needs))

  routes.post(path, may(writeReports), async (c) => {
    const { passages } = await asked(c, needs)
    const form = await parseForm(c, translationVersionForm)
    const typed = typedIn(passages, form.values)
    const wrong = wrongIn(passages, typed)
    if (!form.ok || wrong.length > 0)
      return translationPage(c, needs, { typed: form.values, errors: form.ok ? wrong : form.errors })
    return keep(c, needs, { version: form.data.version, typed }, form.values)
  })

  routes.get(`${path}/sheet.xlsx`, may(readReports), async (c) => {
    const { passages, translation, language } = await asked(c, needs)
    const sheet = await workbookOf([translationSheet(c.get('t'), passages, translation)])
    return c.body(new Uint8Array(sheet), 200, {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="${municipalityOf(c).slug}-${language}.xlsx"`,
    })
  })

  routes.post(`${path}/sheet`, may(writeReports), async (c) => {
    const { passages } = await asked(c, needs)
    const { file, version } = await c.req.parseBody()
    const seen = checkForm({ version: String(version ?? '') }, translationVersionForm)
    if (!seen.ok || !(file instanceof File) || file.size === 0)
      return translationPage(c, needs, { errors: [{ field: 'file', key: 'analysis.error.noFile', values: {} }] })
    const read = await readSentSheet(file, passages)
    if (!(read instanceof FileRefused)) return keep(c, needs, { version: seen.data.version, typed: read }, {})
    return translationPage(c, needs, {
      errors: [{ field: 'file', key: 'analysis.error.refused', values: {} }],
      refused: read,
    })
  })

  routes.post(`${path}/reading`, may(secondReadReports), async (c) => {
    const form = await parseForm(c, translationReadingForm)
    const again = (errors: FormErrors) => translationPage(c, needs, { reading: { typed: form.values, errors } })
    if (!form.ok) return again(form.errors)
    const language = languageOf(c)
    const step = { language, version: form.data.version, today: c.get('t').today }
    const done = await readTranslation(needs, staffOf(c), reportIdOf(c), step)
    return answerOf(c, done, {
      ...{ flash: 'analysis.reports.translation.out', typed: form.values, again },
      at: `/translations/${language}`,
    })
  })
}

async function keep(c: Ctx, needs: Needs, written: Omit<Written, 'language'>, typed: FormValues): Promise<Response> {
  const language = languageOf(c)
  const done = await writeTranslation(needs, staffOf(c), reportIdOf(c), { ...written, language })
  return answerOf(c, done, { flash: 'analysis.reports.saved', typed, at: `/translations/${language}` })
}

/** The report, its pieces and its translation; the language in which it was written is no translation. */
async function asked(c: Ctx, { transact }: Needs) {
  const language = languageOf(c)
  const found = await withReport(c, transact, async (tx, report) => ({
    passages: passagesOf(await toldIn(tx, report)),
    translation: await translationOf(tx, report.id, language),
  }))
  if (found.report.language === language) notFound('language of analysis', 'its own')
  return { ...found, language }
}

async function translationPage(c: Ctx, needs: Needs, again: Again = {}): Promise<Response> {
  const t = c.get('t')
  const actor = staffOf(c)
  const { typed, errors = [], refused, reading } = again
  const { report, passages, translation, language } = await asked(c, needs)
  const kept = Object.fromEntries(passages.map(({ key }) => [`text.${key}`, lastWritten(translation, key)?.text]))
  const isReader = isSecond(report) && translation !== undefined && mayReadTranslation(translation, actor.userId)
  return workplacePage(
    c,
    { title: t('analysis.reports.translation.title', { language: languageName(t, language) }) },
    <TranslationPage
      {...{ t, report, language, passages, translation, refused }}
      form={filledForm(t, typed ?? kept, errors)}
      version={seenVersion()
        .catch(translation?.version ?? 0)
        .parse(typed?.version ?? translation?.version ?? 0)}
      mayWrite={writeReports.allows(actor) && mayTranslate(report)}
      reading={
        isReader && secondReadReports.allows(actor) ? filledForm(t, reading?.typed ?? {}, reading?.errors) : undefined
      }
    />,
    errors.length > 0 || reading ? 422 : 200,
  )
}

const isSecond = ({ state }: Report) => state === 'published'

/** One of the languages of the municipality's public pages. */
function languageOf(c: Ctx): Language {
  const language = c.req.param('language')
  const offered: readonly string[] = municipalityOf(c).languages
  return isLanguage(language) && offered.includes(language) ? language : notFound('language of analysis', 'unknown')
}
