import type { ComponentChildren } from 'preact'
import { MissingPatterns, missingFill } from '../missing-patterns.tsx'
import { kindsOfMissing } from '../plotted.ts'
import type { MapWords } from './map-words.ts'
import type { ShadeClass } from './shade-classes.ts'
import type { ShadedArea } from './shaded-area.ts'

type ShadeLegendProps = {
  readonly id: string
  readonly classes: readonly ShadeClass[]
  readonly classText: (shade: ShadeClass) => string
  readonly areas: readonly ShadedArea[]
  readonly words: MapWords
}

/** What the shades mean and how many areas have each; then the signs of what is missing, estimated or chosen, when there are any. */
export function ShadeLegend({ id, classes, classText, areas, words }: ShadeLegendProps) {
  const missing = kindsOfMissing
    .map((kind) => ({ kind, count: areas.filter(({ value }) => value === kind).length }))
    .filter(({ count }) => count > 0)
  return (
    <ul class="map-legend shade-legend">
      {classes.map((shade, place) => (
        <Sign key={shade.from} text={classText(shade)} count={words.areas(shade.count)}>
          <g class={`shade-${shadeStep(place, classes.length)}`}>
            <rect {...square} />
          </g>
        </Sign>
      ))}
      {missing.map(({ kind, count }) => (
        <Sign key={kind} text={words[kind]} count={words.areas(count)}>
          <MissingPatterns id={`${id}-sign`} size={10} kinds={[kind]} />
          <g fill={missingFill(`${id}-sign`, kind)}>
            <rect {...square} />
          </g>
        </Sign>
      ))}
      {areas.some(({ isApproximate }) => isApproximate) ? (
        <Sign text={words.approximate}>
          {areas.every(({ isApproximate }) => isApproximate) ? (
            <text class="map-label" x="12" y="18" font-size="20" text-anchor="middle">
              ≈
            </text>
          ) : (
            <rect {...square} class="shade-approximate" />
          )}
        </Sign>
      ) : null}
      {areas.some(({ isChosen }) => isChosen) ? (
        <Sign text={words.chosen}>
          <rect {...square} class="shade-chosen" />
        </Sign>
      ) : null}
    </ul>
  )
}

const square = { x: 2, y: 2, width: 20, height: 20, rx: 3 } as const

type SignProps = { readonly text: string; readonly count?: string | undefined; readonly children: ComponentChildren }

function Sign({ text, count, children }: SignProps) {
  return (
    <li>
      <svg class="map-legend-sign shade-map" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        {children}
      </svg>
      <span>
        {text}
        {count ? <span class="shade-count"> · {count}</span> : null}
      </span>
    </li>
  )
}

/** Which of the six shades the class at `place` of `count` gets: as far apart as they come. */
export function shadeStep(place: number, count: number): number {
  return count < 2 ? 3 : Math.round(1 + (place * 5) / (count - 1))
}
