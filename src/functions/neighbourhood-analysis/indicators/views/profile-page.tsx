import type { Texts } from '../../../../platform/messages/index.ts'
import {
  BackLink,
  Cluster,
  Disclosure,
  EmptyState,
  Grid,
  Heading,
  Hint,
  Lead,
  Link,
  LinkButton,
  OneSheet,
  Section,
  Stack,
  Table,
} from '../../../../ui/index.ts'
import { ageBandOf } from '../age-bands.ts'
import { isKeyFigure, type NeighbourhoodProfile } from '../profile.ts'
import type { FigureLine } from '../shown-line.ts'
import { comparedWords, nameIn, toldWords } from './figure-words.ts'
import { isApproximate, pathOf } from './indicator-page.tsx'
import { AgePyramid, ProfileTrends, SharesPlot } from './profile-pictures.tsx'
import { SourcesSection } from './sources-section.tsx'
import type { WholeNames } from './whole-names.ts'

type Props = { readonly t: Texts; readonly profile: NeighbourhoodProfile; readonly wholeNames: WholeNames }
type WithWayBack = Props & {
  /** Whether the page of the whole neighbourhood is open to who looks; without it, back is the way in. */
  readonly readsReports: boolean
}

/** What figures tell of one neighbourhood, on a page that fits a sheet of paper. */
export function ProfilePage({ t, profile, wholeNames, readsReports }: WithWayBack) {
  const { neighbourhood, lines } = profile
  const { id, name } = neighbourhood
  return (
    <OneSheet>
      <Stack>
        {readsReports ? (
          <BackLink href={`/analysis/neighbourhoods/${id}`} text={t('analysis.indicators.toNeighbourhood')} />
        ) : (
          <BackLink href="/analysis" text={t('analysis.hub')} />
        )}
        <Cluster spread="between">
          <Heading level={1}>{name}</Heading>
          {lines.length > 0 ? (
            <LinkButton href={`/analysis/profile/${id}/figures.csv`} look="secondary" icon="download">
              {t('analysis.indicators.export')}
            </LinkButton>
          ) : null}
        </Cluster>
        <Lead>{t('analysis.indicators.profile.lead', { municipality: wholeNames.municipality })}</Lead>
        {lines.length === 0 ? (
          <EmptyState
            icon="file-text"
            title={t('analysis.indicators.profile.empty')}
            text={t('analysis.indicators.profile.empty.text')}
          />
        ) : null}
        {lines.length > 0 ? <ProfileFigures {...{ t, profile, wholeNames }} /> : null}
      </Stack>
    </OneSheet>
  )
}

/** Pictures, key figures, what is behind them and where it comes from. */
function ProfileFigures({ t, profile, wholeNames }: Props) {
  const { neighbourhood, lines, sources } = profile
  const names = { t, name: neighbourhood.name, wholeNames }
  const key = lines.filter(isKeyFigure)
  const rest = lines.filter((line) => !isKeyFigure(line) && !ageBandOf(line.definition.key))
  return (
    <>
      <Grid cell="large">
        <Stack>
          <SharesPlot {...{ t, profile, wholeNames }} />
        </Stack>
        <Stack>
          <AgePyramid {...{ t, profile, wholeNames }} />
        </Stack>
      </Grid>
      {key.length > 0 ? (
        <Section title={t('analysis.indicators.keyFigures')}>
          <FiguresTable {...names} caption={t('analysis.indicators.keyFigures')} lines={key} />
        </Section>
      ) : null}
      <Grid cell="large">
        <ProfileTrends {...{ t, profile, wholeNames }} />
      </Grid>
      <Folded {...names} title={t('analysis.indicators.behind')} lines={rest.filter(isInCatalogue)} />
      <Folded {...names} title={t('analysis.indicators.others')} lines={rest.filter((line) => !isInCatalogue(line))} />
      {lines.some(({ compared }) => compared) ? <Hint>{t('analysis.indicators.compared.hint')}</Hint> : null}
      <SourcesSection t={t} sources={sources} hasApproximate={lines.some(isApproximate)} />
    </>
  )
}

const isInCatalogue = ({ definition }: FigureLine) => definition.theme !== undefined

type FiguresProps = {
  readonly t: Texts
  readonly caption: string
  readonly lines: readonly FigureLine[]
  readonly name: string
  readonly wholeNames: WholeNames
}

/** Figures for those who want all of them. */
function Folded({ title, lines, ...names }: Omit<FiguresProps, 'caption'> & { readonly title: string }) {
  if (lines.length === 0) return null
  return (
    <Disclosure summary={title}>
      <FiguresTable caption={title} lines={lines} {...names} />
    </Disclosure>
  )
}

/** Figures of a neighbourhood beside those of municipality and region; also for documents. */
function FiguresTable({ t, caption, lines, name, wholeNames }: FiguresProps) {
  const hasRegion = lines.some(({ beside }) => beside.region)
  const hasComparison = lines.some(({ compared }) => compared)
  const columnOf = (key: string, heading: string, cell: (line: FigureLine) => string) => ({
    ...{ key, heading, cell },
    numeric: key !== 'compared',
  })
  return (
    <Table
      caption={caption}
      captionHidden
      rows={lines}
      rowKey={({ definition }) => definition.key}
      columns={[
        {
          key: 'indicator',
          heading: t('analysis.indicator'),
          rowHeader: true,
          cell: (line) => <IndicatorName t={t} line={line} />,
        },
        columnOf('own', name, ({ own, definition }) => toldWords(t, own, definition)),
        columnOf('municipality', wholeNames.municipality, ({ beside, definition }) =>
          toldWords(t, beside.municipality, definition),
        ),
        ...(hasRegion
          ? [columnOf('region', wholeNames.region, ({ beside, definition }) => toldWords(t, beside.region, definition))]
          : []),
        ...(hasComparison
          ? [
              columnOf('compared', t('analysis.indicators.compared.short'), (line) =>
                comparedWords(t, line, wholeNames),
              ),
            ]
          : []),
      ]}
    />
  )
}

function IndicatorName({ t, line: { definition, period } }: { readonly t: Texts; readonly line: FigureLine }) {
  return (
    <span>
      <Link href={pathOf(definition.key)}>{nameIn(t, definition)}</Link>
      {`, ${t.period(period)}`}
    </span>
  )
}
