import type { Tx } from '../../../platform/database/transact.ts'
import { neighbourhoodsOf } from '../../../registers/places/index.ts'
import { catalogueIndicator } from '../catalogue.ts'
import { surveyFigures } from '../surveys/results/own-indicators.ts'
import { countedNeighbourhood } from './counted-neighbourhood.ts'
import type { CountedArea, OwnCount, OwnFigure } from './own-dataset.ts'
import { ownEdition } from './own-edition.ts'

type Asked = { readonly nisCode: string; readonly municipality: string; readonly source: string }

/** What finished anonymous surveys say of indicators of the catalogue. NOTE in a transaction of the program; it is protected already. */
export async function countSurveys(tx: Tx, { nisCode, municipality, source }: Asked): Promise<OwnCount> {
  const found = await surveyFigures(tx)
  const known = await neighbourhoodsOf(tx, { ids: found.flatMap(({ neighbourhoodId }) => neighbourhoodId ?? []) })
  const town: CountedArea = { level: 'municipality', edition: ownEdition, code: nisCode, name: municipality }
  const areas = new Map(known.map((one) => [one.id, countedNeighbourhood(one)]))
  const figures = found.flatMap(({ indicator, neighbourhoodId, period, figure }): OwnFigure[] => {
    const area = neighbourhoodId === null ? town : areas.get(neighbourhoodId)
    return area ? [{ indicator, area, period, value: figure.value }] : []
  })
  const newest = [...new Map(figures.map((one) => [`${one.indicator} ${one.period} ${one.area.code}`, one])).values()]
  const indicators = [...new Set(figures.map(({ indicator }) => indicator))].flatMap((key) => {
    const one = catalogueIndicator(key)
    return one ? [{ indicator: key, kind: one.kind, unit: one.unit }] : []
  })
  return { layout: 'own-survey', source, licence: 'CC0', indicators, figures: newest }
}
