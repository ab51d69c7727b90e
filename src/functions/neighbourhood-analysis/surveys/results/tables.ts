import type { BaseCell, Dimension, Ledger, Table } from '@meernet/statistics'
import { classOf, scaleCalled, scoreOf } from '../instruments/scales.ts'
import { otherChoice } from '../questionnaire/answering.ts'
import { isCounted, type Question, type Questionnaire, type ScaleUse } from '../questionnaire/questionnaire.ts'
import type { AnswerSheet } from '../rounds/answer-store.ts'
import { bandsOf } from './bands.ts'
import { areaIn, elsewhere, everywhere, knownPart, type Population } from './populations.ts'

/** Answers as tables to be protected: by area and by answer, of everybody who was asked. */
export const asked = 'asked'
export const noAnswer = 'noAnswer'
export const everybody = 'everybody'
/** The answers that an indicator counts, as one sum: in the same table, or what is hidden could be worked out from it. */
export const countedAnswers = 'counted'

const areaDimension = (areas: readonly string[]): Dimension => ({
  id: 'area',
  categories: [{ id: everywhere }, ...[...areas, elsewhere].map((id) => ({ id, within: [everywhere] }))],
})

/** How many were asked per area: told to readers, so every table of theirs is protected in view of it. */
export function responseTable({ sheets, areas }: Population): Table {
  return { dimensions: [areaDimension(areas)], cells: counted([...sheets], (sheet) => [areaIn(sheet, areas)]) }
}

/** How many answered by something else of the sheet: its mode, its language. */
export function tableBy({ sheets, areas }: Population, id: 'mode' | 'language'): Table {
  const values = [...new Set([...sheets].map((sheet) => sheet[id]))].toSorted()
  return {
    dimensions: [
      areaDimension(areas),
      { id, categories: [{ id: everybody }, ...values.map((value) => ({ id: value, within: [everybody] }))] },
    ],
    cells: counted([...sheets], (sheet) => [areaIn(sheet, areas), sheet[id]]),
    views: [{ area: [everywhere], [id]: 'all' }],
  }
}

/** One thing that is counted of a question: which answer was given, or whether this one was among those given. */
export type Count = {
  readonly question: Question
  readonly population: Population
  /** For a question with several answers: the one that is counted. */
  readonly choice: string | null
  readonly answers: readonly string[]
  readonly table: Table
  /** What readers know of it from other questions: how many were asked those. */
  readonly known: Ledger
}

/** What is counted of a question among those who were asked it; `told` are all populations of which something is told. */
export function countsOf(
  { figures = [] }: Questionnaire,
  question: Question,
  population: Population,
  told: readonly Population[],
): readonly Count[] {
  if (!isCounted(question)) return []
  const answerOf = (sheet: AnswerSheet) => sheet.answers.get(question.name)
  const count = (choice: string | null, answers: readonly string[], given: (sheet: AnswerSheet) => string): Count => {
    const figure = figures.find((one) => one.question === question.name)
    const sum = question.kind === 'one' ? (figure?.answers ?? []) : []
    const known = told.flatMap((part) => knownPart(population, part, given) ?? [])
    return { question, population, choice, answers, known, table: answerTable(population, { answers, sum }, given) }
  }
  if (question.kind === 'many')
    return choicesOf(question).map((choice) =>
      count(choice, ['chosen'], (sheet) => ([answerOf(sheet) ?? []].flat().includes(choice) ? 'chosen' : noAnswer)),
    )
  if (question.kind === 'one' || question.kind === 'agreed') {
    const answers = question.kind === 'agreed' ? ['OK'] : choicesOf(question)
    return [count(null, answers, (sheet) => among(answers, [answerOf(sheet) ?? []].flat()[0]))]
  }
  const bands = bandsOf(
    [...population.sheets].flatMap((sheet) => answerOf(sheet) ?? []),
    question.kind,
  )
  if (bands.names.length === 0) return []
  return [count(null, bands.names, (sheet) => among(bands.names, bands.nameOf(answerOf(sheet))))]
}

/** The classes of a scale, and of its subscales: all that is ever shown of scores. */
export function scaleTables(
  use: ScaleUse,
  population: Population,
): readonly { readonly part: string; readonly classes: readonly string[]; readonly table: Table }[] {
  const scale = scaleCalled(use.scale)
  if (!scale) return []
  const scores = new Map(
    [...population.sheets].map((sheet) => {
      const answerTo = (item: string) => {
        const answer = sheet.answers.get(use.items[item] ?? '')
        return typeof answer === 'string' ? answer : undefined
      }
      return [sheet, scoreOf(scale, answerTo)] as const
    }),
  )
  const subscales = [...new Set(scale.items.flatMap(({ subscale }) => subscale ?? []))]
  const parts = [
    { part: 'total', classes: scale.classes, of: (sheet: AnswerSheet) => scores.get(sheet)?.total ?? 'void' },
    ...subscales.map((part) => ({
      part,
      classes: scale.subscaleClasses ?? scale.classes,
      of: (sheet: AnswerSheet) => scores.get(sheet)?.subscales[part] ?? ('void' as const),
    })),
  ]
  return parts.map(({ part, classes, of }) => {
    const answers = classes.map(({ key }) => key)
    const table = answerTable(population, { answers, sum: [] }, (sheet) => among(answers, classOf(classes, of(sheet))))
    return { part, classes: answers, table }
  })
}

type Answered = { readonly answers: readonly string[]; readonly sum: readonly string[] }

function answerTable(
  { sheets, areas }: Population,
  { answers, sum }: Answered,
  given: (sheet: AnswerSheet) => string,
): Table {
  const leaves = [...answers, noAnswer].map((id) => ({ id, within: [sum.includes(id) ? countedAnswers : asked] }))
  const sums = [{ id: asked }, ...(sum.length > 0 ? [{ id: countedAnswers, within: [asked] }] : [])]
  return {
    dimensions: [areaDimension(areas), { id: 'answer', categories: [...sums, ...leaves] }],
    cells: counted([...sheets], (sheet) => [areaIn(sheet, areas), given(sheet)]),
  }
}

/** What can be answered: the choices, each once, and something else. */
export const choicesOf = ({ choices = [], hasOther }: Question): readonly string[] => [
  ...new Set([...choices.map(({ name }) => name), ...(hasOther ? [otherChoice] : [])]),
]

const among = (answers: readonly string[], answer: string | undefined) =>
  answers.find((one) => one === answer) ?? noAnswer

function counted(sheets: readonly AnswerSheet[], at: (sheet: AnswerSheet) => readonly string[]): readonly BaseCell[] {
  const cells = Map.groupBy(sheets.map(at), (categories) => categories.join('\t'))
  return [...cells].map(([key, own]) => ({ at: own[0] ?? key.split('\t'), value: own.length }))
}
