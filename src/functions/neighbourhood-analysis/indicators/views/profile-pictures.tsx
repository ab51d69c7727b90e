import type { Texts } from '../../../../platform/messages/index.ts'
import { DotPlot, PopulationPyramid, TrendLine } from '../../../../ui/index.ts'
import { ageName, type PyramidAge, partOfShown, pyramidOf } from '../age-bands.ts'
import { isKeyFigure, type NeighbourhoodProfile } from '../profile.ts'
import type { FigureLine, ToldFigure } from '../shown-line.ts'
import { amountWords, comparedWords, nameIn, toldWords } from './figure-words.ts'
import { hasLine, plotted, plottedWith, trendOf } from './plotted.ts'
import { sourcesUnder } from './sources-section.tsx'
import type { WholeNames } from './whole-names.ts'

type Props = { readonly t: Texts; readonly profile: NeighbourhoodProfile; readonly wholeNames: WholeNames }

/** Shares of the neighbourhood as dots beside those of municipality and region, all on one scale. */
export function SharesPlot({ t, profile, wholeNames }: Props) {
  const lines = profile.lines.filter(
    (line) => isKeyFigure(line) && line.definition.unit === '%' && line.beside.municipality,
  )
  const [first] = lines
  if (!first || lines.length < 2) return null
  return (
    <DotPlot
      title={t('analysis.indicators.shares')}
      caption={t('analysis.indicators.shares.caption')}
      source={sourcesOf(t, profile, lines)}
      tableText={t('analysis.indicators.asTable')}
      axisText={(number) => amountWords(t, number, first.definition)}
      rows={lines.map((line) => ({
        key: line.definition.key,
        name: nameIn(t, line.definition),
        own: plottedWith(t, line.own, line),
        municipality: line.beside.municipality && plotted(t, line.beside.municipality, line.definition),
        region: line.beside.region && plotted(t, line.beside.region, line.definition),
        remark: line.compared ? comparedWords(t, line, wholeNames) : undefined,
      }))}
      words={{
        row: t('analysis.indicator'),
        own: profile.neighbourhood.name,
        municipality: wholeNames.municipality,
        region: wholeNames.region,
        interval: t('analysis.indicators.interval'),
        remark: t('analysis.indicators.compared.short'),
      }}
    />
  )
}

/** Ages of men and women, beside those of the municipality, each as a part of all inhabitants; nothing where they are not known. */
export function AgePyramid({ t, profile, wholeNames: { municipality } }: Props) {
  const ages = pyramidOf(profile.lines)
  const population = profile.lines.find(({ definition }) => definition.key === 'population')
  if (!ages || !population || population.period !== ages[0]?.men.period) return null
  const barOf = (line: FigureLine, part: ToldFigure | undefined, whole: ToldFigure | undefined) => ({
    value: partOfShown(part, whole),
    text: toldWords(t, part, line.definition),
  })
  const sidesOf = ({ men, women }: PyramidAge) => ({
    left: barOf(men, men.own, population.own),
    right: barOf(women, women.own, population.own),
    leftBeside: barOf(men, men.beside.municipality, population.beside.municipality),
    rightBeside: barOf(women, women.beside.municipality, population.beside.municipality),
  })
  const percent = { kind: 'share', unit: '%' } as const
  return (
    <PopulationPyramid
      id="pyramid"
      title={t('analysis.indicators.pyramid')}
      caption={t('analysis.indicators.pyramid.caption', { period: t.period(population.period), municipality })}
      source={sourcesOf(
        t,
        profile,
        ages.flatMap(({ men, women }) => [men, women]),
      )}
      tableText={t('analysis.indicators.asTable')}
      axisText={(number) => amountWords(t, number * 100, percent)}
      bands={ages.map((age) => ({
        key: String(age.from),
        name: ageName(age),
        ...sidesOf(age),
      }))}
      words={{
        age: t('analysis.indicators.age'),
        left: t('analysis.indicators.men'),
        right: t('analysis.indicators.women'),
        own: profile.neighbourhood.name,
        beside: municipality,
      }}
    />
  )
}

/** So many lines over the years fit beside the rest on a sheet of paper. */
const mostTrends = 2

/** Key figures over the years, beside the municipality where they are on one scale. */
export function ProfileTrends({ t, profile, wholeNames: { municipality } }: Props) {
  const lines = profile.lines.filter((line) => isKeyFigure(line) && hasLine(trendOf(t, line))).slice(0, mostTrends)
  return (
    <>
      {lines.map((line) => {
        const { definition } = line
        const beside = definition.kind === 'count' ? [] : trendOf(t, line, 'municipality')
        return (
          <TrendLine
            key={definition.key}
            id={`trend-${definition.key}`}
            title={t('analysis.indicators.trend.wholes', { name: nameIn(t, definition) })}
            source={sourcesOf(t, profile, [line])}
            tableText={t('analysis.indicators.asTable')}
            axisText={(number) => amountWords(t, number, definition)}
            isFromZero={definition.kind === 'count'}
            lines={[
              { name: profile.neighbourhood.name, look: 'own', points: trendOf(t, line) },
              ...(hasLine(beside) ? [{ name: municipality, look: 'beside' as const, points: beside }] : []),
            ]}
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
      })}
    </>
  )
}

/** Where the figures of these lines come from, in a line under the picture. */
function sourcesOf(t: Texts, { sources }: NeighbourhoodProfile, lines: readonly FigureLine[]): string {
  const used = new Set(lines.flatMap(({ own }) => own.datasetIds))
  return sourcesUnder(
    t,
    sources.filter(({ id }) => used.has(id)),
  )
}
