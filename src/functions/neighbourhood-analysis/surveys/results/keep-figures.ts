import { isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import { municipalityById } from '../../../../registers/municipalities/index.ts'
import { type Neighbourhood, neighbourhoodsOf } from '../../../../registers/places/index.ts'
import { keepFigures } from '../../figures/import-figures.ts'
import { type CountedArea, type OwnFigure, ownDataset } from '../../own-counts/own-dataset.ts'
import { ownEdition } from '../../own-counts/own-edition.ts'
import { sheetsOf } from '../rounds/answer-store.ts'
import { surveysOf } from '../rounds/survey-store.ts'
import { figuresOf } from './own-indicators.ts'

/** Task that brings the indicators of a finished survey among the figures. */
export const keepSurveyFiguresTask = 'analysis.keepSurveyFigures'

/**
 * Keeps what a finished survey says of indicators of the catalogue beside the published figures, protected as its results are, with the
 * survey as source. Doing it again changes nothing. NOTE in a transaction of the program.
 */
export async function keepSurveyFigures(tx: Tx, surveyId: string): Promise<void> {
  const [survey] = await surveysOf(tx, { id: surveyId })
  const municipality = await municipalityById(tx.db, tx.actor.municipalityId)
  if (survey?.state !== 'finished' || !municipality) return
  const found = figuresOf(survey, await sheetsOf(tx, surveyId))
  const ids = [...new Set(found.flatMap(({ neighbourhoodId }) => neighbourhoodId ?? []))]
  const areas = new Map((await neighbourhoodsOf(tx, { ids })).map((one) => [one.id, areaOf(one)]))
  const town = {
    level: 'municipality',
    edition: ownEdition,
    code: municipality.nisCode,
    name: municipality.name,
  } as const
  const figures = found.flatMap(({ indicator, neighbourhoodId, period, figure }): readonly OwnFigure[] => {
    const area = neighbourhoodId === null ? town : areas.get(neighbourhoodId)
    return area ? [{ indicator, area, period, value: figure.value }] : []
  })
  const indicators = [...new Set(figures.map(({ indicator }) => indicator))]
  const today = isoDateIn(municipalTimeZone, tx.now)
  const dataset = ownDataset(
    {
      layout: 'own-survey',
      source: `${municipality.name}: ${survey.title}`.slice(0, 200),
      licence: 'CC0',
      indicators: indicators.map((indicator) => ({ indicator, kind: 'share', unit: '%' })),
      figures,
    },
    today,
  )
  if (dataset) await keepFigures(tx, dataset)
}

const areaOf = ({ id, edition, code, name }: Neighbourhood): CountedArea => ({
  level: 'neighbourhood',
  edition: code === null ? ownEdition : edition,
  code: code ?? id,
  name,
})
