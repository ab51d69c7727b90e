import { FigureTable } from '../figure-table.tsx'
import { MissingPatterns, missingFill } from '../missing-patterns.tsx'
import { Picture, type PictureProps } from '../picture.tsx'
import { drawnValue, kindsOfMissing, type Plotted } from '../plotted.ts'
import { anchorAt, percent, type Scale, scaleOver } from '../scale.ts'
import { stairs } from './stairs.ts'

export type PyramidBand = {
  readonly key: string
  /** "65–69". */
  readonly name: string
  readonly left: Plotted
  readonly right: Plotted
  /** The same of the whole it is compared with. */
  readonly leftBeside?: Plotted | undefined
  readonly rightBeside?: Plotted | undefined
}

export type PyramidWords = {
  readonly age: string
  readonly left: string
  readonly right: string
  /** Whose bars these are. */
  readonly own: string
  /** Whose outline is drawn over them. */
  readonly beside?: string | undefined
}

export type PopulationPyramidProps = PictureProps & {
  /** Unlike any other on the page. */
  readonly id: string
  /** Youngest first. All on one scale: shares of all inhabitants when compared. */
  readonly bands: readonly PyramidBand[]
  readonly axisText: (number: number) => string
  readonly words: PyramidWords
}

const bandHeight = 20
const gap = 2

/** Ages from young (below) to old (above) in two sides, with the whole municipality as an outline over them. */
export function PopulationPyramid(props: PopulationPyramidProps) {
  const { title, bands, axisText, words } = props
  const figures = bands.flatMap(({ left, right, leftBeside, rightBeside }) => [left, right, leftBeside, rightBeside])
  const scale = scaleOver(
    figures.flatMap((figure) => (figure ? (drawnValue(figure) ?? []) : [])),
    { steps: 3 },
  )
  const oldestFirst = bands.toReversed()
  return (
    <Picture {...props} figures={<PyramidTable {...props} />}>
      <div class="chart">
        {words.beside ? <PyramidKey own={words.own} beside={words.beside} /> : null}
        <div class="pyramid" role="img" aria-label={title}>
          <PyramidSide {...props} side="left" bands={oldestFirst} scale={scale} axisText={axisText} />
          <ol class="pyramid-ages">
            <li>{words.age}</li>
            {oldestFirst.map(({ key, name }) => (
              <li key={key}>{name}</li>
            ))}
          </ol>
          <PyramidSide {...props} side="right" bands={oldestFirst} scale={scale} axisText={axisText} />
        </div>
      </div>
    </Picture>
  )
}

type SideProps = Pick<PopulationPyramidProps, 'id' | 'axisText' | 'words'> & {
  readonly side: 'left' | 'right'
  readonly bands: readonly PyramidBand[]
  readonly scale: Scale
}

function PyramidSide({ id, side, bands, scale, axisText, words }: SideProps) {
  const height = bands.length * bandHeight
  const patterns = `${id}-${side}`
  const missing = kindsOfMissing.filter((kind) => bands.some((band) => band[side].value === kind))
  return (
    <div class="pyramid-side">
      <strong class="pyramid-name">{words[side]}</strong>
      <svg class="chart-plot" width="100%" height={height + 24}>
        <MissingPatterns id={patterns} size={8} kinds={missing} />
        <PyramidAxis side={side} scale={scale} axisText={axisText} height={height} />
        {bands.map((band, place) => (
          <PyramidBar
            key={band.key}
            figure={band[side]}
            words={`${words[side]}, ${band.name}`}
            y={place * bandHeight + gap / 2}
            patterns={patterns}
            side={side}
            scale={scale}
          />
        ))}
        <PyramidOutline side={side} bands={bands} scale={scale} height={height} />
      </svg>
    </div>
  )
}

/** From the ages outwards. */
const outwards = (side: 'left' | 'right', place: number) => (side === 'left' ? 1 - place : place)

type AxisProps = Pick<SideProps, 'side' | 'scale' | 'axisText'> & { readonly height: number }

function PyramidAxis({ side, scale, axisText, height }: AxisProps) {
  return scale.numbers.map((number, step) => {
    const place = outwards(side, scale.placeOf(number))
    return (
      <g key={number}>
        <line
          class={step === 0 ? 'chart-base' : 'chart-level'}
          x1={percent(place)}
          x2={percent(place)}
          y1="0"
          y2={height}
        />
        <text class="chart-number" x={percent(place)} y={height + 18} text-anchor={anchorAt(place)}>
          {axisText(number)}
        </text>
      </g>
    )
  })
}

type OutlineProps = Pick<SideProps, 'side' | 'bands' | 'scale'> & { readonly height: number }

function PyramidOutline({ side, bands, scale, height }: OutlineProps) {
  const beside = bands.map((band) => (side === 'left' ? band.leftBeside : band.rightBeside))
  const path = stairs(
    beside.map((figure) => figure && drawnValue(figure)),
    (figure) => 1000 * outwards(side, scale.placeOf(figure)),
    bandHeight,
  )
  if (!path) return null
  return (
    <svg width="100%" height={height} viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" overflow="visible">
      <path class="pyramid-outline" d={path} />
    </svg>
  )
}

type PyramidBarProps = {
  readonly figure: Plotted
  readonly words: string
  readonly y: number
  readonly patterns: string
  readonly side: 'left' | 'right'
  readonly scale: Scale
}

function PyramidBar({ figure, words, y, patterns, side, scale }: PyramidBarProps) {
  const title = <title>{`${words}: ${figure.text}`}</title>
  if (typeof figure.value !== 'number')
    return (
      <rect
        class="bar-missing"
        x={side === 'left' ? '50%' : '0'}
        y={y}
        width="50%"
        height={bandHeight - gap}
        fill={missingFill(patterns, figure.value)}
      >
        {title}
      </rect>
    )
  const length = scale.placeOf(figure.value)
  return (
    <rect
      class={`pyramid-bar pyramid-bar-${side}`}
      x={percent(side === 'left' ? 1 - length : 0)}
      y={y}
      width={percent(length)}
      height={bandHeight - gap}
    >
      {title}
    </rect>
  )
}

function PyramidKey({ own, beside }: { readonly own: string; readonly beside: string }) {
  return (
    <ul class="chart-key">
      <li>
        <svg width="34" height="18" aria-hidden="true">
          <rect class="pyramid-bar" y="1" width="34" height="16" />
        </svg>
        {own}
      </li>
      <li>
        <svg width="34" height="18" aria-hidden="true">
          <path class="pyramid-outline" d="M2 2h20v14h10" />
        </svg>
        {beside}
      </li>
    </ul>
  )
}

function PyramidTable({ title, bands, words }: PopulationPyramidProps) {
  const isCompared = words.beside !== undefined && bands.some(({ leftBeside }) => leftBeside)
  const headings = [
    words.left,
    words.right,
    ...(isCompared ? [`${words.left}, ${words.beside}`, `${words.right}, ${words.beside}`] : []),
  ]
  return (
    <FigureTable
      caption={title}
      headings={[words.age, ...headings]}
      rows={bands.map(({ key, name, left, right, leftBeside, rightBeside }) => ({
        key,
        name,
        cells: [left.text, right.text, ...(isCompared ? [leftBeside?.text, rightBeside?.text] : [])],
      }))}
    />
  )
}
