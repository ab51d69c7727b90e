import {
  afterPublishing,
  comparedWith,
  type Interval,
  isKnown,
  type Ledger,
  protectTable,
  sensitiveCounts,
  shareInterval,
  type Table,
} from '@meernet/statistics'
import type { ShownFigure } from '../../publishing/shown-figure.ts'
import { type ShownTable, shownFrom, shownTable } from '../../publishing/shown-table.ts'
import type { Question, Questionnaire } from '../questionnaire/questionnaire.ts'
import type { AnswerSheet } from '../rounds/answer-store.ts'
import { fewestAnswers } from '../rounds/survey.ts'
import {
  areasShown,
  asked,
  countsOf,
  everybody,
  everywhere,
  noAnswer,
  responseTable,
  scaleTables,
  tableBy,
} from './tables.ts'

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

/** What came of one question, or of one scale: `choice` when its answers could be combined and each is counted apart. */
export type ShownResult = {
  readonly key: string
  readonly question: Question | null
  readonly scale: { readonly key: string; readonly part: string } | null
  readonly asked: ShownFigure
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
 * What may be told of a finished survey (P13): nothing below twenty answers; hidden what points at fewer than ten; every table
 * protected in view of how many answered where, which all of them share.
 */
export function resultsOf(
  questionnaire: Questionnaire,
  sheets: readonly AnswerSheet[],
  today: string,
  before: SurveyResults | null = null,
): SurveyResults | null {
  if (sheets.length < fewestAnswers) return null
  const areas = areasShown(sheets)
  const protectedResponse = protectTable(responseTable(sheets, areas), sensitiveCounts)
  const response = shownFrom(protectedResponse, sensitiveCounts)
  const ledger = afterPublishing([], 'response', protectedResponse)
  const months = sheets.map(({ month }) => month).toSorted()
  return {
    answered: response.at(everywhere),
    areas: areas.map((id) => ({ id, answered: response.at(id) })),
    modes: shownBy(tableBy(sheets, areas, 'mode'), ledger),
    languages: shownBy(tableBy(sheets, areas, 'language'), ledger),
    months: { from: months[0] ?? '', to: months.at(-1) ?? '' },
    results: withBefore(
      [
        ...questionResults(questionnaire, sheets, areas, ledger, today),
        ...scaleResults(questionnaire, sheets, areas, ledger),
      ],
      before,
    ),
  }
}

function questionResults(
  questionnaire: Questionnaire,
  sheets: readonly AnswerSheet[],
  areas: readonly string[],
  ledger: Ledger,
  today: string,
): readonly ShownResult[] {
  const counts = countsOf(questionnaire, sheets, areas, today)
  return [...Map.groupBy(counts, ({ question }) => question)].map(([question, own]) => {
    const tables = own.map((count) => ({ ...count, shown: shownTable(count.table, sensitiveCounts, ledger) }))
    const [first] = tables
    return {
      key: question.name,
      question,
      scale: null,
      asked: shownAsked(first?.shown ?? tables[0]?.shown, sheets),
      answers: tables.flatMap(({ choice, answers, shown }) =>
        choice === null
          ? [...answers, noAnswer].map((answer) => shownAnswer(shown, answer, answer, areas))
          : [shownAnswer(shown, 'chosen', choice, areas)],
      ),
    }
  })
}

function scaleResults(
  { scales = [] }: Questionnaire,
  sheets: readonly AnswerSheet[],
  areas: readonly string[],
  ledger: Ledger,
): readonly ShownResult[] {
  return scales.flatMap((use) =>
    scaleTables(use, sheets, areas).map(({ part, classes, table }) => {
      const shown = shownTable(table, sensitiveCounts, ledger)
      return {
        key: `${use.scale} ${part}`,
        question: null,
        scale: { key: use.scale, part },
        asked: shownAsked(shown, sheets),
        answers: [...classes, noAnswer].map((answer) => shownAnswer(shown, answer, answer, areas)),
      }
    }),
  )
}

function shownAsked(shown: ShownTable | undefined, sheets: readonly AnswerSheet[]): ShownFigure {
  if (!shown) throw new RangeError(`nothing was counted of ${sheets.length} sheets`)
  return shown.at(everywhere, asked)
}

function shownAnswer(shown: ShownTable, category: string, answer: string, areas: readonly string[]): ShownAnswer {
  const count = shown.at(everywhere, category)
  const share = shown.shareAt([everywhere, category], [everywhere, asked])
  return {
    answer,
    count,
    share,
    interval: intervalOf(count, shown.at(everywhere, asked), share),
    shares: areas.map((area) => shown.shareAt([area, category], [area, asked])),
    compared: null,
  }
}

/** Only where the share itself is told: an interval around a hidden count would tell it. */
function intervalOf(count: ShownFigure, whole: ShownFigure, share: ShownFigure): Interval | null {
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
        const then = earlier?.answers.find((one) => one.answer === answer.answer)?.share.value
        const isComparable = then !== undefined && isKnown(then) && answer.interval !== null
        return isComparable && answer.interval ? { ...answer, compared: comparedWith(then, answer.interval) } : answer
      }),
    }
  })
}

function shownBy(table: Table, ledger: Ledger) {
  const shown = shownTable(table, sensitiveCounts, ledger)
  const [, by] = table.dimensions
  const keys = (by?.categories ?? []).map(({ id }) => id).filter((id) => id !== everybody)
  return keys.map((key) => ({ key, count: shown.at(everywhere, key) }))
}
