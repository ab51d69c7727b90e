import { BarChart } from '../../chart/rows/bar-chart.tsx'
import { DotPlot } from '../../chart/rows/dot-plot.tsx'
import { Section } from '../../layout/section.tsx'
import type { ChartWords } from './chart-words.ts'

/** Pictures of rows: dots beside the municipality, and bars. */
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
    </Section>
  )
}
