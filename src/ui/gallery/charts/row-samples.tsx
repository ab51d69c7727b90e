import { PopulationPyramid } from '../../chart/pyramid/population-pyramid.tsx'
import { BalanceChart } from '../../chart/rows/balance-chart.tsx'
import { BarChart } from '../../chart/rows/bar-chart.tsx'
import { DotPlot } from '../../chart/rows/dot-plot.tsx'
import { Section } from '../../layout/section.tsx'
import type { ChartWords } from './chart-words.ts'

/** Pictures of rows: dots beside the municipality, bars, two sides against each other, ages. */
export function RowSamples({ words }: { readonly words: ChartWords }) {
  const picture = { caption: words.period, source: words.source, tableText: words.table }
  const figure = (value: number) => ({ value, text: words.percent(value) })
  return (
    <Section title={words.rows}>
      <DotPlot
        {...picture}
        title={words.dots}
        axisText={words.percent}
        rows={[
          {
            key: '1',
            name: words.figures[0],
            href: '/gallery',
            own: { ...figure(22.3), low: 19.8, high: 24.9 },
            municipality: figure(19.2),
            region: figure(20.6),
            remark: words.higher,
          },
          {
            key: '2',
            name: words.figures[1],
            own: { ...figure(38), low: 33, high: 43, isApproximate: true },
            municipality: figure(35.5),
            region: figure(34.1),
            remark: words.notClear,
          },
          {
            key: '3',
            name: words.figures[2],
            own: { value: 'hidden', text: words.map.hidden },
            municipality: figure(4.4),
          },
          { key: '4', name: words.figures[3], own: figure(0), municipality: figure(7.9), region: figure(11.2) },
        ]}
        words={{
          row: words.figureHeading,
          own: words.areaName(0),
          municipality: words.municipality,
          region: words.region,
          interval: words.sure,
          remark: words.compared,
        }}
      />
      <BarChart
        {...picture}
        id="bars"
        title={words.answers}
        axisText={words.percent}
        most={100}
        mark={{ value: 41, text: words.municipality }}
        rows={[
          { key: 'a', name: words.figures[0], ...figure(62), low: 54, high: 70 },
          { key: 'b', name: words.figures[1], ...figure(31), low: 24, high: 39 },
          { key: 'c', name: words.figures[2], value: 'hidden', text: words.map.hidden },
          { key: 'd', name: words.figures[3], ...figure(0) },
        ]}
        words={{ row: words.figureHeading, value: words.map.figure }}
      />
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
