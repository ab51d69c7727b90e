import {
  type Ctx,
  type FormErrors,
  type FormValues,
  filledForm,
  may,
  municipalityOf,
  notFound,
  parseForm,
  type Routes,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { isLanguage, type Language } from '../../../platform/messages/index.ts'
import type { AnalysisNeeds } from '../needs.ts'
import { writeReports } from './access.ts'
import { writeText } from './actions.ts'
import { longest, textForm } from './forms.ts'
import { textsOf } from './part-store.ts'
import { readingOf } from './reading-ease.ts'
import { type TextPart, textParts } from './report.ts'
import { answerOf, withReport } from './report-asked.ts'
import { TextPage } from './views/text-page.tsx'

/** Writing the parts of a report in the language it is made in, one part a page, so that several people write at once. */
export function textRoutes(routes: Routes, needs: Pick<AnalysisNeeds, 'transact'>): void {
  routes.get('/analysis/reports/:id/texts/:part/:language', may(writeReports), (c) => textPage(c))

  routes.post('/analysis/reports/:id/texts/:part/:language', may(writeReports), async (c) => {
    const { part, language } = placeOf(c)
    const form = await parseForm(c, textForm)
    const tooLong = part === 'title' && String(form.values.text ?? '').length > longest.title
    if (tooLong)
      return textPage(c, form.values, [{ field: 'text', key: 'form.error.tooLong', values: { max: longest.title } }])
    if (!form.ok) return textPage(c, form.values, form.errors)
    if (form.data.look !== undefined) return textPage(c, form.values)
    const text = { part, language, text: form.data.text ?? '', version: form.data.version }
    const done = await writeText(needs, staffOf(c), c.req.param('id'), text)
    return answerOf(c, done, { flash: 'analysis.reports.saved', typed: form.values })
  })

  async function textPage(c: Ctx, typed?: FormValues, errors?: FormErrors): Promise<Response> {
    const t = c.get('t')
    const { part, language } = placeOf(c)
    const { report, texts } = await withReport(c, needs.transact, async (tx, { id }) => ({
      texts: await textsOf(tx, id),
    }))
    if (language !== report.language) notFound('text of analysis', 'in another language')
    const kept = texts.find((text) => text.part === part && text.language === language)
    const values = typed ?? { text: kept?.text ?? '' }
    const seen = typed?.version ?? String(kept?.version ?? 0)
    return workplacePage(
      c,
      { title: t(`analysis.reports.part.${part}`) },
      <TextPage
        t={t}
        report={report}
        part={part}
        language={language}
        version={Number([seen].flat()[0] ?? 0)}
        form={filledForm(t, values, errors)}
        reading={language === 'nl' && part !== 'title' ? readingOf([values.text ?? ''].flat().join(' ')) : undefined}
      />,
      errors ? 422 : 200,
    )
  }
}

function placeOf(c: Ctx): { readonly part: TextPart; readonly language: Language } {
  const part = textParts.find((one) => one === c.req.param('part')) ?? notFound('part of analysis', 'unknown')
  const language = c.req.param('language')
  const offered: readonly string[] = municipalityOf(c).languages
  if (!isLanguage(language) || !offered.includes(language)) notFound('language of analysis', 'unknown')
  return { part, language }
}
