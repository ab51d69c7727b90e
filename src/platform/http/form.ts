import { z } from 'zod'
import { withoutTurns } from '../../ui/typed-text/turned-text.ts'
import type { Texts } from '../messages/index.ts'
import type { Ctx } from './context.ts'

/** What was typed, to fill the form again. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>
/** What is wrong, per field; `key` is a message key, `values` its numbers. */
export type FormError = {
  readonly field: string
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}
export type FormErrors = readonly FormError[]
/** A form that was sent, checked or with what is wrong; `values` is what was typed, to show again. */
export type ParsedForm<Data> =
  | { readonly ok: true; readonly data: Data; readonly values: FormValues }
  | { readonly ok: false; readonly errors: FormErrors; readonly values: FormValues }

/**
 * Reads and checks a posted form. Repeated fields arrive as a list; text is trimmed and cleaned, but for the fields of `asTyped`
 * (passwords); an empty text counts as absent.
 */
export async function parseForm<Schema extends z.ZodType>(
  c: Ctx,
  schema: Schema,
  asTyped: readonly string[] = [],
): Promise<ParsedForm<z.output<Schema>>> {
  return checkForm(await formValues(c, asTyped), schema)
}

/** Checks values that are already read (a query, a test). */
export function checkForm<Schema extends z.ZodType>(values: FormValues, schema: Schema): ParsedForm<z.output<Schema>> {
  const present = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(present)
  return parsed.success
    ? { ok: true, data: parsed.data, values }
    : { ok: false, errors: errorsOf(parsed.error), values }
}

/** Sentences for an error summary and for the fields. */
export function errorTexts(t: Texts, errors: FormErrors): readonly { field: string; text: string }[] {
  return errors.map(({ field, key, values }) => ({ field, text: t(key, values) }))
}

/** Field schema: a checkbox, true when ticked. */
export const checkbox = () =>
  z
    .string()
    .optional()
    .transform((value) => value !== undefined)

/** Field schema: any number of ticked boxes or chosen options, as a list. */
export const manyOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item))

/** Field schema: text that must be there, of at most `max` characters. */
export const requiredText = (max: number) =>
  z.string({ error: 'form.error.required' }).min(1, 'form.error.required').max(max, 'form.error.tooLong')

/** Field schema: text that may be absent, of at most `max` characters. */
export const optionalText = (max: number) => z.string().max(max, 'form.error.tooLong').optional()

/** Field schema: one of a closed list. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: 'form.error.choose' })

/** Field schema: a day that exists. */
export const isoDate = () => z.iso.date({ error: 'form.error.date' })

/** Field schema: the version of a record that somebody saw, 0 when there was none yet; never more than the database counts. */
export const seenVersion = () => z.coerce.number({ error: 'form.error.invalid' }).int().min(0).max(2_000_000_000)

/** Field schema: an identifier made where the thing is made. */
export const identifier = () => z.uuid({ error: 'form.error.identifier' })

/** Field schema: a telephone number as people write it. */
export const phone = () =>
  z
    .string()
    .max(40, 'form.error.phone')
    .regex(/^\+?[0-9][0-9 ./()-]{5,}$/, 'form.error.phone')

/** Field schema: an e-mail address, in lower case. */
export const emailAddress = () =>
  z
    .string({ error: 'form.error.required' })
    .max(254, 'form.error.email')
    .transform((value) => value.toLowerCase())
    .pipe(z.email({ error: 'form.error.email' }))

/** One kind of line end, no control characters but line ends and tabs, no signs that turn text around, no spaces at the ends. */
export function typedText(text: string): string {
  return withoutTurns(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}

async function formValues(c: Ctx, asTyped: readonly string[]): Promise<FormValues> {
  const body = await c.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const text = asTyped.includes(name) ? (typed: string) => typed : typedText
      return [name, Array.isArray(value) ? value.filter(isText).map(text) : isText(value) ? text(value) : undefined]
    }),
  )
}

const isText = (value: unknown): value is string => typeof value === 'string'

function errorsOf(error: z.ZodError): FormErrors {
  const seen = new Set<string>()
  return error.issues.flatMap((issue) => {
    const field = String(issue.path[0] ?? '')
    if (seen.has(field)) return []
    seen.add(field)
    const key = issue.message.includes('.')
      ? issue.message
      : issue.code === 'too_big'
        ? 'form.error.tooLong'
        : 'form.error.invalid'
    return [{ field, key, values: { max: 'maximum' in issue ? Number(issue.maximum) : 0 } }]
  })
}
