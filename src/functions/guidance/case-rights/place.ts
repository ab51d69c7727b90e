import { type Ctx, municipalityOf } from '../../../platform/http/index.ts'
import type { Place } from '../rights-check/step.ts'

/** Where and when a check in a case is done: today, in the municipality of who does it. */
export function placeHere(c: Ctx): Place {
  return { date: c.get('t').today, region: municipalityOf(c).jurisdiction, parameters: {} }
}
