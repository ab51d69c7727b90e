import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Form,
  Heading,
  RadioGroup,
  Stack,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { spokenIn } from '../questionnaire/spoken.ts'
import type { KeptQuestionnaire } from '../rounds/questionnaire-store.ts'
import type { Survey } from '../rounds/survey.ts'

type Props = {
  readonly t: Texts
  readonly form: FilledForm
  readonly survey: Survey | undefined
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly questionnaires: readonly KeptQuestionnaire[]
}

/** What is asked, where, until when. What is asked cannot change afterwards. */
export function SurveyFormPage({ t, form, survey, neighbourhoods, questionnaires }: Props) {
  const path = survey ? `/analysis/surveys/${survey.id}` : '/analysis/surveys'
  const version = survey ? { version: form.field('version').value } : {}
  const questionnaire = form.field('questionnaire')
  return (
    <Stack>
      <BackLink href={path} text={survey ? survey.title : t('analysis.survey.title')} />
      <Heading level={1}>{t(survey ? 'analysis.survey.edit' : 'analysis.survey.new')}</Heading>
      <Form
        action={path}
        hidden={{ id: form.field('id').value, ...version, ...(survey && { questionnaire: questionnaire.value }) }}
      >
        <ErrorSummary title={t('form.summary')} errors={form.errors} />
        {survey ? null : <WhichQuestions t={t} field={questionnaire} questionnaires={questionnaires} />}
        <TextField
          {...form.field('title')}
          label={t('analysis.survey.name')}
          hint={t('analysis.survey.name.hint')}
          required
        />
        <TextArea
          {...form.field('purpose')}
          label={t('analysis.survey.purpose')}
          hint={t('analysis.survey.purpose.hint')}
          maxLength={1000}
        />
        <DateField
          {...form.field('closesOn')}
          label={t('analysis.survey.closesOn')}
          hint={t('analysis.survey.closesOn.hint')}
          min={t.today}
          required
        />
        {neighbourhoods.length > 0 ? (
          <CheckboxGroup
            {...form.list('neighbourhoods')}
            label={t('analysis.survey.neighbourhoods')}
            hint={t('analysis.survey.neighbourhoods.hint')}
            choices={neighbourhoods.map(({ id, name }) => ({ value: id, label: name }))}
            filterLabel={neighbourhoods.length > 12 ? t('analysis.survey.neighbourhoods.filter') : undefined}
          />
        ) : null}
        <ButtonRow>
          <Button>{t('analysis.survey.save')}</Button>
        </ButtonRow>
      </Form>
    </Stack>
  )
}

type WhichProps = Pick<Props, 't' | 'questionnaires'> & { readonly field: ReturnType<FilledForm['field']> }

function WhichQuestions({ t, field, questionnaires }: WhichProps) {
  return (
    <RadioGroup
      {...field}
      label={t('analysis.survey.questionnaire')}
      choices={[
        { value: 'pulse', label: t('analysis.survey.pulse'), hint: t('analysis.survey.pulse.hint') },
        ...questionnaires
          .filter(({ origin }) => origin !== 'pulse')
          .map(({ id, questionnaire: one }) => ({
            value: id,
            label: spokenIn(one, t.language).title,
            hint: t('analysis.survey.version', { version: one.version }),
          })),
      ]}
    />
  )
}
