import { z } from 'zod'
import { identifier, isoDate, manyOf, oneOf, requiredText } from '../../platform/http/index.ts'
import { reasonsToKeep } from './proposal-store.ts'
import { seriesNames } from './series.ts'

/** Years, months, days, as in an ISO 8601 duration. */
export const termUnits = ['Y', 'M', 'D'] as const

export const ruleForm = z.object({
  id: identifier(),
  series: oneOf(seriesNames),
  count: z.coerce
    .number({ error: 'retention.error.count' })
    .int('retention.error.count')
    .min(1, 'retention.error.count')
    .max(999, 'retention.error.count'),
  unit: oneOf(termUnits),
  reference: requiredText(200),
  motivation: requiredText(600),
  decidedBy: requiredText(160),
  decidedOn: isoDate(),
})

const version = z.coerce.number().int().positive()
export const checkForm = z
  .object({ version, kept: manyOf(identifier()), because: oneOf(reasonsToKeep).optional() })
  .refine(({ kept, because }) => kept.length === 0 || because, { path: ['because'], error: 'form.error.choose' })
export const stepForm = z.object({ version })
