import { type FigureRow, FigureTable } from '../figure-table.tsx'
import { MissingPatterns } from '../missing-patterns.tsx'
import { Picture, type PictureProps } from '../picture.tsx'
import { kindsOfMissing } from '../plotted.ts'
import { anchorAt, numbersOf, percent, type Scale, scaleOver } from '../scale.ts'
import { BandKey, LineEnds, LineKey } from './line-ends.tsx'
import { periodsOf, type Trend, timeScale } from './trend.ts'
import { TrendPath } from './trend-path.tsx'

/** Lines over time, of at least one series; the table below shows the same numbers. */
export type TrendLineProps = PictureProps & {
  /** Unlike any other on the page. */
  readonly id: string
  /** The own line first. */
  readonly lines: readonly Trend[]
  readonly axisText: (number: number) => string
  /** Counts begin at zero; a share that hardly moves may not. */
  readonly isFromZero?: boolean | undefined
  readonly words: TrendWords
}

/** The words of a trend, in the language of the page. */
export type TrendWords = {
  /** Heading of the periods in the table: "Jaar". */
  readonly period: string
  /** What limits are: "bijna zeker"; in the key of the band and over their column. Needed when points have limits. */
  readonly interval?: string | undefined
  /** Limits in words: "10 en 14 %". */
  readonly intervalText?: ((low: number, high: number) => string) | undefined
}

const height = 240

/** Figures over time: a gap where one is missing, a band where it is uncertain, names at the ends of the lines. */
export function TrendLine(props: TrendLineProps) {
  const { id, title, lines, axisText, isFromZero = true, words } = props
  const points = lines.flatMap((line) => line.points)
  const scale = scaleOver(numbersOf(points), { isFromZero, steps: 4 })
  const time = timeScale(points)
  const missing = kindsOfMissing.filter((kind) => lines[0]?.points.some(({ value }) => value === kind))
  return (
    <Picture {...props} figures={<TrendTable {...props} />}>
      <div class="chart trend">
        <LineKey lines={lines} />
        <BandKey lines={lines} text={words.interval} />
        <div class="trend-room">
          <svg class="chart-plot" width="100%" height={height} role="img" aria-label={title}>
            <MissingPatterns id={id} size={8} kinds={missing} />
            <LevelLines scale={scale} axisText={axisText} height={height} />
            <PeriodLabels lines={lines} time={time} />
            {lines.toReversed().map((line) => (
              <TrendPath key={line.name} id={id} line={line} scale={scale} time={time} height={height} />
            ))}
            <LineEnds lines={lines} scale={scale} height={height} />
          </svg>
        </div>
      </div>
    </Picture>
  )
}

type LevelLinesProps = {
  readonly scale: Scale
  readonly axisText: (number: number) => string
  readonly height: number
  /** Only the numbers at both ends, for a small picture. */
  readonly isSmall?: boolean
}

/** Level lines with their numbers on them, so that these need no room of their own. */
export function LevelLines({ scale, axisText, height, isSmall = false }: LevelLinesProps) {
  const last = scale.numbers.length - 1
  return scale.numbers.map((number, step) => {
    const y = Math.round((1 - scale.placeOf(number)) * height)
    return (
      <g key={number}>
        <line class={step === 0 ? 'chart-base' : 'chart-level'} x1="0" x2="100%" y1={y} y2={y} />
        {isSmall && step !== 0 && step !== last ? null : (
          <text class="chart-number" x="0" y={y} dy="-4">
            {axisText(number)}
          </text>
        )}
      </g>
    )
  })
}

/** As many periods as fit under a picture on a phone, the first and the last always. */
function PeriodLabels({ lines, time }: Pick<TrendLineProps, 'lines'> & { readonly time: (at: number) => number }) {
  const periods = periodsOf(lines)
  const longest = Math.max(...periods.map(({ period }) => period.length), 1)
  const every = Math.ceil(periods.length / Math.max(2, Math.floor(320 / (longest * 9 + 12))))
  const last = periods.length - 1
  return periods.map(({ at, period }, place) =>
    (last - place) % every === 0 ? (
      <text key={period} class="chart-number" x={percent(time(at))} y={height} dy="20" text-anchor={anchorAt(time(at))}>
        {period}
      </text>
    ) : null,
  )
}

/** A row for each period, a column for each line; limits beside the first line that has them. */
function TrendTable({ title, lines, words }: TrendLineProps) {
  const withLimits = words.interval
    ? lines.find(({ points }) => points.some(({ low }) => low !== undefined))
    : undefined
  const rows = periodsOf(lines).map(({ at, period }): FigureRow => {
    const limited = withLimits?.points.find((point) => point.at === at)
    const limits =
      limited?.low !== undefined && limited.high !== undefined ? words.intervalText?.(limited.low, limited.high) : ''
    return {
      key: period,
      name: period,
      cells: [
        ...lines.map(({ points }) => points.find((point) => point.at === at)?.text ?? ''),
        ...(withLimits ? [limits] : []),
      ],
    }
  })
  return (
    <FigureTable
      caption={title}
      headings={[words.period, ...lines.map(({ name }) => name), ...(withLimits ? [words.interval ?? ''] : [])]}
      rows={rows}
    />
  )
}
