import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
import {
  BackLink,
  Button,
  ButtonRow,
  Cluster,
  Code,
  Columns,
  DescriptionList,
  Disclosure,
  Form,
  Heading,
  Hint,
  Link,
  LinkButton,
  Panel,
  QrCode,
  Section,
  Stack,
} from '../../../../ui/index.ts'
import { spokenIn } from '../questionnaire/spoken.ts'
import { type SurveyWithQuestions, spacedSurveyCode } from '../rounds/survey.ts'
import { answersText, StateStatus, type ToldCount } from './surveys-page.tsx'

type Props = {
  readonly t: Texts
  readonly survey: SurveyWithQuestions
  readonly neighbourhoods: readonly Neighbourhood[]
  readonly count: ToldCount
  readonly link: string
  readonly modules: readonly (readonly boolean[])[]
  readonly mayLead: boolean
  readonly mayType: boolean
}

/** One survey: where it stands, the three ways to answer, what can be done next. */
export function SurveyPage(props: Props) {
  const { t, survey, neighbourhoods, count, mayLead } = props
  const path = `/analysis/surveys/${survey.id}`
  const title = spokenIn(survey.questionnaire, t.language).title
  return (
    <Stack>
      <BackLink href="/analysis/surveys" text={t('analysis.survey.title')} />
      <Cluster spread="between">
        <Heading level={1}>{survey.title}</Heading>
        <StateStatus t={t} survey={survey} />
      </Cluster>
      <Columns aside={survey.state === 'open' ? <ByLink {...props} /> : null}>
        <Stack>
          <DescriptionList
            items={[
              {
                term: t('analysis.survey.questionnaire'),
                value: (
                  <Link href={`/analysis/surveys/questionnaires/${survey.questionnaireId}`}>
                    {t('analysis.survey.questionnaireVersion', { title, version: survey.questionnaire.version })}
                  </Link>
                ),
              },
              { term: t('analysis.survey.answers'), value: answersText(t, survey, count) },
              { term: t('analysis.survey.closesOn'), value: t.day(survey.closesOn) },
              {
                term: t('analysis.survey.neighbourhoods'),
                value:
                  neighbourhoods.length > 0
                    ? t.list(neighbourhoods.map(({ name }) => name))
                    : t('analysis.survey.neighbourhoods.none'),
              },
              { term: t('analysis.survey.purpose'), value: survey.purpose ?? undefined },
            ]}
          />
          {survey.state === 'open' ? <WaysIn {...props} /> : null}
          {survey.state === 'finished' ? (
            <ButtonRow>
              <LinkButton href={`${path}/results`} look="primary">
                {t('analysis.survey.results')}
              </LinkButton>
              {mayLead && !survey.answersGoneOn ? (
                <LinkButton href={`${path}/texts`}>{t('analysis.survey.texts')}</LinkButton>
              ) : null}
            </ButtonRow>
          ) : (
            <Hint>{t('analysis.survey.resultsLater')}</Hint>
          )}
          {mayLead ? <Steps {...props} /> : null}
        </Stack>
      </Columns>
    </Stack>
  )
}

function ByLink({ t, survey, link, modules }: Props) {
  return (
    <Panel>
      <Stack gap="small">
        <Heading level={2}>{t('analysis.survey.byLink')}</Heading>
        <QrCode label={t('analysis.survey.qr')} modules={modules} />
        <p dir="ltr">{link}</p>
        <Code label={t('analysis.survey.code')} value={spacedSurveyCode(survey.code)} />
      </Stack>
    </Panel>
  )
}

function WaysIn({ t, survey, mayType, mayLead }: Props) {
  const path = `/analysis/surveys/${survey.id}`
  return (
    <Section title={t('analysis.survey.ways')}>
      {mayType ? (
        <ButtonRow>
          <LinkButton href={`${path}/type-in?mode=paper`} look="primary">
            {t('analysis.survey.typeIn')}
          </LinkButton>
          <LinkButton href={`${path}/type-in?mode=staff`}>{t('analysis.survey.interview')}</LinkButton>
        </ButtonRow>
      ) : null}
      {mayLead ? (
        <Cluster>
          <span>{t('analysis.survey.print')}</span>
          {survey.questionnaire.languages.map((language) => (
            <Link key={language} href={`${path}/paper?language=${encodeURIComponent(language)}`}>
              {t.has(`analysis.survey.language.${language}`) ? t(`analysis.survey.language.${language}`) : language}
            </Link>
          ))}
        </Cluster>
      ) : null}
    </Section>
  )
}

function Steps({ t, survey, count }: Props) {
  const path = `/analysis/surveys/${survey.id}`
  const hidden = { version: String(survey.version) }
  const mayReopen = survey.state === 'finished' && !survey.answersGoneOn && count.kind !== 'atLeast'
  return (
    <Stack gap="small">
      {survey.state === 'finished' ? null : <Link href={`${path}/edit`}>{t('analysis.survey.edit')}</Link>}
      {survey.state === 'draft' ? (
        <Form action={`${path}/opening`} hidden={hidden} look="inline">
          <Button>{t('analysis.survey.opening')}</Button>
        </Form>
      ) : null}
      {survey.state === 'open' ? (
        <Disclosure summary={t('analysis.survey.finishing')}>
          <Stack gap="small">
            <p>{t('analysis.survey.finishing.text')}</p>
            <Form action={`${path}/finishing`} hidden={hidden} look="inline">
              <Button>{t('analysis.survey.finishing.confirm')}</Button>
            </Form>
          </Stack>
        </Disclosure>
      ) : null}
      {mayReopen ? (
        <Form action={`${path}/reopening`} hidden={hidden} look="inline">
          <Button look="secondary">{t('analysis.survey.reopening')}</Button>
        </Form>
      ) : null}
    </Stack>
  )
}
