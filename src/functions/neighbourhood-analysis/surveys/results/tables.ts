import type { BaseCell, Dimension, Table } from '@meernet/statistics'
import { classOf, scaleCalled, scoreOf } from '../instruments/scales.ts'
import { otherChoice } from '../questionnaire/answering.ts'
import { isCounted, type Question, type Questionnaire, type ScaleUse } from '../questionnaire/questionnaire.ts'
import { askedQuestions } from '../questionnaire/route.ts'
import type { AnswerSheet } from '../rounds/answer-store.ts'
import { fewestAnswers } from '../rounds/survey.ts'
import { bandsOf } from './bands.ts'

/**
 * Answers as tables to be protected: by area and by answer. `everywhere` is everybody; an area has a row of its own only when at
 * least twenty answered there, and when those who did not say where, or live where fewer answered, are none or twenty as well:
 * otherwise the difference with everywhere would tell of those few.
 */
export const everywhere = 'everywhere'
export const elsewhere = 'elsewhere'
/** Everybody who was asked, given an answer or not. */
export const asked = 'asked'
export const everybody = 'everybody'
export const noAnswer = 'noAnswer'
export const notAsked = 'notAsked'
/** The answers that an indicator counts, as one sum: in the same table, or what is hidden could be worked out from it. */
export const countedAnswers = 'counted'

/** The areas that get a row, most answers first. */
export function areasShown(sheets: readonly AnswerSheet[]): readonly string[] {
  const counts = [...Map.groupBy(sheets, ({ neighbourhoodId }) => neighbourhoodId ?? '')]
    .map(([id, own]) => ({ id, count: own.length }))
    .filter(({ id, count }) => id !== '' && count >= fewestAnswers)
    .toSorted((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1))
  while (counts.length > 0) {
    const rest = sheets.length - counts.reduce((sum, { count }) => sum + count, 0)
    if (rest === 0 || rest >= fewestAnswers) break
    counts.pop()
  }
  return counts.map(({ id }) => id)
}

export function areaDimension(areas: readonly string[]): Dimension {
  const leaves = [...areas, elsewhere].map((id) => ({ id, within: [everywhere] }))
  return { id: 'area', categories: [{ id: everywhere }, ...leaves] }
}

const areaOf = ({ neighbourhoodId }: AnswerSheet, areas: readonly string[]) =>
  areas.find((id) => id === neighbourhoodId) ?? elsewhere

/** How many answered per area: known to readers, so every other table is protected in view of it. */
export function responseTable(sheets: readonly AnswerSheet[], areas: readonly string[]): Table {
  return { dimensions: [areaDimension(areas)], cells: counted(sheets, (sheet) => [areaOf(sheet, areas)]) }
}

/** How many answered by something else of the sheet: its mode, its language. */
export function tableBy(sheets: readonly AnswerSheet[], areas: readonly string[], id: 'mode' | 'language'): Table {
  const values = [...new Set(sheets.map((sheet) => sheet[id]))].toSorted()
  return {
    dimensions: [
      areaDimension(areas),
      { id, categories: [{ id: everybody }, ...values.map((value) => ({ id: value, within: [everybody] }))] },
    ],
    cells: counted(sheets, (sheet) => [areaOf(sheet, areas), sheet[id]]),
    views: [{ area: [everywhere], [id]: 'all' }],
  }
}

/** One thing that is counted of a question: which answer was given, or whether this one was among those given. */
export type Count = {
  readonly question: Question
  /** For a question with several answers: the one that is counted. */
  readonly choice: string | null
  readonly answers: readonly string[]
  readonly table: Table
}

/** What is counted of a questionnaire, question by question. */
export function countsOf(
  questionnaire: Questionnaire,
  sheets: readonly AnswerSheet[],
  areas: readonly string[],
  today: string,
): readonly Count[] {
  const { figures = [] } = questionnaire
  const askedOn = sheets.map(
    ({ answers }) => new Set(askedQuestions(questionnaire, answers, today).map(({ name }) => name)),
  )
  return questionnaire.questions.filter(isCounted).flatMap((question) => {
    const sum = question.kind === 'one' ? (figures.find((one) => one.question === question.name)?.answers ?? []) : []
    const isAskedOf = (place: number) => askedOn[place]?.has(question.name) ?? false
    const answerOf = (sheet: AnswerSheet) => sheet.answers.get(question.name)
    const count = (
      choice: string | null,
      answers: readonly string[],
      given: (sheet: AnswerSheet) => string,
    ): Count => ({
      question,
      choice,
      answers,
      table: answerTable(sheets, areas, { answers, sum }, (sheet, place) =>
        isAskedOf(place) ? given(sheet) : notAsked,
      ),
    })
    if (question.kind === 'many')
      return choicesOf(question).map((choice) =>
        count(choice, ['chosen'], (sheet) => ([answerOf(sheet) ?? []].flat().includes(choice) ? 'chosen' : noAnswer)),
      )
    if (question.kind === 'one' || question.kind === 'agreed') {
      const answers = question.kind === 'agreed' ? ['OK'] : choicesOf(question)
      return [count(null, answers, (sheet) => known(answers, [answerOf(sheet) ?? []].flat()[0]))]
    }
    const bands = bandsOf(
      sheets.flatMap((sheet) => answerOf(sheet) ?? []),
      question.kind,
    )
    return bands.names.length === 0
      ? []
      : [count(null, bands.names, (sheet) => known(bands.names, bands.nameOf(answerOf(sheet))))]
  })
}

/** The classes of a scale, and of its subscales: all that is ever shown of scores. */
export function scaleTables(
  use: ScaleUse,
  sheets: readonly AnswerSheet[],
  areas: readonly string[],
): readonly { readonly part: string; readonly classes: readonly string[]; readonly table: Table }[] {
  const scale = scaleCalled(use.scale)
  if (!scale) return []
  const scores = sheets.map(({ answers }) =>
    scoreOf(scale, (item) => {
      const answer = answers.get(use.items[item] ?? '')
      return typeof answer === 'string' ? answer : undefined
    }),
  )
  const parts = [
    { part: 'total', classes: scale.classes, of: (place: number) => scores[place]?.total ?? 'void' },
    ...Object.keys(scores[0]?.subscales ?? {}).map((part) => ({
      part,
      classes: scale.subscaleClasses ?? scale.classes,
      of: (place: number) => scores[place]?.subscales[part] ?? ('void' as const),
    })),
  ]
  return parts.map(({ part, classes, of }) => {
    const names = classes.map(({ key }) => key)
    const classAt = (place: number) => {
      const inClass = classOf(classes, of(place))
      return inClass === 'void' ? noAnswer : inClass
    }
    return {
      part,
      classes: names,
      table: answerTable(sheets, areas, { answers: names, sum: [] }, (_sheet, place) => classAt(place)),
    }
  })
}

type Answered = { readonly answers: readonly string[]; readonly sum: readonly string[] }

function answerTable(
  sheets: readonly AnswerSheet[],
  areas: readonly string[],
  { answers, sum }: Answered,
  given: (sheet: AnswerSheet, place: number) => string,
): Table {
  const leaves = [...answers, noAnswer].map((id) => ({ id, within: [sum.includes(id) ? countedAnswers : asked] }))
  const sums = [
    { id: everybody },
    { id: asked, within: [everybody] },
    ...(sum.length > 0 ? [{ id: countedAnswers, within: [asked] }] : []),
  ]
  return {
    dimensions: [
      areaDimension(areas),
      { id: 'answer', categories: [...sums, { id: notAsked, within: [everybody] }, ...leaves] },
    ],
    cells: counted(sheets, (sheet, place) => [areaOf(sheet, areas), given(sheet, place)]),
  }
}

/** What can be answered: the choices, each once, and something else. */
export const choicesOf = ({ choices = [], hasOther }: Question): readonly string[] => [
  ...new Set([...choices.map(({ name }) => name), ...(hasOther ? [otherChoice] : [])]),
]

const known = (answers: readonly string[], answer: string | undefined) =>
  answers.find((one) => one === answer) ?? noAnswer

function counted(
  sheets: readonly AnswerSheet[],
  at: (sheet: AnswerSheet, place: number) => readonly string[],
): readonly BaseCell[] {
  const cells = Map.groupBy(
    sheets.map((sheet, place) => at(sheet, place)),
    (categories) => categories.join('\t'),
  )
  return [...cells].map(([key, own]) => ({ at: own[0] ?? key.split('\t'), value: own.length }))
}
