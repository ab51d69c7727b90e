import { type Interval, sensitiveCounts } from '@meernet/statistics'
import type { ShownFigure } from '../../publishing/shown-figure.ts'
import { shownTable } from '../../publishing/shown-table.ts'
import type { AnswerSheet } from '../rounds/answer-store.ts'
import { fewestAnswers, type SurveyWithQuestions } from '../rounds/survey.ts'
import { everywhere, populationsOf } from './populations.ts'
import { percentInterval, responseOf } from './results.ts'
import { asked, countedAnswers, countsOf } from './tables.ts'

/** An indicator of the catalogue as our own survey gives it, already protected. */
export type SurveyFigure = {
  /** Key of the catalogue: `loneliness`, `neighbourContact`, `likesLivingHere`, `informalCarerShare`. */
  readonly indicator: string
  /** Nothing for the municipality as a whole. */
  readonly neighbourhoodId: string | null
  /** The last month in which was answered: `2026-06`. */
  readonly period: string
  /** In percent of those who were asked. */
  readonly figure: ShownFigure
  readonly interval: Interval | null
  readonly surveyId: string
  /** When it was finished. */
  readonly finishedOn: string
}

/**
 * What a finished survey says of indicators of the catalogue, per neighbourhood with twenty answers and for the municipality.
 * Provenance: own anonymous survey.
 */
export function figuresOf(survey: SurveyWithQuestions, sheets: readonly AnswerSheet[]): readonly SurveyFigure[] {
  if (sheets.length < fewestAnswers) return []
  const { questionnaire, id: surveyId, closesOn, finishedOn = closesOn } = survey
  const { told, of } = populationsOf(questionnaire, sheets, finishedOn ?? closesOn)
  const period =
    sheets
      .map(({ month }) => month)
      .toSorted()
      .at(-1) ?? ''
  return (questionnaire.figures ?? []).flatMap(({ indicator, question: name }) => {
    const question = questionnaire.questions.find((one) => one.name === name)
    const population = of.get(name)
    const [count] = question && population ? countsOf(questionnaire, question, population, told) : []
    if (!count || !population) return []
    // The very table of the results, so that both hide the same.
    const shown = shownTable(count.table, sensitiveCounts, [...responseOf(population).ledger, ...count.known])
    return [everywhere, ...population.areas].map((place) => {
      const figure = shown.shareAt([place, countedAnswers], [place, asked])
      return {
        indicator,
        neighbourhoodId: place === everywhere ? null : place,
        period,
        figure,
        interval: percentInterval(shown.at(place, countedAnswers), shown.at(place, asked), figure),
        surveyId,
        finishedOn: finishedOn ?? closesOn,
      }
    })
  })
}
