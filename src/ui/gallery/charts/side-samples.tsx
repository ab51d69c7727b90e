import { PopulationPyramid } from '../../chart/pyramid/population-pyramid.tsx'
import { BalanceChart } from '../../chart/rows/balance-chart.tsx'
import { Section } from '../../layout/section.tsx'
import type { ChartWords } from './chart-words.ts'

/** Pictures with two sides: strengths against needs, and ages. */
export function SideSamples({ words }: { readonly words: ChartWords }) {
  const picture = { caption: words.period, source: words.source, tableText: words.table }
  const figure = (value: number) => ({ value, text: words.percent(value) })
  return (
    <Section title={words.sides}>
      <BalanceChart
        {...picture}
        title={words.balance}
        rows={[
          {
            key: 'a',
            name: words.figures[0],
            href: '/gallery',
            left: { value: 5, text: '5' },
            right: { value: 2, text: '2' },
          },
          { key: 'b', name: words.figures[1], left: { value: 1, text: '1' }, right: { value: 3, text: '3' } },
          { key: 'c', name: words.figures[2], left: { value: 0, text: '0' }, right: { value: 1, text: '1' } },
        ]}
        words={{ row: words.figureHeading, left: words.strengths, right: words.needs }}
      />
      <PopulationPyramid
        {...picture}
        id="ages"
        title={words.pyramid}
        axisText={words.percent}
        bands={ages.map(([from, left, right], place) => ({
          key: String(from),
          name: from === 95 ? '95+' : `${from}–${from + 4}`,
          left: place === 19 ? { value: 'hidden', text: words.map.hidden } : figure(left),
          right: figure(right),
          leftBeside: figure(Math.round((left * 0.8 + 0.6) * 10) / 10),
          rightBeside: figure(Math.round((right * 0.8 + 0.6) * 10) / 10),
        }))}
        words={{
          age: words.age,
          left: words.men,
          right: words.women,
          own: words.areaName(0),
          beside: words.municipality,
        }}
      />
    </Section>
  )
}

const ages = [
  [0, 2.3, 2.2],
  [5, 2.5, 2.4],
  [10, 2.7, 2.5],
  [15, 2.6, 2.6],
  [20, 2.9, 2.8],
  [25, 3.3, 3.4],
  [30, 3.6, 3.5],
  [35, 3.4, 3.3],
  [40, 3.2, 3.2],
  [45, 3.1, 3.2],
  [50, 3.4, 3.5],
  [55, 3.6, 3.7],
  [60, 3.4, 3.5],
  [65, 2.9, 3.1],
  [70, 2.4, 2.7],
  [75, 1.8, 2.2],
  [80, 1.2, 1.7],
  [85, 0.6, 1.1],
  [90, 0.2, 0.5],
  [95, 0, 0.1],
] as const
