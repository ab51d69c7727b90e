import { z } from 'zod'
import { optionalText } from '../../../platform/http/index.ts'
import { isPeriod, mappingSchema } from '../../../registers/published-figures/index.ts'

/** What is said about a file of figures that is sent; all of it may be left out when the file says it itself. */
export const figureFileForm = z.object({
  period: optionalText(20).refine((text) => text === undefined || isPeriod(text), 'analysis.error.period'),
  source: optionalText(200),
  licence: optionalText(200),
  mapping: optionalText(20_000).transform((text, context) => {
    if (text === undefined) return undefined
    const parsed = mappingSchema.safeParse(jsonIn(text))
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message: 'analysis.error.mapping' })
    return z.NEVER
  }),
})

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
