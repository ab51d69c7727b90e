import type { Texts } from '../../../../platform/messages/index.ts'
import type { ShownFigure } from '../../publishing/shown-figure.ts'
import { scaleCalled } from '../instruments/scales.ts'
import { otherChoice } from '../questionnaire/answering.ts'
import type { Spoken } from '../questionnaire/spoken.ts'
import type { SurveyWithQuestions } from '../rounds/survey.ts'
import type { ShownResult, SurveyResults } from './results.ts'
import { noAnswer } from './tables.ts'

type Exported = {
  readonly survey: SurveyWithQuestions
  readonly results: SurveyResults
  readonly spoken: Spoken
  /** Names of the areas, by identifier. */
  readonly names: ReadonlyMap<string, string>
  readonly municipality: string
}

/** The results as rows of a spreadsheet, each with where it comes from: shown figures alone, never a sheet. */
export function resultRows(t: Texts, exported: Exported): readonly (readonly string[])[] {
  const { survey, results, spoken, municipality, names } = exported
  const head = [
    'survey',
    'version',
    'period',
    'question',
    'answer',
    'area',
    'count',
    'percent',
    'low',
    'high',
    'source',
  ]
  const { from, to } = results.months
  const shared = [survey.title, survey.questionnaire.version, from === to ? from : `${from}/${to}`]
  const source = t('analysis.survey.provenance', { name: municipality })
  const rows = results.results.flatMap((result) =>
    result.answers.flatMap(({ answer, count, share, interval, shares }) => {
      const words = [...shared, questionWords(t, spoken, result), answerWords(t, spoken, result, answer)]
      const limits = interval ? [String(interval.low), String(interval.high)] : ['', '']
      return [
        [...words, municipality, plain(t, count), plain(t, share), ...limits, source],
        ...shares.map((figure, place) => [
          ...words,
          names.get(results.areas[place]?.id ?? '') ?? '',
          '',
          plain(t, figure),
          '',
          '',
          source,
        ]),
      ]
    }),
  )
  return [head.map((key) => t(`analysis.survey.column.${key}`)), ...rows]
}

/** The words of a question, or the name of a scale with its part. */
export function questionWords(t: Texts, spoken: Spoken, { question, scale, key }: ShownResult): string {
  if (question) return spoken.say(question.wording) || question.name
  const labels = scaleCalled(scale?.key ?? '')?.labels
  const name = labels ? (t.language === 'fr' || t.language === 'en' ? labels[t.language] : labels.nl) : key
  return scale?.part === 'total'
    ? name
    : t('analysis.survey.subscale', { name, part: t(`analysis.survey.part.${scale?.part}`) })
}

/** The words of an answer, of a class of a scale, or for none. */
export function answerWords(t: Texts, spoken: Spoken, { question, scale }: ShownResult, answer: string): string {
  if (answer === noAnswer) return t(scale ? 'analysis.survey.noScore' : 'analysis.survey.noAnswer')
  if (scale) return t(`analysis.survey.class.${answer}`)
  if (answer === otherChoice && question?.hasOther) return t('analysis.survey.other')
  const choice = question?.choices?.find(({ name }) => name === answer)
  return (choice && spoken.say(choice.wording)) || answer
}

/** A figure for a cell: the number, or the word for why there is none. */
export function plain(t: Texts, { value }: ShownFigure): string {
  return typeof value === 'number' ? String(value) : t(`analysis.missing.${value}`)
}
