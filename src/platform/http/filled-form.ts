import type { Texts } from '../messages/index.ts'
import { errorTexts, type FormErrors, type FormValues } from './form.ts'

/** A form as a page shows it: what was typed or known, and what is wrong, per field. */
export type FilledForm = {
  /** For `ErrorSummary`. */
  readonly errors: readonly { readonly field: string; readonly text: string }[]
  /** Name, value and error of a field that takes one text. */
  field(name: string): { readonly name: string; readonly value: string; readonly error: string | undefined }
  /** Name, values and error of a field with any number of ticked boxes. */
  list(name: string): { readonly name: string; readonly values: readonly string[]; readonly error: string | undefined }
  /** The version the form goes out with: when it is sent back to be mended the one that was seen, otherwise the one of `now`. */
  version(now: number): string
}

/** Fills a form with `values` and the sentences for `errors`. */
export function filledForm(t: Texts, values: FormValues, errors: FormErrors = []): FilledForm {
  const texts = errorTexts(t, errors)
  const error = (name: string) => texts.find(({ field }) => field === name)?.text
  return {
    errors: texts,
    field: (name) => ({ name, value: [values[name] ?? ''].flat()[0] ?? '', error: error(name) }),
    list: (name) => ({ name, values: [values[name] ?? []].flat(), error: error(name) }),
    version: (now) => [values.version ?? ''].flat()[0] || String(now),
  }
}
