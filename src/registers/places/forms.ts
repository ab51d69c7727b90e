import { z } from 'zod'
import { type FormValues, identifier, manyOf, requiredText, seenVersion } from '../../platform/http/index.ts'
import type { Neighbourhood } from './place.ts'

/** A composed neighbourhood as typed; `version` is absent for a new one. */
export const compositionForm = z
  .object({
    id: identifier(),
    version: seenVersion().positive().optional(),
    name: requiredText(160),
    areaIds: manyOf(identifier()),
    streetIds: manyOf(identifier()),
  })
  .refine(({ areaIds, streetIds }) => areaIds.length + streetIds.length > 0, {
    path: ['areaIds'],
    message: 'places.error.parts',
  })
export type CompositionInput = z.output<typeof compositionForm>

/** Fills the form with what is kept. */
export const valuesOf = (
  { id, name, version }: Neighbourhood,
  parts: { readonly areaIds: readonly string[]; readonly streetIds: readonly string[] },
): FormValues => ({ id, name, version: String(version), ...parts })
