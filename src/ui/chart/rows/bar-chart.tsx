import { FigureTable } from '../figure-table.tsx'
import { MissingPatterns, missingFill } from '../missing-patterns.tsx'
import { Picture, type PictureProps } from '../picture.tsx'
import type { PlottedInterval } from '../plotted.ts'
import { numbersOf, percent, type Scale, scaleOver } from '../scale.ts'
import { ChartRow, RowAxis, rowHeight } from './chart-row.tsx'

export type BarRow = PlottedInterval & {
  readonly key: string
  readonly name: string
  readonly href?: string | undefined
}

export type BarChartProps = PictureProps & {
  /** Unlike any other on the page. */
  readonly id: string
  readonly rows: readonly BarRow[]
  /** What is not given has no axis: the figures beside the bars say enough. */
  readonly axisText?: ((number: number) => string) | undefined
  /** The end of the scale, when that is not the longest bar: 1 for shares. */
  readonly most?: number | undefined
  /** A line through all bars: the same figure of the whole. */
  readonly mark?: { readonly value: number; readonly text: string } | undefined
  readonly words: { readonly row: string; readonly value: string }
}

/** Lengths from zero, each with its figure; what is missing is hatched, what is uncertain has a line from limit to limit. */
export function BarChart(props: BarChartProps) {
  const { id, title, rows, axisText, most, mark, words } = props
  const scale = scaleOver([...numbersOf(rows), ...numbersOf([{ value: mark?.value }, { value: most }])])
  return (
    <Picture
      {...props}
      figures={
        <FigureTable
          caption={title}
          headings={[words.row, words.value]}
          rows={rows.map(({ key, name, text }) => ({ key, name, cells: [text] }))}
        />
      }
    >
      <div class="chart">
        {mark ? (
          <ul class="chart-key">
            <li>
              <svg width="34" height="18" aria-hidden="true">
                <path class="dot-municipality" d="M17 0v18" />
              </svg>
              {mark.text}
            </li>
          </ul>
        ) : null}
        <ul class="chart-rows">
          {rows.map((row) => (
            <ChartRow
              key={row.key}
              name={row.name}
              href={row.href}
              text={row.text}
              isMissing={typeof row.value !== 'number'}
              scale={axisText ? scale : { ...scale, numbers: scale.numbers.slice(0, 1) }}
            >
              <Bar id={`${id}-${row.key}`} row={row} scale={scale} />
              {mark ? (
                <line
                  class="dot-municipality"
                  x1={percent(scale.placeOf(mark.value))}
                  x2={percent(scale.placeOf(mark.value))}
                  y1="2"
                  y2={rowHeight - 2}
                />
              ) : null}
            </ChartRow>
          ))}
          {axisText ? <RowAxis scale={scale} axisText={axisText} /> : null}
        </ul>
      </div>
    </Picture>
  )
}

const inset = 8

function Bar({
  id,
  row: { value, low, high },
  scale,
}: {
  readonly id: string
  readonly row: BarRow
  readonly scale: Scale
}) {
  if (typeof value !== 'number')
    return (
      <>
        <MissingPatterns id={id} size={8} kinds={[value]} />
        {/* Thin, or it would look like the whole. */}
        <rect class="bar-missing" y={rowHeight / 2 - 4} width="100%" height="8" fill={missingFill(id, value)} />
      </>
    )
  const zero = scale.placeOf(0)
  const end = scale.placeOf(value)
  return (
    <>
      <rect
        class="bar"
        x={percent(Math.min(zero, end))}
        y={inset}
        width={percent(Math.abs(end - zero))}
        height={rowHeight - 2 * inset}
      />
      {low !== undefined && high !== undefined
        ? ['bar-interval-edge', 'bar-interval'].map((look) => (
            <line
              key={look}
              class={look}
              x1={percent(scale.placeOf(low))}
              x2={percent(scale.placeOf(high))}
              y1={rowHeight / 2}
              y2={rowHeight / 2}
            />
          ))
        : null}
    </>
  )
}
