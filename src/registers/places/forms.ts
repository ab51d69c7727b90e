import { z } from 'zod'
import {
  type FormValues,
  identifier,
  manyOf,
  optionalText,
  requiredText,
  seenVersion,
} from '../../platform/http/index.ts'
import { cornersOf, textOf } from './drawn/border.ts'
import type { Neighbourhood } from './place.ts'
import type { AreaVersion } from './versions/area-version.ts'

/** What every neighbourhood of one's own has; `version` is absent for a new one. */
const own = {
  id: identifier(),
  version: seenVersion().positive().optional(),
  name: requiredText(160),
  why: optionalText(500),
}

/** A neighbourhood composed of areas of three levels and of streets. */
export const compositionForm = z
  .object({
    ...own,
    areaIds: manyOf(identifier()),
    sectorIds: manyOf(identifier()),
    districtIds: manyOf(identifier()),
    streetIds: manyOf(identifier()),
  })
  .refine(
    ({ areaIds, sectorIds, districtIds, streetIds }) => [areaIds, sectorIds, districtIds, streetIds].flat().length > 0,
    {
      path: ['areaIds'],
      message: 'places.error.parts',
    },
  )
export type CompositionInput = z.output<typeof compositionForm>

/** A drawn neighbourhood: its corners as text. */
export const drawingForm = z.object({
  ...own,
  corners: z.string({ error: 'places.border.too-few-corners' }).max(100_000, 'places.border.too-many-corners'),
})

/** Corners alone, while somebody draws. */
export const bordersForm = z.object({ corners: optionalText(100_000) })
export type DrawingInput = z.output<typeof drawingForm>

/** Fills either form with what is kept. */
export function valuesOf(
  { id, name, version }: Neighbourhood,
  { parts, border }: Pick<AreaVersion, 'parts' | 'border'>,
): FormValues {
  const of = (kind: AreaVersion['parts'][number]['kind']) =>
    parts.filter((part) => part.kind === kind).map((part) => part.id)
  return {
    id,
    name,
    version: String(version),
    areaIds: of('neighbourhood'),
    sectorIds: of('sector'),
    districtIds: of('district'),
    streetIds: of('street'),
    corners: border ? textOf(cornersOf(border)) : '',
  }
}
