import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  EmptyState,
  Form,
  Heading,
  Lead,
  Panel,
  Section,
  Stack,
  Status,
  TextArea,
} from '../../../../ui/index.ts'
import type { Spoken } from '../questionnaire/spoken.ts'
import type { SurveyWithQuestions } from '../rounds/survey.ts'
import type { SurveyText } from '../rounds/text-store.ts'

type Props = {
  readonly t: Texts
  readonly survey: SurveyWithQuestions
  readonly spoken: Spoken
  readonly texts: readonly SurveyText[]
  readonly userId: string
}

/** What residents wrote, by question; to shorten, to have read by a second, or to withhold. */
export function TextsPage({ t, survey, spoken, texts, userId }: Props) {
  const byQuestion = [...Map.groupBy(texts, ({ question }) => question)]
  return (
    <Stack>
      <BackLink href={`/analysis/surveys/${survey.id}`} text={survey.title} />
      <Heading level={1}>{t('analysis.survey.texts')}</Heading>
      <Lead>{t('analysis.survey.texts.lead')}</Lead>
      {texts.length === 0 ? <EmptyState title={t('analysis.survey.texts.empty')} /> : null}
      {byQuestion.map(([name, own]) => {
        const question = survey.questionnaire.questions.find((one) => one.name === name)
        return (
          <Section key={name} title={spoken.say(question?.wording) || name}>
            {own.map((text) => (
              <TextPanel
                key={text.id}
                t={t}
                path={`/analysis/surveys/${survey.id}/texts`}
                text={text}
                userId={userId}
              />
            ))}
          </Section>
        )
      })}
    </Stack>
  )
}

type PanelProps = { readonly t: Texts; readonly path: string; readonly text: SurveyText; readonly userId: string }

function TextPanel({ t, path, text, userId }: PanelProps) {
  const { id, state, version, proposedBy } = text
  const mayAgree = state === 'proposed' && proposedBy !== userId
  const icons = { unread: 'circle-dashed', proposed: 'clock', quotable: 'circle-check', withheld: 'lock' } as const
  return (
    <Panel>
      <Form action={`${path}/${id}/reading`} hidden={{ version: String(version) }} label={t('analysis.survey.text')}>
        <Status word={t(`analysis.survey.text.${state}`)} icon={icons[state]} />
        <TextArea
          id={`f-text-${id}`}
          name="text"
          label={t('analysis.survey.text')}
          hint={t('analysis.survey.text.hint')}
          value={text.text}
          rows={2}
          maxLength={1000}
        />
        <ButtonRow>
          {mayAgree ? (
            <Button name="decision" value="agree" look="secondary">
              {t('analysis.survey.text.agree')}
            </Button>
          ) : null}
          {state === 'quotable' ? null : (
            <Button name="decision" value="propose" look="secondary">
              {t('analysis.survey.text.propose')}
            </Button>
          )}
          {state === 'unread' || state === 'proposed' ? (
            <Button name="decision" value="withhold" look="quiet">
              {t('analysis.survey.text.withhold')}
            </Button>
          ) : (
            <Button name="decision" value="back" look="quiet">
              {t('analysis.survey.text.back')}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </Panel>
  )
}
