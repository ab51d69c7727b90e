import type { Texts } from '../../../../platform/messages/index.ts'
import {
  Cluster,
  EmptyState,
  Heading,
  Lead,
  Link,
  LinkButton,
  LinkList,
  List,
  Section,
  Stack,
  Status,
  Table,
} from '../../../../ui/index.ts'
import type { Dataset } from '../../figures/dataset.ts'
import { standingWords, stateIcons } from '../views/report-words.ts'
import type { AnalysisPart } from './analysis-parts.ts'
import type { NeighbourhoodProgress } from './neighbourhood-progress.ts'

type Props = {
  readonly t: Texts
  readonly rows: readonly NeighbourhoodProgress[]
  readonly datasets: readonly Dataset[]
  readonly parts: readonly AnalysisPart[]
  readonly mayImport: boolean
  readonly mayWrite: boolean
  readonly readsReports: boolean
}

/** The way in to the analysis: the neighbourhoods with how far theirs is, and all parts of it. */
export function HubPage({ t, rows, datasets, parts, mayImport, mayWrite, readsReports }: Props) {
  return (
    <Stack gap="large">
      <Stack>
        <Cluster spread="between">
          <Heading level={1}>{t('analysis.hub')}</Heading>
          {mayWrite && rows.length > 0 ? (
            <LinkButton href="/analysis/reports/new" look="primary" icon="plus">
              {t('analysis.reports.new')}
            </LinkButton>
          ) : null}
        </Cluster>
        <Lead>{t('analysis.hub.lead')}</Lead>
      </Stack>
      {rows.length === 0 ? <NothingYet t={t} mayImport={mayImport} /> : null}
      {rows.length > 0 && datasets.length === 0 ? (
        <EmptyState
          icon="book-open"
          title={t('analysis.hub.noFigures')}
          text={t('analysis.hub.noFigures.text')}
          action={mayImport ? <LinkButton href="/analysis/figures/new">{t('analysis.import')}</LinkButton> : undefined}
        />
      ) : null}
      {rows.length > 0 ? <Neighbourhoods t={t} rows={rows} readsReports={readsReports} /> : null}
      <Section title={t('analysis.hub.parts')}>
        <LinkList
          label={t('analysis.hub.parts')}
          items={parts.map(({ href, name, title, icon }) => ({
            key: href,
            href,
            icon,
            title: t(title),
            description: t(`analysis.hub.hint.${name}`),
          }))}
        />
      </Section>
    </Stack>
  )
}

function Neighbourhoods({ t, rows, readsReports }: Pick<Props, 't' | 'rows' | 'readsReports'>) {
  return (
    <Section title={t('analysis.hub.neighbourhoods')}>
      <Table
        caption={t('analysis.hub.neighbourhoods')}
        captionHidden
        rows={rows}
        rowKey={({ neighbourhood }) => neighbourhood.id}
        listKeys
        columns={[
          {
            key: 'name',
            heading: t('analysis.hub.neighbourhood'),
            rowHeader: true,
            cell: ({ neighbourhood: { id, name } }: NeighbourhoodProgress) =>
              readsReports ? <Link href={`/analysis/neighbourhoods/${id}`}>{name}</Link> : name,
          },
          ...(readsReports
            ? [
                {
                  key: 'strengths',
                  heading: t('analysis.hub.strengths'),
                  numeric: true,
                  cell: ({ strengths }: NeighbourhoodProgress) => strengths,
                },
                {
                  key: 'needs',
                  heading: t('analysis.hub.needs'),
                  numeric: true,
                  cell: ({ needs }: NeighbourhoodProgress) => needs,
                },
                {
                  key: 'published',
                  heading: t('analysis.hub.published'),
                  cell: ({ published }: NeighbourhoodProgress) =>
                    published ? (
                      <Link href={`/analysis/reports/${published.id}`}>{standingWords(t, published)}</Link>
                    ) : (
                      t('analysis.hub.notYet')
                    ),
                },
                {
                  key: 'draft',
                  heading: t('analysis.hub.draft'),
                  cell: ({ draft }: NeighbourhoodProgress) =>
                    draft ? (
                      <Link href={`/analysis/reports/${draft.id}`}>
                        <Status word={standingWords(t, draft)} icon={stateIcons[draft.state]} />
                      </Link>
                    ) : (
                      '–'
                    ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

/** What to bring in first, and where it is published. */
function NothingYet({ t, mayImport }: Pick<Props, 't' | 'mayImport'>) {
  return (
    <Section title={t('analysis.hub.empty')}>
      <p>{t('analysis.hub.empty.text')}</p>
      <List
        look="numbers"
        items={[
          t('analysis.hub.empty.places'),
          t('analysis.hub.empty.provinces'),
          t('analysis.hub.empty.sectors'),
          t('analysis.hub.empty.figures'),
        ]}
      />
      {mayImport ? (
        <Cluster>
          <LinkButton href="/areas/new">{t('analysis.hub.empty.areas')}</LinkButton>
          <LinkButton href="/analysis/figures/new">{t('analysis.import')}</LinkButton>
        </Cluster>
      ) : null}
    </Section>
  )
}
