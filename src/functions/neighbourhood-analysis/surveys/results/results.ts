import {
  afterPublishing,
  comparedRounds,
  type Interval,
  isKnown,
  type Ledger,
  protectTable,
  type Sampled,
  sensitiveCounts,
  shareInterval,
  type Table,
} from '@meernet/statistics'
import type { ShownFigure } from '../../publishing/shown-figure.ts'
import { type ShownTable, shownFrom, shownTable } from '../../publishing/shown-table.ts'
import type { Question, Questionnaire } from '../questionnaire/questionnaire.ts'
import type { AnswerSheet } from '../rounds/answer-store.ts'
import { fewestAnswers } from '../rounds/survey.ts'
import { everywhere, type Population, populationsOf } from './populations.ts'
import { asked, countsOf, everybody, noAnswer, responseTable, scaleTables, tableBy } from './tables.ts'

/** One answer as readers see it: how many, what part of those asked, how sure that is, and the same per area. */
export type ShownAnswer = {
  readonly answer: string
  readonly count: ShownFigure
  /** In percent. */
  readonly share: ShownFigure
  /** Between which percentages the truth lies in nineteen of twenty cases; absent when something of it is hidden. */
  readonly interval: Interval | null
  /** In percent, by area, in the order of `areas`. */
  readonly shares: readonly ShownFigure[]
  /** Against the round before: said only when chance alone would seldom make the difference. */
  readonly compared: 'higher' | 'lower' | 'notClearlyDifferent' | null
}

/** What came of one question, or of one scale; nothing when too few were asked it, or too few were not. */
export type ShownResult = {
  readonly key: string
  readonly question: Question | null
  readonly scale: { readonly key: string; readonly part: string } | null
  readonly asked: ShownFigure | null
  readonly answers: readonly ShownAnswer[]
}

export type SurveyResults = {
  /** Everybody who answered. */
  readonly answered: ShownFigure
  /** Areas with a column of their own, with how many answered there. */
  readonly areas: readonly { readonly id: string; readonly answered: ShownFigure }[]
  readonly modes: readonly { readonly key: string; readonly count: ShownFigure }[]
  readonly languages: readonly { readonly key: string; readonly count: ShownFigure }[]
  readonly months: { readonly from: string; readonly to: string }
  readonly results: readonly ShownResult[]
}

/**
 * What may be told of a finished survey (P13): nothing below twenty answers; hidden what points at fewer than ten. How many were asked
 * where is told, so every table is protected in view of that: of its own question, and of those that follow from its answers.
 */
export function resultsOf(
  questionnaire: Questionnaire,
  sheets: readonly AnswerSheet[],
  today: string,
  before: SurveyResults | null = null,
): SurveyResults | null {
  if (sheets.length < fewestAnswers) return null
  const { told, of } = populationsOf(questionnaire, sheets, today)
  const [all] = told
  if (!all) return null
  const { shown: response, ledger } = responseOf(all)
  const columns = all.areas
  const months = sheets.map(({ month }) => month).toSorted()
  const questions = questionnaire.questions.flatMap((question) => {
    const population = of.get(question.name)
    if (population === undefined) return []
    return [questionResult(questionnaire, question, population, { told, columns })]
  })
  return {
    answered: response.at(everywhere),
    areas: columns.map((id) => ({ id, answered: response.at(id) })),
    modes: shownBy(tableBy(all, 'mode'), ledger),
    languages: shownBy(tableBy(all, 'language'), ledger),
    months: { from: months[0] ?? '', to: months.at(-1) ?? '' },
    results: withBefore([...questions, ...scaleResults(questionnaire, all, ledger)], before),
  }
}

/** How many of a population there are, as it is told, and as what is known from then on. */
export function responseOf(population: Population): { readonly shown: ShownTable; readonly ledger: Ledger } {
  const response = protectTable(responseTable(population), sensitiveCounts)
  return { shown: shownFrom(response, sensitiveCounts), ledger: afterPublishing([], 'response', response) }
}

type Beside = { readonly told: readonly Population[]; readonly columns: readonly string[] }

function questionResult(
  questionnaire: Questionnaire,
  question: Question,
  population: Population | null,
  { told, columns }: Beside,
): ShownResult {
  const own = { key: question.name, question, scale: null }
  if (population === null) return { ...own, asked: null, answers: [] }
  const { shown: response, ledger } = responseOf(population)
  const answers = countsOf(questionnaire, question, population, told).flatMap((count) => {
    const shown = shownTable(count.table, sensitiveCounts, [...ledger, ...count.known])
    if (count.choice !== null) return [shownAnswer(shown, 'chosen', count.choice, columns)]
    return [...count.answers, noAnswer].map((answer) => shownAnswer(shown, answer, answer, columns))
  })
  return { ...own, asked: response.at(everywhere), answers }
}

function scaleResults({ scales = [] }: Questionnaire, all: Population, ledger: Ledger): readonly ShownResult[] {
  return scales.flatMap((use) =>
    scaleTables(use, all).map(({ part, classes, table }) => {
      const shown = shownTable(table, sensitiveCounts, ledger)
      return {
        key: `${use.scale} ${part}`,
        question: null,
        scale: { key: use.scale, part },
        asked: shown.at(everywhere, asked),
        answers: [...classes, noAnswer].map((answer) => shownAnswer(shown, answer, answer, all.areas)),
      }
    }),
  )
}

function shownAnswer(shown: ShownTable, category: string, answer: string, columns: readonly string[]): ShownAnswer {
  const count = shown.at(everywhere, category)
  const share = shown.shareAt([everywhere, category], [everywhere, asked])
  return {
    answer,
    count,
    share,
    interval: percentInterval(count, shown.at(everywhere, asked), share),
    shares: columns.map((area) => shown.shareAt([area, category], [area, asked])),
    compared: null,
  }
}

/** In percent, only where the share itself is told: an interval around a hidden count would tell it. */
export function percentInterval(count: ShownFigure, whole: ShownFigure, share: ShownFigure): Interval | null {
  if (!isKnown(count.value) || !isKnown(whole.value) || !isKnown(share.value)) return null
  const interval = shareInterval(count.value, whole.value)
  return interval && { low: Math.round(interval.low * 100), high: Math.round(interval.high * 100) }
}

function withBefore(results: readonly ShownResult[], before: SurveyResults | null): readonly ShownResult[] {
  if (!before) return results
  return results.map((result) => {
    const earlier = before.results.find(({ key }) => key === result.key)
    return {
      ...result,
      answers: result.answers.map((answer) => {
        const now = sampledOf(answer)
        const then = sampledOf(earlier?.answers.find((one) => one.answer === answer.answer))
        return now && then ? { ...answer, compared: comparedRounds(now, then) } : answer
      }),
    }
  })
}

function sampledOf(answer: ShownAnswer | undefined): Sampled | undefined {
  if (!answer?.interval || !isKnown(answer.share.value)) return undefined
  return { share: answer.share.value, interval: answer.interval }
}

function shownBy(table: Table, ledger: Ledger) {
  const shown = shownTable(table, sensitiveCounts, ledger)
  const [, by] = table.dimensions
  const keys = (by?.categories ?? []).map(({ id }) => id).filter((id) => id !== everybody)
  return keys.map((key) => ({ key, count: shown.at(everywhere, key) }))
}
