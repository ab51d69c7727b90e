import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { type Ctx, municipalityOf } from '../../../platform/http/index.ts'
import { placeOf } from '../local-parameters/place.ts'
import type { Place } from '../rights-check/step.ts'

/** Where a check in a case is done, on a day (today unless said): in the municipality of who does it, with what it decided itself by then. */
export const placeOn = (tx: Tx, c: Ctx, day: IsoDate = c.get('t').today): Promise<Place> =>
  placeOf(tx, day, municipalityOf(c).jurisdiction)
