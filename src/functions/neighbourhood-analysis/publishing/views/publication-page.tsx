import { isKnown } from '@meernet/statistics'
import type { Texts } from '../../../../platform/messages/index.ts'
import { BackLink, DescriptionList, Heading, Hint, Notice, Stack, Table } from '../../../../ui/index.ts'
import { indicatorName } from '../../catalogue.ts'
import { numberText } from '../../figures/views/figure-text.ts'
import type { KeptPublication } from '../publication.ts'
import { cellsOf, countsOf, type PublicationCells } from '../publication-cells.ts'
import type { ShownFigure } from '../shown-figure.ts'

type Props = {
  readonly t: Texts
  readonly publication: KeptPublication
  /** Nobody when the program published it, or when they left. */
  readonly publisherName: string | undefined
}

/** One publication as readers saw it; the page tells no more than they know. */
export function PublicationPage({ t, publication, publisherName }: Props) {
  const cells = cellsOf(publication)
  return (
    <Stack>
      <BackLink href="/analysis/publications" text={t('analysis.publishing.list')} />
      <Heading level={1}>{publication.title}</Heading>
      <DescriptionList
        items={[
          { term: t('analysis.publishing.audience'), value: t(`analysis.publishing.audience.${publication.audience}`) },
          { term: t('analysis.publishing.when'), value: t.moment(publication.publishedAt) },
          { term: t('analysis.publishing.who'), value: publisherName ?? t('analysis.publishing.who.program') },
          { term: t('analysis.publishing.measure'), value: measureWords(t, publication.measure) },
        ]}
      />
      <Notice kind="info">{t('analysis.publishing.hidden.why')}</Notice>
      <Table
        caption={t('analysis.publishing.counts', countsOf(publication))}
        compact
        rows={cells.rows}
        rowKey={({ names }) => names.join(' ')}
        columns={[nameColumn(t), ...figureColumns(t, cells)]}
      />
      <Hint>{t('analysis.publishing.stays')}</Hint>
    </Stack>
  )
}

/** `serviceGap 2025` as people read it; a measure that is named after no indicator as it is. */
function measureWords(t: Texts, measure: string): string {
  const [key = '', ...period] = measure.split(' ')
  return [indicatorName(key, t.language, key), ...period.map(t.period)].join(' ')
}

type Row = PublicationCells['rows'][number]

const nameColumn = (t: Texts) => ({
  key: 'what',
  heading: t('analysis.publishing.what'),
  cell: ({ names }: Row) => names.join(' · '),
  rowHeader: true,
})

const figureColumns = (t: Texts, { columns }: PublicationCells) =>
  columns.map((column, k) => ({
    key: `column ${k}`,
    heading: column || t('analysis.publishing.number'),
    numeric: true,
    cell: ({ figures }: Row) => textOf(t, figures[k]),
  }))

function textOf(t: Texts, figure: ShownFigure | undefined): string {
  if (!figure) return ''
  return isKnown(figure.value) ? numberText(t, figure.value) : t(`analysis.missing.${figure.value}`)
}
