import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  ButtonRow,
  Cluster,
  EmptyState,
  Heading,
  Hint,
  Lead,
  LinkButton,
  LinkList,
  Section,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import { spokenIn } from '../questionnaire/spoken.ts'
import type { KeptQuestionnaire } from '../rounds/questionnaire-store.ts'
import type { SurveyWithQuestions, toldCount } from '../rounds/survey.ts'

export type ToldCount = ReturnType<typeof toldCount>

type Props = {
  readonly t: Texts
  readonly surveys: readonly { readonly survey: SurveyWithQuestions; readonly count: ToldCount }[]
  readonly questionnaires: readonly KeptQuestionnaire[]
  readonly mayLead: boolean
}

/** The surveys, newest first, and the questionnaires that were brought in. */
export function SurveysPage({ t, surveys, questionnaires, mayLead }: Props) {
  const brought = questionnaires.filter(({ origin }) => origin !== 'pulse')
  return (
    <Stack>
      <BackLink href="/analysis" text={t('analysis.hub')} />
      <Cluster spread="between">
        <Heading level={1}>{t('analysis.survey.title')}</Heading>
        {mayLead ? (
          <LinkButton href="/analysis/surveys/new" look="primary" icon="plus">
            {t('analysis.survey.new')}
          </LinkButton>
        ) : null}
      </Cluster>
      <Lead>{t('analysis.survey.lead')}</Lead>
      {surveys.length === 0 ? (
        <EmptyState icon="message-circle" title={t('analysis.survey.empty')} text={t('analysis.survey.empty.text')} />
      ) : (
        <LinkList
          label={t('analysis.survey.title')}
          listKeys
          items={surveys.map(({ survey, count }) => ({
            key: survey.id,
            href: `/analysis/surveys/${survey.id}`,
            title: survey.title,
            meta: (
              <>
                <StateStatus t={t} survey={survey} />
                <span>{t('analysis.survey.until', { day: t.day(survey.closesOn) })}</span>
              </>
            ),
            description: answersText(t, survey, count),
          }))}
        />
      )}
      <Section title={t('analysis.survey.questionnaires')}>
        <Hint>{t('analysis.survey.questionnaires.hint')}</Hint>
        {brought.length > 0 ? (
          <LinkList
            label={t('analysis.survey.questionnaires')}
            items={brought.map((kept) => ({
              key: kept.id,
              href: `/analysis/surveys/questionnaires/${kept.id}`,
              title: spokenIn(kept.questionnaire, t.language).title,
              meta: <span>{t('analysis.survey.version', { version: kept.questionnaire.version })}</span>,
              description: t('analysis.survey.questionCount', { count: kept.questionnaire.questions.length }),
            }))}
          />
        ) : null}
        {mayLead ? (
          <ButtonRow>
            <LinkButton href="/analysis/surveys/imports/new">{t('analysis.survey.import')}</LinkButton>
          </ButtonRow>
        ) : null}
      </Section>
    </Stack>
  )
}

/** Where a survey stands, as a word with an icon. */
export function StateStatus({ t, survey }: { readonly t: Texts; readonly survey: Pick<SurveyWithQuestions, 'state'> }) {
  const icons = { draft: 'pencil', open: 'door-open', finished: 'circle-check' } as const
  return <Status word={t(`analysis.survey.state.${survey.state}`)} icon={icons[survey.state]} />
}

/** How many answers there are, in words that tell of no single one. */
export const countText = (t: Texts, { kind, count }: ToldCount): string => t(`analysis.survey.count.${kind}`, { count })

/** The same of a survey; once they were deleted, when. */
export const answersText = (
  t: Texts,
  { answersGoneOn }: Pick<SurveyWithQuestions, 'answersGoneOn'>,
  count: ToldCount,
): string => (answersGoneOn ? t('analysis.survey.count.gone', { day: t.day(answersGoneOn) }) : countText(t, count))
