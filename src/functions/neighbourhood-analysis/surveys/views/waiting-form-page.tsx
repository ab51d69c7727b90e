import type { FilledForm } from '../../../../platform/http/index.ts'
import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  DescriptionList,
  ErrorSummary,
  Form,
  Heading,
  HiddenField,
  Lead,
  Stack,
  TextField,
} from '../../../../ui/index.ts'
import { spokenIn } from '../questionnaire/spoken.ts'
import { toldCount } from '../rounds/survey.ts'
import type { WaitingForm } from '../workbook/waiting-form-store.ts'
import { QuestionList } from './questionnaire-page.tsx'
import { RemarkList } from './remark-list.tsx'
import { countText } from './surveys-page.tsx'

type Props = {
  readonly t: Texts
  readonly id: string
  readonly waiting: WaitingForm
  readonly form: FilledForm
}

/** What a form holds and what has no place here, before it is kept. */
export function WaitingFormPage({ t, id, waiting, form }: Props) {
  const { questionnaire, remarks, sheets, fileName, neighbourhoodQuestion, permission } = waiting
  const spoken = spokenIn(questionnaire, t.language)
  const path = `/analysis/surveys/imports/${id}`
  const title = form.field('title')
  return (
    <Stack>
      <BackLink href="/analysis/surveys/imports/new" text={t('analysis.survey.import')} />
      <Heading level={1}>{t('analysis.survey.import.look')}</Heading>
      <Lead>{t('analysis.survey.import.look.lead')}</Lead>
      <ErrorSummary title={t('form.summary')} errors={form.errors} />
      <DescriptionList
        items={[
          { term: t('analysis.file'), value: fileName },
          {
            term: t('analysis.survey.questionnaire'),
            value: t('analysis.survey.questionnaireVersion', { title: spoken.title, version: questionnaire.version }),
          },
          { term: t('analysis.survey.languages'), value: t.list(questionnaire.languages) },
          { term: t('analysis.source'), value: questionnaire.source },
          { term: t('analysis.survey.permission'), value: permission ?? undefined },
          {
            term: t('analysis.survey.answers'),
            value: sheets.length > 0 ? countText(t, toldCount(sheets.length)) : undefined,
          },
          { term: t('analysis.survey.import.where'), value: neighbourhoodQuestion ?? undefined },
        ]}
      />
      <RemarkList t={t} remarks={remarks} />
      <Form action={`${path}/confirmation`}>
        {sheets.length > 0 ? (
          <TextField
            {...title}
            value={title.value || spoken.title}
            label={t('analysis.survey.name')}
            hint={t('analysis.survey.name.hint')}
          />
        ) : (
          <HiddenField name="title" value={spoken.title} />
        )}
        <ButtonRow>
          <Button>{t('analysis.survey.save')}</Button>
        </ButtonRow>
      </Form>
      <Form action={`${path}/withdrawal`} look="inline">
        <Button look="secondary">{t('analysis.survey.import.withdraw')}</Button>
      </Form>
      <QuestionList t={t} spoken={spoken} questions={questionnaire.questions} />
    </Stack>
  )
}
