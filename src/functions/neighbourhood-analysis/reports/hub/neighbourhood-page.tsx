import type { Texts } from '../../../../platform/messages/index.ts'
import { groupContent, labelOf } from '../../../../registers/frameworks/index.ts'
import {
  BackLink,
  Cluster,
  Heading,
  Lead,
  Link,
  LinkButton,
  LinkList,
  Section,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import { groupsToGoTo } from '../../heard/heard.ts'
import type { HeardSummary } from '../../heard/heard-summary.ts'
import type { Report } from '../report.ts'
import { standingWords, stateIcons } from '../views/report-words.ts'
import type { NeighbourhoodProgress } from './neighbourhood-progress.ts'

type Props = {
  readonly t: Texts
  readonly progress: NeighbourhoodProgress
  /** How many indicators have a figure here. */
  readonly figureCount: number
  readonly heard: HeardSummary
  /** About this neighbourhood, or about the whole municipality. */
  readonly reports: readonly Report[]
  readonly mayWrite: boolean
}

/** The workspace of one neighbourhood: everything known about it, what is missing and where to do it, and its analyses through the years. */
export function NeighbourhoodPage({ t, progress, figureCount, heard, reports, mayWrite }: Props) {
  const { id, name } = progress.neighbourhood
  return (
    <Stack gap="large">
      <Stack>
        <BackLink href="/analysis" text={t('analysis.hub')} />
        <Cluster spread="between">
          <Heading level={1}>{name}</Heading>
          {mayWrite ? (
            <LinkButton href={`/analysis/reports/new?neighbourhood=${id}`} look="primary" icon="plus">
              {t('analysis.reports.new')}
            </LinkButton>
          ) : null}
        </Cluster>
        <Lead>{t('analysis.hub.neighbourhood.lead')}</Lead>
        <p>
          <Link href={`/places/${id}`}>{t('analysis.hub.place')}</Link>
        </p>
      </Stack>
      <Section title={t('analysis.hub.known')}>
        <LinkList label={t('analysis.hub.known')} items={knownItems(t, progress, figureCount, heard)} />
      </Section>
      <Section title={t('analysis.reports.title')}>
        {reports.length === 0 ? (
          <p>{t('analysis.reports.empty.text')}</p>
        ) : (
          <LinkList
            label={t('analysis.reports.title')}
            items={reports.map((report) => ({
              key: report.id,
              href: `/analysis/reports/${report.id}`,
              title: report.title,
              meta: (
                <>
                  <Status word={standingWords(t, report)} icon={stateIcons[report.state]} />
                  <span>{report.aboutYear}</span>
                </>
              ),
            }))}
          />
        )}
      </Section>
    </Stack>
  )
}

function knownItems(t: Texts, progress: NeighbourhoodProgress, figureCount: number, heard: HeardSummary) {
  const { neighbourhood, strengths, needs } = progress
  const { id } = neighbourhood
  const missing = groupsToGoTo(heard.groups).map((group) => labelOf(groupContent, group, t.language))
  return [
    {
      title: t('analysis.hub.part.profile'),
      href: `/analysis/profile/${id}`,
      description:
        figureCount === 0 ? t('analysis.hub.noFigures.text') : t('analysis.hub.figureCount', { figureCount }),
    },
    {
      title: t('analysis.finding.title'),
      href: `/analysis/findings?neighbourhood=${id}`,
      description:
        strengths + needs === 0 ? t('analysis.hub.noFindings') : t('analysis.hub.findingCount', { strengths, needs }),
    },
    {
      title: t('analysis.heard.title'),
      href: `/analysis/heard?neighbourhood=${id}`,
      description:
        heard.occasions.length === 0
          ? t('analysis.hub.nobodyHeard')
          : missing.length === 0
            ? t('analysis.hub.everybodyHeard', { year: String(heard.year) })
            : t('analysis.hub.goTo', { groups: t.list(missing, { areLabels: true }) }),
    },
    { title: t('analysis.walk.title'), href: '/analysis/walks', description: t('analysis.hub.hint.walks') },
    { title: t('analysis.survey.title'), href: '/analysis/surveys', description: t('analysis.hub.hint.surveys') },
  ]
}
