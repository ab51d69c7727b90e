import { z } from 'zod'
import { checkbox, manyOf, optionalText } from '../../../platform/http/index.ts'
import { type SaidColumns, saidLevels } from '../../published-areas/index.ts'

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
  codeColumn: optionalText(100),
  columnLevel: z.enum(saidLevels).optional().catch(undefined),
  nameColumn: optionalText(100),
  municipalityColumn: optionalText(100),
})
export type AreaFileStated = z.output<typeof areaFileForm>

/** Which columns hold what, when it is said; undefined when it is not. */
export const saidColumns = (stated: AreaFileStated): SaidColumns | undefined =>
  stated.codeColumn === undefined
    ? undefined
    : {
        code: stated.codeColumn,
        level: stated.columnLevel ?? 'neighbourhood',
        name: stated.nameColumn,
        municipality: stated.municipalityColumn,
      }

/** Which municipalities beside one's own are kept along. */
export const neighboursForm = z.object({ neighbours: manyOf(z.string().regex(/^[0-9]{5}$/)) })
