import type { Scale } from '../scale.ts'
import type { Trend } from './trend.ts'
import { lastText, unbroken } from './trend.ts'

/** Names and last figures beside the ends of the lines, where there is room for them; none over another. */
export function LineEnds({
  lines,
  scale,
  height,
}: {
  readonly lines: readonly Trend[]
  readonly scale: Scale
  readonly height: number
}) {
  const ends = lines.flatMap((line) => {
    const last = unbroken(line.points).at(-1)?.at(-1)
    return last ? [{ line, text: lastText(line.points), y: (1 - scale.placeOf(last.value)) * height }] : []
  })
  const places = spreadApart(
    ends.map(({ y }) => y),
    labelHeight,
    height,
  )
  return ends.map(({ line, text }, place) => (
    <text
      key={line.name}
      class={`trend-end trend-end-${line.look}`}
      x="100%"
      dx="14"
      y={Math.round(places[place] ?? 0)}
    >
      <tspan class="trend-end-name">{line.name}</tspan>
      <tspan x="100%" dx="14" dy="18">
        {text}
      </tspan>
    </text>
  ))
}

const labelHeight = 42

/** The same where there is no room beside the picture: above it, with a piece of each line. */
export function LineKey({ lines }: { readonly lines: readonly Trend[] }) {
  return (
    <ul class="chart-key trend-key">
      {lines.map(({ name, look, points }) => (
        <li key={name} class={`trend-${look}`}>
          <svg width="34" height="14" aria-hidden="true">
            <path class="trend-path" d="M2 7h30" />
            {look === 'own' ? <circle class="trend-dot" cx="17" cy="7" r="4.5" /> : null}
          </svg>
          <span>
            <bdi>{name}</bdi> <strong>{lastText(points)}</strong>
          </span>
        </li>
      ))}
    </ul>
  )
}

type BandKeyProps = { readonly lines: readonly Pick<Trend, 'points'>[]; readonly text: string | undefined }

/** What the band around a line means, when there is one. */
export function BandKey({ lines, text }: BandKeyProps) {
  if (!text || !lines.some(({ points }) => points.some(({ low }) => low !== undefined))) return null
  return (
    <ul class="chart-key">
      <li class="trend-own">
        <svg width="34" height="14" aria-hidden="true">
          <rect class="trend-band" width="34" height="14" />
        </svg>
        {text}
      </li>
    </ul>
  )
}

/** Moves places on a line so that each is `least` from the next, as near to where they were as goes, within 0 and `end`. */
export function spreadApart(places: readonly number[], least: number, end: number): readonly number[] {
  const order = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place)
  const found: number[] = []
  let free = Infinity
  for (const { place } of order.toReversed()) {
    const last = found.length === 0 ? Math.min(place, end) : Math.min(place, free - least)
    found.unshift(last)
    free = last
  }
  const lowest = found[0] ?? 0
  let floor = Math.max(lowest, 10)
  const moved = found.map((place) => {
    const next = Math.max(place, floor)
    floor = next + least
    return next
  })
  return places.map((_, at) => moved[order.findIndex((one) => one.at === at)] ?? 0)
}
