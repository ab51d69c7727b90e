import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  ErrorSummary,
  Form,
  Heading,
  Lead,
  RadioGroup,
  Select,
  Stack,
} from '../../../../ui/index.ts'
import { isAsked } from '../questionnaire/questionnaire.ts'
import { spokenIn } from '../questionnaire/spoken.ts'
import type { SurveyWithQuestions } from '../rounds/survey.ts'
import { QuestionField } from './question-field.tsx'

type Props = {
  readonly t: Texts
  readonly survey: SurveyWithQuestions
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly form: FilledForm
}

/** All questions on one page, answers beside each other, so that a sheet is typed in without turning pages. */
export function TypeInPage({ t, survey, neighbourhoods, form }: Props) {
  const mode = form.field('mode').value === 'staff' ? 'staff' : 'paper'
  const spoken = spokenIn(survey.questionnaire, t.language)
  const questions = survey.questionnaire.questions.filter(isAsked)
  return (
    <Stack>
      <BackLink href={`/analysis/surveys/${survey.id}`} text={survey.title} />
      <Heading level={1}>{t(mode === 'staff' ? 'analysis.survey.interview' : 'analysis.survey.typeIn')}</Heading>
      <Lead>{t(`analysis.survey.typeIn.${mode}`)}</Lead>
      <Form action={`/analysis/surveys/${survey.id}/answers`} hidden={{ id: form.field('id').value, mode }}>
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        <Select
          {...form.field('language')}
          label={t('analysis.survey.sheetLanguage')}
          choices={survey.questionnaire.languages.map((language) => ({
            value: language,
            label: t.has(`analysis.survey.language.${language}`) ? t(`analysis.survey.language.${language}`) : language,
          }))}
        />
        {neighbourhoods.length > 0 ? (
          <RadioGroup
            {...form.field('neighbourhood')}
            label={t('analysis.survey.sheetNeighbourhood')}
            inline
            choices={[
              ...neighbourhoods.map(({ id, name }) => ({ value: id, label: name })),
              { value: 'elsewhere', label: t('analysis.survey.notSaid') },
            ]}
          />
        ) : null}
        {questions.map((question, place) => (
          <QuestionField
            key={question.name}
            t={t}
            spoken={spoken}
            question={{ ...question, choices: question.choices ?? [] }}
            form={form}
            mark={String(place + 1)}
            inline
          />
        ))}
        <ButtonRow>
          <Button>{t('analysis.survey.keepSheet')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}
