import type { Transact } from '../../../platform/database/transact.ts'
import {
  type Ctx,
  type FilledForm,
  filledForm,
  identifier,
  may,
  notFound,
  parseForm,
  type Routes,
  seenVersion,
  staffOf,
  workplacePage,
} from '../../../platform/http/index.ts'
import { RefusalSection } from '../../../platform/published-files/refusal-section.tsx'
import { ReadingPage, readAnew, standingOf } from '../../../platform/sent-files/index.ts'
import { Notice } from '../../../ui/index.ts'
import { importFigures } from '../access.ts'
import { readFiguresTask, type SentFiguresFile, sentFiguresFile } from './asked-of-figures.ts'
import { figureFileForm, statedValues } from './forms.ts'
import { StatedFields } from './views/stated-fields.tsx'

type Needs = { readonly transact: Transact; readonly clock: () => Date }

const anewForm = figureFileForm.omit({ mapping: true }).extend({ version: seenVersion() })

/** A large file of figures that is read in the background, and reading it anew with more said about it. */
export function readingRoutes(routes: Routes, { transact, clock }: Needs): void {
  routes.post('/analysis/figures/imports/:importId/reading', may(importFigures), async (c) => {
    const id = c.req.param('importId')
    const path = `/analysis/figures/imports/${id}`
    const isIdentifier = identifier().safeParse(id).success
    const file = isIdentifier ? await transact(staffOf(c), (tx) => sentFiguresFile(tx, id)) : undefined
    if (!file) return notFound('sent file', id)
    const form = await parseForm(c, anewForm)
    if (!form.ok) return readingPage(c, file, clock(), filledForm(c.get('t'), form.values, form.errors), 422)
    const { version, ...said } = form.data
    // Only a file that was refused asks what is to be said about it.
    const stated = file.state === 'refused' ? said : file.asked.stated
    const asked = { ...file.asked, stated }
    // Of another version it is in other hands by now: the page says in whose.
    await transact(staffOf(c), (tx) => readAnew(tx, { id, task: readFiguresTask, version, asked }))
    return c.redirect(path, 303)
  })
}

/** Where a file stands that is read in the background. */
export function readingPage(
  c: Ctx,
  file: SentFiguresFile,
  now: Date,
  form?: FilledForm,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  const t = c.get('t')
  const standing = standingOf(file, now)
  const { answer, asked } = file
  const fields = form ?? filledForm(t, statedValues(asked.stated))
  const page = (
    <ReadingPage
      t={t}
      file={file}
      standing={standing}
      path={`/analysis/figures/imports/${file.id}`}
      back={{ href: '/analysis/figures', text: t('analysis.figures') }}
      unit="rows"
      why={
        answer?.kind === 'refused' ? (
          <RefusalSection t={t} refused={answer.refusal} explanation={`analysis.refused.${answer.refusal.code}`} />
        ) : answer?.kind === 'asks' ? (
          <Notice kind="attention">{t(`analysis.notImported.${answer.reason}`)}</Notice>
        ) : null
      }
      errors={fields.errors}
      fields={standing === 'refused' ? <StatedFields t={t} form={fields} isOpen /> : null}
    />
  )
  return workplacePage(c, { title: t(`sentFiles.title.${standing}`) }, page, status)
}
