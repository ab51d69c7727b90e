import type { Texts } from '../../../../platform/messages/index.ts'
import type { Neighbourhood } from '../../../../registers/places/index.ts'
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
import type { Dataset } from '../../figures/dataset.ts'
import type { Report } from '../report.ts'
import { standingWords, stateIcons } from '../views/report-words.ts'

type Props = {
  readonly t: Texts
  readonly neighbourhood: Neighbourhood
  /** About this neighbourhood, or about the whole municipality. */
  readonly reports: readonly Report[]
  readonly datasets: readonly Dataset[]
  readonly mayWrite: boolean
}

/** The workspace of one neighbourhood: everything known about it, and its analyses through the years. */
export function NeighbourhoodPage({ t, neighbourhood, reports, mayWrite }: Props) {
  const { id, name } = neighbourhood
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
