import { z } from 'zod'
import type { Language } from '../../../platform/messages/index.ts'
import typesFile from './content/place-types.json' with { type: 'json' }

/** A kind of place a neighbourhood may have. */
export type PlaceType = z.output<typeof typeSchema>

const typeSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-zA-Z]*$/),
  labels: z.strictObject({ nl: z.string().min(1), fr: z.string().min(1), en: z.string().min(1) }),
  /** People may meet there without an appointment. */
  isMeetingPlace: z.boolean(),
  /** Values of tags of OpenStreetMap that mean this. */
  openStreetMap: z.array(z.string()),
})

/** All types of places, in the order in which they are offered. */
export const placeTypes: readonly PlaceType[] = z.object({ types: z.array(typeSchema) }).parse(typesFile).types

const byCode = new Map(placeTypes.map((type) => [type.code, type]))
const byTag = new Map(placeTypes.flatMap((type) => type.openStreetMap.map((tag) => [tag, type.code] as const)))

/** The type that a value of a tag means; undefined when we have no place for it. */
export const typeOfTag = (tag: string): string | undefined => byTag.get(tag)

/** Whether people may meet at a place of this type. */
export const isMeetingPlace = (code: string | null): boolean =>
  code !== null && byCode.get(code)?.isMeetingPlace === true

/** Codes of places where people may meet. */
export const meetingPlaceTypes: readonly string[] = placeTypes.flatMap(({ code, isMeetingPlace: meets }) =>
  meets ? [code] : [],
)

/** The name of a type for a reader; the code itself when it is not on the list any more. */
export function placeTypeName(code: string, language: Language): string {
  const labels = byCode.get(code)?.labels
  if (!labels) return code
  return language === 'fr' || language === 'en' ? labels[language] : labels.nl
}
