import { FigureTable, RowName } from '../figure-table.tsx'
import { MissingPatterns } from '../missing-patterns.tsx'
import { Picture, type PictureProps } from '../picture.tsx'
import { kindsOfMissing } from '../plotted.ts'
import { numbersOf, type Scale, scaleOver } from '../scale.ts'
import { BandKey, LineKey } from './line-ends.tsx'
import { lastText, periodsOf, type Trend, type TrendPoint, timeScale } from './trend.ts'
import { LevelLines } from './trend-line.tsx'
import { TrendPath } from './trend-path.tsx'

export type SmallMultiple = {
  readonly key: string
  readonly name: string
  readonly href?: string | undefined
  readonly points: readonly TrendPoint[]
}

export type SmallMultiplesProps = PictureProps & {
  /** Unlike any other on the page. */
  readonly id: string
  readonly items: readonly SmallMultiple[]
  /** The same line in every picture: the municipality. */
  readonly beside?: { readonly name: string; readonly points: readonly TrendPoint[] } | undefined
  readonly axisText: (number: number) => string
  readonly isFromZero?: boolean | undefined
  readonly words: {
    readonly item: string
    readonly period: string
    /** What the band around a line means, when points have limits. */
    readonly interval?: string | undefined
  }
}

const height = 84

/** The same little picture for each area, all on one scale, so that they may be compared without one on top of the other. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { items, beside, axisText, isFromZero = true } = props
  const points = [...items, ...(beside ? [beside] : [])].flatMap((line) => line.points)
  const scale = scaleOver(numbersOf(points), { isFromZero, steps: 2 })
  const time = timeScale(points)
  const other: readonly Trend[] = beside ? [{ ...beside, look: 'beside' }] : []
  const periods = periodsOf([{ points }])
  return (
    <Picture {...props} figures={<MultiplesTable {...props} />}>
      <div class="chart">
        {beside ? (
          <div class="multiples-key">
            <LineKey lines={other} />
          </div>
        ) : null}
        <BandKey lines={items} text={props.words.interval} />
        <ul class="multiples">
          {items.map((item) => (
            <li key={item.key}>
              <Multiple
                id={`${props.id}-${item.key}`}
                item={item}
                other={other}
                scale={scale}
                time={time}
                axisText={axisText}
              />
              <span class="multiples-time" aria-hidden="true">
                <span>{periods[0]?.period}</span>
                <span>{periods.length > 1 ? periods.at(-1)?.period : ''}</span>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Picture>
  )
}

type MultipleProps = {
  readonly id: string
  readonly item: SmallMultiple
  readonly other: readonly Trend[]
  readonly scale: Scale
  readonly time: (at: number) => number
  readonly axisText: (number: number) => string
}

function Multiple({ id, item: { name, href, points }, other, scale, time, axisText }: MultipleProps) {
  const missing = kindsOfMissing.filter((kind) => points.some(({ value }) => value === kind))
  return (
    <>
      <span class="multiples-head">
        <RowName name={name} href={href} />
        <strong>{lastText(points)}</strong>
      </span>
      <svg class="chart-plot multiples-plot" width="100%" height={height} aria-hidden="true">
        <MissingPatterns id={id} size={8} kinds={missing} />
        <LevelLines scale={scale} axisText={axisText} height={height} isSmall />
        {[...other, { name, look: 'own' as const, points }].map((line) => (
          <TrendPath key={line.look} id={id} line={line} scale={scale} time={time} height={height} />
        ))}
      </svg>
    </>
  )
}

function MultiplesTable({ title, items, beside, words }: SmallMultiplesProps) {
  const all = [...items, ...(beside ? [{ key: 'beside', href: undefined, ...beside }] : [])]
  const periods = periodsOf(all)
  return (
    <FigureTable
      caption={title}
      headings={[words.item, ...periods.map(({ period }) => period)]}
      rows={all.map(({ key, name, href, points }) => ({
        key,
        name: <RowName name={name} href={href} />,
        cells: periods.map(({ at }) => points.find((point) => point.at === at)?.text ?? ''),
      }))}
    />
  )
}
