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
import { importAreas } from '../access.ts'
import { readAreasTask, type SentAreasFile, sentAreasFile } from './asked-of-areas.ts'
import { areaFileForm } from './forms.ts'
import { StatedFields } from './views/stated-fields.tsx'

type Needs = { readonly transact: Transact; readonly clock: () => Date }

const anewForm = areaFileForm.extend({ version: seenVersion() })

/** A large file of areas that is read in the background, and reading it anew with more said about it. */
export function readingRoutes(routes: Routes, { transact, clock }: Needs): void {
  routes.post('/areas/imports/:importId/reading', may(importAreas), async (c) => {
    const id = c.req.param('importId')
    const isIdentifier = identifier().safeParse(id).success
    const file = isIdentifier ? await transact(staffOf(c), (tx) => sentAreasFile(tx, id)) : undefined
    if (!file) return notFound('sent file', id)
    const form = await parseForm(c, anewForm)
    if (!form.ok) return readingPage(c, file, clock(), filledForm(c.get('t'), form.values, form.errors), 422)
    const { version, ...said } = form.data
    // Only a file that was refused asks what is to be said about it.
    const asked = file.state === 'refused' ? said : file.asked
    // Of another version it is in other hands by now: the page says in whose.
    await transact(staffOf(c), (tx) => readAnew(tx, { id, task: readAreasTask, version, asked }))
    return c.redirect(`/areas/imports/${id}`, 303)
  })
}

/** Where a file stands that is read in the background. */
export function readingPage(
  c: Ctx,
  file: SentAreasFile,
  now: Date,
  form?: FilledForm,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  const t = c.get('t')
  const standing = standingOf(file, now)
  const { answer, asked } = file
  const { isApproximate, ...stated } = asked
  const hasOwnColumns = answer?.kind === 'refused' && answer.refusal.code === 'header'
  const fields = form ?? filledForm(t, { ...stated, isApproximate: isApproximate ? 'on' : undefined })
  const page = (
    <ReadingPage
      t={t}
      file={file}
      standing={standing}
      path={`/areas/imports/${file.id}`}
      back={{ href: '/areas', text: t('places.areas') }}
      unit="areas"
      why={
        answer?.kind === 'refused' ? (
          <RefusalSection t={t} refused={answer.refusal} explanation={`places.areas.refused.${answer.refusal.code}`} />
        ) : answer?.kind === 'asks' ? (
          <Notice kind="attention">{t(`places.areas.notKept.${answer.reason}`)}</Notice>
        ) : null
      }
      errors={fields.errors}
      fields={standing === 'refused' ? <StatedFields t={t} form={fields} hasOwnColumns={hasOwnColumns} /> : null}
    />
  )
  return workplacePage(c, { title: t(`sentFiles.title.${standing}`) }, page, status)
}
