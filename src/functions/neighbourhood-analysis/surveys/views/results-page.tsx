import { isKnown } from '@meernet/statistics'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  BarChart,
  Cluster,
  DescriptionList,
  EmptyState,
  Heading,
  Hint,
  Lead,
  Link,
  Section,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import type { ShownFigure } from '../../publishing/shown-figure.ts'
import { scaleCalled } from '../instruments/scales.ts'
import type { Spoken } from '../questionnaire/spoken.ts'
import { answerWords, plain, questionWords } from '../results/result-rows.ts'
import type { ShownAnswer, ShownResult, SurveyResults } from '../results/results.ts'
import { noAnswer } from '../results/tables.ts'
import { fewestAnswers, type SurveyWithQuestions } from '../rounds/survey.ts'

type Props = {
  readonly t: Texts
  readonly survey: SurveyWithQuestions
  readonly results: SurveyResults | null
  readonly spoken: Spoken
  readonly names: ReadonlyMap<string, string>
  readonly municipality: string
}

/** What came of a survey: who answered, then question by question, bars with their table. */
export function ResultsPage(props: Props) {
  const { t, survey, results, municipality } = props
  const path = `/analysis/surveys/${survey.id}`
  return (
    <Stack>
      <BackLink href={path} text={survey.title} />
      <Heading level={1}>{t('analysis.survey.resultsOf', { title: survey.title })}</Heading>
      {results ? (
        <>
          <Lead>{t('analysis.survey.results.lead')}</Lead>
          {survey.answersGoneOn ? (
            <Hint>{t('analysis.survey.gone.text', { day: t.day(survey.answersGoneOn) })}</Hint>
          ) : null}
          <Cluster>
            <Link href={`${path}/results.csv`} icon="download">
              {t('analysis.survey.csv')}
            </Link>
            <Link href={`${path}/results.xlsx`} icon="download">
              {t('analysis.survey.xlsx')}
            </Link>
          </Cluster>
          <Response {...props} results={results} />
          {results.results.map((result, place) => (
            <Result key={result.key} {...props} results={results} result={result} place={place} />
          ))}
          <Hint>{t('analysis.survey.results.note')}</Hint>
          <Hint>{t('analysis.survey.provenance', { name: municipality })}</Hint>
        </>
      ) : (
        <NoResults t={t} survey={survey} />
      )}
    </Stack>
  )
}

function NoResults({ t, survey: { state, answersGoneOn } }: Pick<Props, 't' | 'survey'>) {
  const title = state === 'finished' ? 'tooFew' : 'notFinished'
  if (answersGoneOn)
    return <EmptyState icon="clipboard-list" title={t('analysis.survey.count.gone', { day: t.day(answersGoneOn) })} />
  return (
    <EmptyState
      icon="clipboard-list"
      title={t(`analysis.survey.${title}`)}
      text={t(`analysis.survey.${title}.text`, { count: fewestAnswers })}
    />
  )
}

type WithResults = Props & { readonly results: SurveyResults }

function Response({ t, results, names }: WithResults) {
  const counted = (items: readonly { readonly key: string; readonly count: ShownFigure }[], group: string) =>
    t.list(items.map(({ key, count }) => `${wordFor(t, group, key)}: ${plain(t, count)}`))
  return (
    <Section title={t('analysis.survey.response')}>
      <DescriptionList
        items={[
          { term: t('analysis.survey.answers'), value: plain(t, results.answered) },
          ...results.areas.map(({ id, answered }) => ({ term: names.get(id) ?? '', value: plain(t, answered) })),
          { term: t('analysis.survey.byMode'), value: counted(results.modes, 'mode') },
          { term: t('analysis.survey.byLanguage'), value: counted(results.languages, 'language') },
        ]}
      />
    </Section>
  )
}

const wordFor = (t: Texts, group: string, key: string) =>
  t.has(`analysis.survey.${group}.${key}`) ? t(`analysis.survey.${group}.${key}`) : key

function Result({
  t,
  spoken,
  results,
  names,
  result,
  place,
}: WithResults & { readonly result: ShownResult; readonly place: number }) {
  const title = questionWords(t, spoken, result)
  const words = (answer: string) => answerWords(t, spoken, result, answer)
  const cite = result.scale ? scaleCalled(result.scale.key)?.source : undefined
  if (result.asked === null)
    return (
      <Section title={title} level={3}>
        <Hint>{t('analysis.survey.fewAsked')}</Hint>
      </Section>
    )
  // Nobody left it out: a row of zeros says nothing.
  const answers = result.answers.filter(({ answer, count }) => answer !== noAnswer || count.value !== 0)
  return (
    <BarChart
      id={`survey-${place}`}
      title={title}
      caption={result.asked ? t('analysis.survey.asked', { count: plain(t, result.asked) }) : undefined}
      source={cite}
      tableText={t('analysis.survey.asTable')}
      words={{ row: t('analysis.survey.column.answer'), value: t('analysis.survey.share') }}
      most={100}
      rows={answers.map(({ answer, share, interval }) => ({
        key: answer,
        name: words(answer),
        value: share.value,
        text: percentText(t, share),
        low: interval?.low,
        high: interval?.high,
      }))}
      table={<AnswerTable t={t} results={results} names={names} caption={title} words={words} answers={answers} />}
    />
  )
}

type AnswerTableProps = Pick<WithResults, 't' | 'results' | 'names'> & {
  readonly caption: string
  readonly words: (answer: string) => string
  readonly answers: readonly ShownAnswer[]
}

/** The same answers in figures: with their interval, by area, and beside the round before where there was one. */
function AnswerTable({ t, results, names, caption, words, answers }: AnswerTableProps) {
  const compared = {
    key: 'compared',
    heading: t('analysis.survey.before'),
    cell: (row: ShownAnswer) => (row.compared ? t(`analysis.survey.compared.${row.compared}`) : ''),
  }
  const figure = (key: string, heading: string, cell: (row: ShownAnswer) => string) => ({
    key,
    heading,
    cell,
    numeric: true,
  })
  return (
    <Table
      caption={caption}
      captionHidden
      rows={answers}
      rowKey={({ answer }) => answer}
      columns={[
        {
          key: 'answer',
          heading: t('analysis.survey.column.answer'),
          cell: ({ answer }) => words(answer),
          rowHeader: true,
        },
        figure('count', t('analysis.survey.column.count'), ({ count }) => plain(t, count)),
        figure('share', t('analysis.survey.share'), ({ share }) => percentText(t, share)),
        figure('interval', t('analysis.survey.interval'), (row) => intervalText(t, row)),
        ...results.areas.map(({ id }, column) =>
          figure(id, names.get(id) ?? '', ({ shares }) => (shares[column] ? percentText(t, shares[column]) : '')),
        ),
        ...(answers.some((row) => row.compared !== null) ? [compared] : []),
      ]}
    />
  )
}

const percentText = (t: Texts, figure: ShownFigure) =>
  isKnown(figure.value) ? t('analysis.survey.percent', { value: figure.value }) : plain(t, figure)

const intervalText = (t: Texts, { interval }: ShownAnswer) =>
  interval ? t('analysis.survey.between', { low: interval.low, high: interval.high }) : '–'
