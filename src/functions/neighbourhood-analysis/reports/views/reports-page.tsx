import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Cluster,
  EmptyState,
  Heading,
  Lead,
  LinkButton,
  LinkList,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import type { Report } from '../report.ts'
import { areaWords, standingWords, stateIcons } from './report-words.ts'

type Props = {
  readonly t: Texts
  readonly reports: readonly Report[]
  readonly areaNames: ReadonlyMap<string, string>
  readonly mayWrite: boolean
}

/** All analyses of the municipality, newest first, earlier and withdrawn ones too. */
export function ReportsPage({ t, reports, areaNames, mayWrite }: Props) {
  return (
    <Stack>
      <BackLink href="/analysis" text={t('analysis.hub')} />
      <Cluster spread="between">
        <Heading level={1}>{t('analysis.reports.title')}</Heading>
        {mayWrite ? (
          <LinkButton href="/analysis/reports/new" look="primary" icon="plus">
            {t('analysis.reports.new')}
          </LinkButton>
        ) : null}
      </Cluster>
      <Lead>{t('analysis.reports.lead')}</Lead>
      {reports.length === 0 ? (
        <EmptyState icon="file-text" title={t('analysis.reports.empty')} text={t('analysis.reports.empty.text')} />
      ) : (
        <LinkList
          label={t('analysis.reports.title')}
          listKeys
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
            description: areaWords(t, report, areaNames),
          }))}
        />
      )}
    </Stack>
  )
}
