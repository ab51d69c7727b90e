import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  EmptyState,
  ErrorSummary,
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
  readonly refused?: RefusedReading | undefined
}

/** A reading that was not kept: of which text, what was typed, and why not. */
export type RefusedReading = { readonly id: string; readonly typed: string; readonly error: string }

/** What residents wrote, by question; to shorten, to have read by a second, or to withhold. */
export function TextsPage({ t, survey, spoken, texts, userId, refused }: Props) {
  const byQuestion = [...Map.groupBy(texts, ({ question }) => question)]
  return (
    <Stack>
      <BackLink href={`/analysis/surveys/${survey.id}`} text={survey.title} />
      <Heading level={1}>{t('analysis.survey.texts')}</Heading>
      <Lead>{t('analysis.survey.texts.lead')}</Lead>
      <ErrorSummary
        title={t('form.summary')}
        errors={refused ? [{ field: `text-${refused.id}`, text: refused.error }] : []}
      />
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
                refused={refused?.id === text.id ? refused : undefined}
              />
            ))}
          </Section>
        )
      })}
    </Stack>
  )
}

type PanelProps = Pick<Props, 't' | 'userId' | 'refused'> & { readonly path: string; readonly text: SurveyText }

function TextPanel({ t, path, text, userId, refused }: PanelProps) {
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
          value={refused?.typed ?? text.text}
          error={refused?.error}
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
