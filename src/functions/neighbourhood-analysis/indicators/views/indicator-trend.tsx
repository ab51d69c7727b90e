import type { Texts } from '../../../../platform/messages/index.ts'
import { Section, SmallMultiples, Stack, TrendLine } from '../../../../ui/index.ts'
import { type Beside, beside } from '../figure-line.ts'
import type { IndicatorFigures } from '../indicator-figures.ts'
import { amountWords, nameIn } from './figure-words.ts'
import { hasLine, trendOf } from './plotted.ts'
import { sourcesUnder } from './sources-section.tsx'
import type { WholeNames } from './whole-names.ts'

type Props = { readonly t: Texts; readonly figures: IndicatorFigures; readonly wholeNames: WholeNames }

/** More little pictures than these tell less than the table. */
const mostMultiples = 24

/** How the figure went over the years: of municipality, region and country, and of each neighbourhood. */
export function IndicatorTrend(props: Props) {
  const { t } = props
  const [whole, each] = [<WholesTrend key="wholes" {...props} />, <NeighbourhoodTrends key="each" {...props} />]
  if (!hasTrend(props)) return null
  return (
    <Section title={t('analysis.indicators.trend')}>
      <Stack>
        {whole}
        {each}
      </Stack>
    </Section>
  )
}

const looks = { municipality: 'own', region: 'beside', country: 'far' } as const

function linesOf({ t, figures, wholeNames }: Props) {
  const isCount = figures.definition.kind === 'count' || figures.definition.kind === 'amount'
  // Counts of a region would leave nothing of those of a municipality on the same scale.
  const shown: readonly Beside[] = isCount ? ['municipality'] : beside
  return shown.flatMap((whole) => {
    const line = figures.wholes[whole]
    const points = line ? trendOf(t, line) : []
    return hasLine(points) ? [{ name: wholeNames[whole], look: looks[whole], points }] : []
  })
}

function multiplesOf({ t, figures }: Props) {
  if (figures.level !== 'neighbourhood' || figures.areas.length > mostMultiples) return []
  return figures.areas.flatMap(({ key, name, line }) => {
    const points = line ? trendOf(t, line) : []
    return hasLine(points) ? [{ key, name, href: `/analysis/profile/${key}`, points }] : []
  })
}

const hasTrend = (props: Props) => linesOf(props).length > 0 || multiplesOf(props).length > 0

function WholesTrend(props: Props) {
  const { t, figures } = props
  const { definition } = figures
  const lines = linesOf(props)
  if (lines.length === 0) return null
  return (
    <TrendLine
      id="trend-wholes"
      title={t('analysis.indicators.trend.wholes', { name: nameIn(t, definition) })}
      source={sourcesUnder(t, figures.sources)}
      tableText={t('analysis.indicators.asTable')}
      lines={lines}
      axisText={(number) => amountWords(t, number, definition)}
      isFromZero={definition.kind === 'count'}
      words={{
        period: t('analysis.period'),
        interval: t('analysis.indicators.interval'),
        intervalText: (low, high) =>
          t('analysis.indicators.between', {
            low: amountWords(t, low, definition),
            high: amountWords(t, high, definition),
          }),
      }}
    />
  )
}

function NeighbourhoodTrends(props: Props) {
  const { t, figures, wholeNames } = props
  const { definition, wholes } = figures
  const items = multiplesOf(props)
  if (items.length === 0) return null
  const isCount = definition.kind === 'count' || definition.kind === 'amount'
  const ofMunicipality = wholes.municipality && !isCount ? trendOf(t, wholes.municipality) : []
  return (
    <SmallMultiples
      id="trend-areas"
      title={t('analysis.indicators.trend.areas', { name: nameIn(t, definition) })}
      source={sourcesUnder(t, figures.sources)}
      tableText={t('analysis.indicators.asTable')}
      items={items}
      beside={hasLine(ofMunicipality) ? { name: wholeNames.municipality, points: ofMunicipality } : undefined}
      axisText={(number) => amountWords(t, number, definition)}
      isFromZero={definition.kind === 'count'}
      words={{
        item: t('analysis.indicators.area.neighbourhood'),
        period: t('analysis.period'),
        interval: t('analysis.indicators.interval'),
      }}
    />
  )
}
