import type { IsoDate } from '@meernet/calendar'
import { z } from 'zod'
import { type DatedContent, entriesOn } from '../../platform/content/dated-content.ts'

/** Field schema: a code of `content` that may be chosen on `today`. */
export function codeField(content: DatedContent, today: IsoDate) {
  const codes = entriesOn(content, today).map(({ code }) => code)
  return z.string({ error: 'form.error.choose' }).refine((code) => codes.includes(code), 'form.error.choose')
}
