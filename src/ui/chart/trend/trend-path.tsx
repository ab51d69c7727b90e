import { missingFill } from '../missing-patterns.tsx'
import { percent, type Scale } from '../scale.ts'
import { type KnownPoint, type Trend, type TrendPoint, unbroken } from './trend.ts'

type TrendPathProps = {
  readonly id: string
  readonly line: Trend
  readonly scale: Scale
  readonly time: (at: number) => number
  readonly height: number
}

/** One line: its band, the line itself, a dot for each figure, and hatching where the own figure is missing. */
export function TrendPath({ id, line, scale, time, height }: TrendPathProps) {
  const pieces = unbroken(line.points)
  const known = pieces.flat()
  return (
    <g class={`trend-${line.look}`}>
      {line.look === 'own'
        ? line.points
            .filter(({ value }) => typeof value !== 'number')
            .map((point) => <Gap key={point.at} id={id} point={point} time={time} height={height} />)
        : null}
      {/* Drawn on a thousand by a thousand and stretched over the plot; strokes are not. */}
      <svg width="100%" height={height} viewBox="0 0 1000 1000" preserveAspectRatio="none" overflow="visible">
        {pieces.map((piece) => (
          <path key={piece[0]?.at} class="trend-band" d={bandPath(piece, scale, time)} />
        ))}
        {pieces.map((piece) => (
          <path key={piece[0]?.at} class="trend-path" d={linePath(piece, scale, time)} />
        ))}
      </svg>
      {line.look === 'own' || known.length === 1
        ? known.map((point) => (
            <circle
              key={point.at}
              class={point.isApproximate ? 'trend-dot trend-dot-approximate' : 'trend-dot'}
              cx={percent(time(point.at))}
              cy={Math.round((1 - scale.placeOf(point.value)) * height * 10) / 10}
              r="4.5"
            >
              <title>{`${line.name}, ${point.period}: ${point.text}`}</title>
            </circle>
          ))
        : null}
    </g>
  )
}

function Gap({
  id,
  point,
  time,
  height,
}: {
  readonly id: string
  readonly point: TrendPoint
  readonly time: TrendPathProps['time']
  readonly height: number
}) {
  if (typeof point.value === 'number') return null
  return (
    <rect
      class="trend-gap"
      x={percent(time(point.at))}
      width="12"
      height={height}
      transform="translate(-6)"
      fill={missingFill(id, point.value)}
    >
      <title>{`${point.period}: ${point.text}`}</title>
    </rect>
  )
}

/** Path data of a line on a thousand by a thousand. */
function linePath(piece: readonly KnownPoint[], scale: Scale, time: (at: number) => number): string {
  return piece.map(({ at, value }, place) => `${place === 0 ? 'M' : 'L'}${placeOn(at, value, scale, time)}`).join('')
}

/** Around the limits of the figures that have both; nothing around a single one but a line. */
function bandPath(piece: readonly KnownPoint[], scale: Scale, time: (at: number) => number): string {
  const limited = piece.filter(({ low, high }) => low !== undefined && high !== undefined)
  if (limited.length === 0) return ''
  const upper = limited.map(({ at, high }) => placeOn(at, high ?? 0, scale, time))
  const lower = limited.map(({ at, low }) => placeOn(at, low ?? 0, scale, time)).reverse()
  return `M${[...upper, ...lower].join('L')}Z`
}

const placeOn = (at: number, value: number, scale: Scale, time: (at: number) => number) =>
  `${Math.round(time(at) * 1000)} ${Math.round((1 - scale.placeOf(value)) * 1000)}`
