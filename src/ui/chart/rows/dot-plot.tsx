import { FigureTable } from '../figure-table.tsx'
import { Picture, type PictureProps } from '../picture.tsx'
import type { Plotted, PlottedInterval } from '../plotted.ts'
import { numbersOf, percent, type Scale, scaleOver } from '../scale.ts'
import { ChartRow, RowAxis, rowHeight } from './chart-row.tsx'

export type DotPlotRow = {
  readonly key: string
  readonly name: string
  readonly href?: string | undefined
  readonly own: PlottedInterval
  readonly municipality?: Plotted | undefined
  readonly region?: Plotted | undefined
  /** How the own figure compares: "duidelijk hoger". */
  readonly remark?: string | undefined
}

export type DotPlotWords = {
  /** What a row is: "Cijfer". */
  readonly row: string
  readonly own: string
  readonly municipality: string
  readonly region: string
  /** What the line through a dot means: "hier ligt het cijfer bijna zeker". */
  readonly interval: string
  /** Heading of the remarks in the table: "Vergeleken". */
  readonly remark: string
}

export type DotPlotProps = PictureProps & {
  readonly rows: readonly DotPlotRow[]
  readonly axisText: (number: number) => string
  readonly isFromZero?: boolean | undefined
  readonly words: DotPlotWords
}

/** Figures of one unit, each as a dot beside those of the municipality (a bar) and the region (a diamond), on one scale. */
export function DotPlot(props: DotPlotProps) {
  const { rows, axisText, isFromZero = true, words } = props
  const scale = scaleOver(numbersOf(rows.flatMap((row) => beside(row))), { isFromZero })
  return (
    <Picture {...props} figures={<DotTable {...props} />}>
      <div class="chart">
        <DotKey rows={rows} words={words} />
        <ul class="chart-rows">
          {rows.map((row) => (
            <ChartRow
              key={row.key}
              name={row.name}
              href={row.href}
              text={row.own.text}
              remark={row.remark}
              isMissing={typeof row.own.value !== 'number'}
              scale={scale}
            >
              <Marks row={row} scale={scale} />
            </ChartRow>
          ))}
          <RowAxis scale={scale} axisText={axisText} />
        </ul>
      </div>
    </Picture>
  )
}

const beside = ({ own, municipality, region }: DotPlotRow): readonly PlottedInterval[] =>
  [own, municipality, region].filter((one) => one !== undefined)

const middle = rowHeight / 2

function Marks({ row: { own, municipality, region }, scale }: { readonly row: DotPlotRow; readonly scale: Scale }) {
  const place = (figure: number) => percent(scale.placeOf(figure))
  return (
    <>
      {own.low !== undefined && own.high !== undefined ? (
        <line class="dot-interval" x1={place(own.low)} x2={place(own.high)} y1={middle} y2={middle} />
      ) : null}
      {typeof municipality?.value === 'number' ? (
        <line
          class="dot-municipality"
          x1={place(municipality.value)}
          x2={place(municipality.value)}
          y1="6"
          y2={rowHeight - 6}
        />
      ) : null}
      {typeof region?.value === 'number' ? (
        <svg x={place(region.value)} y={middle} overflow="visible">
          <path class="dot-region" d={diamond} />
        </svg>
      ) : null}
      {typeof own.value === 'number' ? (
        <circle
          class={own.isApproximate ? 'dot-own dot-approximate' : 'dot-own'}
          cx={place(own.value)}
          cy={middle}
          r="7"
        />
      ) : null}
    </>
  )
}

const diamond = 'M0-7 7 0 0 7-7 0Z'

/** The signs that are in the picture, with their words. */
function DotKey({ rows, words }: { readonly rows: readonly DotPlotRow[]; readonly words: DotPlotWords }) {
  const isThere = (one: (row: DotPlotRow) => unknown) => rows.some((row) => one(row) !== undefined)
  const signs = [
    { text: words.own, sign: <circle class="dot-own" cx="17" cy="9" r="7" /> },
    ...(isThere(({ municipality }) => municipality)
      ? [{ text: words.municipality, sign: <path class="dot-municipality" d="M17 0v18" /> }]
      : []),
    ...(isThere(({ region }) => region)
      ? [{ text: words.region, sign: <path class="dot-region" d={diamond} transform="translate(17 9)" /> }]
      : []),
    ...(isThere(({ own }) => own.low)
      ? [{ text: words.interval, sign: <path class="dot-interval" d="M3 9h28" /> }]
      : []),
  ]
  return (
    <ul class="chart-key">
      {signs.map(({ text, sign }) => (
        <li key={text}>
          <svg width="34" height="18" aria-hidden="true">
            {sign}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}

function DotTable({ title, rows, words }: DotPlotProps) {
  const has = (one: (row: DotPlotRow) => unknown) => rows.some((row) => one(row) !== undefined)
  const columns = [
    { heading: words.own, cell: ({ own }: DotPlotRow) => own.text },
    ...(has(({ municipality }) => municipality)
      ? [{ heading: words.municipality, cell: ({ municipality }: DotPlotRow) => municipality?.text }]
      : []),
    ...(has(({ region }) => region) ? [{ heading: words.region, cell: ({ region }: DotPlotRow) => region?.text }] : []),
    ...(has(({ remark }) => remark) ? [{ heading: words.remark, cell: ({ remark }: DotPlotRow) => remark }] : []),
  ]
  return (
    <FigureTable
      caption={title}
      headings={[words.row, ...columns.map(({ heading }) => heading)]}
      rows={rows.map((row) => ({ key: row.key, name: row.name, cells: columns.map(({ cell }) => cell(row)) }))}
    />
  )
}
