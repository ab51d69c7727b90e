import type { ComponentChildren } from 'preact'
import { MapLegend, type MapLegendItem } from './map-legend.tsx'

export type MapChoicesProps = {
  readonly title: string
  readonly caption?: string | undefined
  readonly viewBox: string
  /** What lies under the choices: borders. */
  readonly picture?: ComponentChildren
  /** What stands over them: names. */
  readonly labels?: ComponentChildren
  readonly legend?: readonly MapLegendItem[] | undefined
  /** CheckboxGroups whose choices have a MapChoice as `drawing`, ManyCheckboxes that have a MapMark. */
  readonly children: ComponentChildren
}

/**
 * A map and the list of what is chosen on it, which are one and the same: each box of the list has its mark on the map inside its
 * own label. So a press on the map ticks the box, the box with the focus stands out on the map, and all that without script.
 */
export function MapChoices({ title, caption, viewBox, picture, labels, legend, children }: MapChoicesProps) {
  return (
    <div class="map-choices-room">
      <p class="figure-caption">
        <span class="figure-title">{title}</span>
        {caption ? <span class="hint">{caption}</span> : null}
      </p>
      <div class="map-choices">
        <div class="map-choices-picture">
          <svg class="map map-choices-sheet" viewBox={viewBox} role="img" aria-label={title}>
            {picture}
          </svg>
          <svg class="map map-choices-sheet map-choices-labels" viewBox={viewBox} aria-hidden="true">
            {labels}
          </svg>
          {legend ? <MapLegend items={legend} /> : null}
        </div>
        <div class="map-choices-lists" data-keeps-place>
          {children}
        </div>
      </div>
    </div>
  )
}

export type MapChoiceProps = {
  /** The same as that of its map. */
  readonly viewBox: string
  /** SVG path data. */
  readonly path: string
  readonly kind: 'area' | 'line' | 'dots'
  /** Shown where one points. */
  readonly title: string
  /** Where an area that is chosen gets its tick. */
  readonly tick?: { readonly x: number; readonly y: number } | undefined
}

/** The mark of one choice, laid over the map. Chosen ones are thicker, areas have a tick: never colour alone. */
export function MapChoice({ viewBox, path, kind, title, tick }: MapChoiceProps) {
  return (
    <svg class={`map map-choices-sheet map-choice map-choice-${kind}`} viewBox={viewBox} aria-hidden="true">
      <path class="map-choice-reach" d={path}>
        <title>{title}</title>
      </path>
      <path class="map-choice-mark" d={path} />
      {tick ? (
        <g class="map-choice-tick">
          <circle cx={tick.x} cy={tick.y} r="16" />
          <path d={`M${tick.x - 7} ${tick.y}l5 5l9 -10`} />
        </g>
      ) : null}
    </svg>
  )
}

export type MapMarkProps = Pick<MapChoiceProps, 'viewBox' | 'path' | 'title'>

/** The mark of one area among the hundreds of `ManyCheckboxes`; what is chosen is filled and has a thicker line. */
export function MapMark({ viewBox, path, title }: MapMarkProps) {
  return (
    <svg viewBox={viewBox} aria-hidden="true">
      <path d={path}>
        <title>{title}</title>
      </path>
    </svg>
  )
}
