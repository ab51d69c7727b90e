import { type IsoDate, isIsoDate } from '@meernet/calendar'
import { z } from 'zod'
import { identifier, isoDate, manyOf, seenVersion } from '../../../../platform/http/index.ts'
import { type Campaign, withoutStreet } from '../campaign.ts'
import type { PlanWishes } from './proposal.ts'

/** Wishes for a plan: about how many doors, from which day, on which weekdays. */
export const planForm = z.object({
  doorsPerRound: z
    .string({ error: 'form.error.required' })
    .regex(/^\d{1,3}$/, 'volunteers.error.number')
    .transform(Number)
    .refine((doors) => doors >= 5 && doors <= 100, 'detection.round.error.doors'),
  from: isoDate(),
  weekdays: manyOf(z.enum(['1', '2', '3', '4', '5', '6', '7'])).transform((days) => days.map(Number)),
})

/** What the form begins with: 25 doors, weekdays, from the first day that is left. */
export function usualWishes({ startsOn }: Campaign, today: IsoDate): PlanWishes {
  return { doorsPerRound: 25, from: today > startsOn ? today : startsOn, weekdays: [1, 2, 3, 4, 5] }
}

export const moveForm = z.object({
  streetId: z.union([identifier(), z.literal(withoutStreet).transform(() => null)]),
  to: z.uuid({ error: 'form.error.choose' }),
})

export const roundForm = z.object({
  version: seenVersion().positive(),
  day: z.string({ error: 'form.error.required' }).refine(isIsoDate, 'form.error.date'),
  pairId: z.uuid({ error: 'form.error.choose' }),
})
