import { z } from 'zod'
import { dayIn } from './checks.ts'

/** What a list of the API may be asked; what else stands in the address is ignored, as HSDS wants it. */
const listQuery = z.object({
  page: wholeNumber('page', 1_000_000).default(1),
  per_page: wholeNumber('per_page', 100).default(20),
  full: z.enum(['true', 'false'], 'true or false').default('false'),
  search: z.string().max(200, 'at most 200 characters').optional(),
  organization_id: z.guid('a UUID').optional(),
  modified_after: z
    .string()
    .refine((text) => dayIn(text) !== undefined, 'a day or a moment, such as 2026-11-23')
    .transform((text) => dayIn(text))
    .optional(),
})
export type ListQuery = z.output<typeof listQuery>

/** What is wrong in an address: which parameter, and what was expected. */
export type WrongParameter = { readonly parameter: string; readonly expected: string }

/** Reads what a list is asked. */
export function listQueryFrom(
  parameters: Readonly<Record<string, string>>,
): { readonly ok: true; readonly query: ListQuery } | { readonly ok: false; readonly wrong: WrongParameter } {
  const parsed = listQuery.safeParse(parameters)
  if (parsed.success) return { ok: true, query: parsed.data }
  const issue = parsed.error.issues[0]
  return { ok: false, wrong: { parameter: String(issue?.path[0] ?? ''), expected: issue?.message ?? '' } }
}

function wholeNumber(name: string, max: number) {
  const expected = `a whole number from 1 to ${max} as ${name}`
  return z
    .string()
    .regex(/^[0-9]{1,7}$/, expected)
    .transform(Number)
    .refine((number) => number >= 1 && number <= max, expected)
}
