import { z } from 'zod'
import { isoDate, optionalText } from '../http/index.ts'

/** What of the log is shown; what makes no sense in an address counts as not asked. */
export const filterForm = z.object({
  day: isoDate().optional().catch(undefined),
  action: optionalText(80).catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
