import type { Value } from '@meernet/statistics'
import { SmallMultiples } from '../../chart/trend/small-multiples.tsx'
import type { TrendPoint } from '../../chart/trend/trend.ts'
import { TrendLine } from '../../chart/trend/trend-line.tsx'
import { Section } from '../../layout/section.tsx'
import type { ChartWords } from './chart-words.ts'

/** Lines over time: three with a gap and a band, one of a single year, and the same small for several areas. */
export function LineSamples({ words }: { readonly words: ChartWords }) {
  const own = pointsOf(words, [18.2, 18.9, 'hidden', 19.4, 20.8, 21.1, 22.3], 2.1)
  const beside = pointsOf(words, [17.1, 17.4, 17.8, 18.1, 18.4, 18.9, 19.2])
  const picture = { caption: words.period, source: words.source, tableText: words.table, axisText: words.percent }
  const tableWords = { period: words.year, interval: words.between, intervalText: words.limits }
  return (
    <Section title={words.lines}>
      <TrendLine
        {...picture}
        id="trend"
        title={words.mapTitle}
        lines={[
          { name: words.areaName(0), look: 'own', points: own },
          { name: words.municipality, look: 'beside', points: beside },
          {
            name: words.region,
            look: 'far',
            points: pointsOf(words, [18.9, 19.1, 'unknown', 'unknown', 20.1, 20.4, 20.6]),
          },
        ]}
        words={tableWords}
      />
      <TrendLine
        {...picture}
        id="trend-one"
        title={words.oneYear}
        lines={[{ name: words.areaName(1), look: 'own', points: own.slice(0, 1) }]}
        words={tableWords}
      />
      <SmallMultiples
        {...picture}
        id="multiples"
        title={words.multiples}
        items={[0, 1, 2, 3, 4].map((place) => ({
          key: String(place),
          name: words.areaName(place),
          href: '/gallery',
          points: pointsOf(words, [
            14 + place,
            14.5 + place,
            place === 2 ? 'hidden' : 15 + 1.3 * place,
            15 - place,
            16 + place,
            17,
            16 + 2 * place,
          ]),
        }))}
        beside={{ name: words.municipality, points: beside }}
        words={{ item: words.map.area, period: words.year, interval: words.sure }}
      />
    </Section>
  )
}

function pointsOf(words: ChartWords, values: readonly Value[], spread = 0): readonly TrendPoint[] {
  return values.map((value, place) => {
    const at = { at: 2018 + place, period: String(2018 + place), value, isApproximate: place === 4 }
    if (typeof value !== 'number') return { ...at, text: words.map[value] }
    return {
      ...at,
      text: words.percent(Math.round(value * 10) / 10),
      ...(spread ? { low: value - spread, high: value + spread } : {}),
    }
  })
}
