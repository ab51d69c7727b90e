import type { Texts } from '../../../../platform/messages/index.ts'
import { SentFilesList, type WaitingFile } from '../../../../platform/sent-files/index.ts'
import {
  BackLink,
  Button,
  Cluster,
  EmptyState,
  Form,
  Heading,
  Hint,
  Lead,
  LinkButton,
  LinkList,
  Section,
  Stack,
  Status,
} from '../../../../ui/index.ts'
import { fileWords } from '../../own-counts/own-file.ts'
import type { Dataset } from '../dataset.ts'

type Props = {
  readonly t: Texts
  readonly datasets: readonly Dataset[]
  readonly mayImport: boolean
  readonly waiting: readonly WaitingFile[]
}

/** The files of figures that are there, newest first, each with where it comes from. */
export function FiguresPage({ t, datasets, mayImport, waiting }: Props) {
  return (
    <Stack>
      <BackLink href="/analysis" text={t('analysis.hub')} />
      <Cluster spread="between">
        <Heading level={1}>{t('analysis.figures')}</Heading>
        {mayImport ? (
          <LinkButton href="/analysis/figures/new" look="primary" icon="plus">
            {t('analysis.import')}
          </LinkButton>
        ) : null}
      </Cluster>
      <Lead>{t('analysis.figures.lead')}</Lead>
      <SentFilesList t={t} files={waiting} />
      {datasets.length === 0 ? (
        <EmptyState icon="file-text" title={t('analysis.figures.empty')} text={t('analysis.figures.empty.text')} />
      ) : (
        <LinkList label={t('analysis.figures')} items={datasets.map((dataset) => itemOf(t, dataset))} listKeys />
      )}
      {mayImport ? (
        <Section title={t('analysis.ownCounts')}>
          <Hint>{t('analysis.ownCounts.hint')}</Hint>
          <Form action="/analysis/figures/own-counts" look="inline">
            <Button look="secondary">{t('analysis.ownCounts.count')}</Button>
          </Form>
        </Section>
      ) : null}
    </Stack>
  )
}

function itemOf(t: Texts, dataset: Dataset) {
  const { id, source, fileName, figureCount, indicators, isReplaced } = dataset
  return {
    key: id,
    href: `/analysis/figures/${id}`,
    title: `${source}: ${fileWords(t, fileName)}`,
    meta: (
      <>
        <span>{spanOf(t, dataset)}</span>
        {isReplaced ? <Status word={t('analysis.dataset.replaced')} icon="clock" /> : null}
      </>
    ),
    description: t('analysis.dataset.holds', { figures: figureCount, indicators: indicators.length }),
  }
}

/** `2023`, or `2019–2022`. */
export const spanOf = (t: Texts, { firstPeriod, lastPeriod }: Pick<Dataset, 'firstPeriod' | 'lastPeriod'>): string =>
  firstPeriod === lastPeriod ? t.period(firstPeriod) : `${t.period(firstPeriod)} – ${t.period(lastPeriod)}`
