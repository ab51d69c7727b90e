import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, DescriptionList, Heading, Hint, List, Section, Stack } from '../../../../ui/index.ts'
import { scaleCalled } from '../instruments/scales.ts'
import { otherChoice } from '../questionnaire/answering.ts'
import type { Question } from '../questionnaire/questionnaire.ts'
import { type Spoken, spokenIn } from '../questionnaire/spoken.ts'
import type { KeptQuestionnaire } from '../rounds/questionnaire-store.ts'
import { RemarkList } from './remark-list.tsx'

type Props = { readonly t: Texts; readonly kept: KeptQuestionnaire }

/** A questionnaire word for word, with whose it is and what of its file has no place here. */
export function QuestionnairePage({ t, kept }: Props) {
  const { questionnaire, remarks, permission, fileName } = kept
  const spoken = spokenIn(questionnaire, t.language)
  const scales = (questionnaire.scales ?? []).flatMap(({ scale }) => scaleCalled(scale) ?? [])
  return (
    <Stack>
      <BackLink href="/analysis/surveys" text={t('analysis.survey.title')} />
      <Heading level={1}>{spoken.title}</Heading>
      <DescriptionList
        items={[
          { term: t('analysis.survey.version.term'), value: questionnaire.version },
          { term: t('analysis.survey.languages'), value: t.list(questionnaire.languages) },
          { term: t('analysis.source'), value: questionnaire.source },
          { term: t('analysis.file'), value: fileName ?? undefined },
          {
            term: t('analysis.survey.scale'),
            value:
              scales.length > 0 ? (
                <List items={scales.map(({ labels, source }) => `${labels.nl}. ${source}`)} />
              ) : undefined,
          },
          { term: t('analysis.survey.permission'), value: permission ?? undefined },
        ]}
      />
      <RemarkList t={t} remarks={remarks} />
      <QuestionList t={t} spoken={spoken} questions={questionnaire.questions} />
    </Stack>
  )
}

type ListProps = { readonly t: Texts; readonly spoken: Spoken; readonly questions: readonly Question[] }

/** The questions in their order, with their answers and when they are asked. */
export function QuestionList({ t, spoken, questions }: ListProps) {
  return (
    <Section title={t('analysis.survey.questions')}>
      <Stack>
        {questions.map((question, place) => (
          <Stack key={question.name} gap="tiny">
            <p>
              <strong>
                {place + 1}. <bdi>{spoken.say(question.wording) || question.name}</bdi>
              </strong>
            </p>
            <Hint>
              {t(`analysis.survey.kind.${question.kind}`)}
              {question.isRequired ? `, ${t('analysis.survey.required')}` : ''}
            </Hint>
            {question.relevant?.map((condition) => (
              <Hint key={condition}>{t('analysis.survey.relevant', { condition })}</Hint>
            ))}
            {question.choices ? <List items={choiceTexts(t, spoken, question)} /> : null}
          </Stack>
        ))}
      </Stack>
    </Section>
  )
}

function choiceTexts(t: Texts, spoken: Spoken, { choices = [], hasOther }: Question): readonly string[] {
  const most = 20
  const shown = choices.slice(0, most).map((choice) => spoken.say(choice.wording) || choice.name)
  const more = choices.length > most ? [t('analysis.survey.choicesMore', { count: choices.length - most })] : []
  return [...shown, ...more, ...(hasOther ? [t(`analysis.survey.${otherChoice}`)] : [])]
}
