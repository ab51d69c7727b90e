import { z } from 'zod'
import { checkbox, manyOf, optionalText } from '../../../platform/http/index.ts'

/** What is said about a file of areas that is sent; all of it may be left out when the file says it itself. */
export const areaFileForm = z.object({
  edition: optionalText(4).refine(
    (text) => text === undefined || /^(2018|2024|2025)$/.test(text),
    'places.areas.error.edition',
  ),
  saidNisCode: optionalText(5).refine(
    (text) => text === undefined || /^[0-9]{5}$/.test(text),
    'places.areas.error.nisCode',
  ),
  source: optionalText(200),
  licence: optionalText(200),
  isApproximate: checkbox(),
})
export type AreaFileStated = z.output<typeof areaFileForm>

/** Which municipalities beside one's own are kept along. */
export const neighboursForm = z.object({ neighbours: manyOf(z.string().regex(/^[0-9]{5}$/)) })
