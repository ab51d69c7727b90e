import { z } from 'zod'
import { checkbox, type FormErrors, type FormValues, seenVersion } from '../../../../platform/http/index.ts'
import { patternKindsIn } from '../../../../platform/texts-about-people/number-patterns.ts'
import type { Passage } from './passages.ts'
import type { Typed } from './translation.ts'

/** The version of a translation that somebody saw; 0 when there was none. */
export const translationVersionForm = z.object({ version: seenVersion() })

/** What the second reader of a translation confirms. */
export const translationReadingForm = translationVersionForm.extend({
  isUnrecognisable: checkbox().refine((ticked) => ticked, 'analysis.reports.error.confirm'),
})

/** What was typed for each piece that the form asked for: `text.…`, with the mark of what stood beside it and whether an older one still holds. */
export function typedIn(passages: readonly Passage[], values: FormValues): ReadonlyMap<string, Typed> {
  const one = (name: string) => [values[name] ?? []].flat()[0]
  return new Map(
    passages.flatMap(({ key }) => {
      const text = one(`text.${key}`)
      const typed = { from: { mark: one(`mark.${key}`) ?? '' }, stillHolds: one(`holds.${key}`) !== undefined }
      return text === undefined ? [] : [[key, { ...typed, text }] as const]
    }),
  )
}

/** What is too long, and what points at a person by a number (P12). */
export function wrongIn(passages: readonly Passage[], typed: ReadonlyMap<string, Typed>): FormErrors {
  return passages.flatMap(({ key, longest }) => {
    const text = typed.get(key)?.text ?? ''
    const field = `text.${key}`
    if (text.length > longest) return [{ field, key: 'form.error.tooLong', values: { max: longest } }]
    return patternKindsIn(text).length > 0 ? [{ field, key: 'analysis.reports.error.numbers', values: {} }] : []
  })
}
