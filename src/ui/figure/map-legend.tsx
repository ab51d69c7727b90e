/** How an area or point is drawn: hatching and thickness differ too, so that colour is never alone. */
export type MapLook = 'plain' | 'chosen' | 'done' | 'quiet'

/** One look of the map with what it means. */
export type MapLegendItem = {
  readonly look: MapLook
  readonly text: string
  /** A dot of the map instead of an area. */
  readonly isPoint?: boolean | undefined
}

/** The signs of a map in words. */
export function MapLegend({ items }: { readonly items: readonly MapLegendItem[] }) {
  return (
    <ul class="map-legend">
      {items.map(({ look, text, isPoint }) => (
        <li key={look}>
          <svg class="map-legend-sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            {isPoint ? (
              <circle class={`map-point map-point-${look}`} cx="12" cy="12" r="7" />
            ) : (
              <rect class={`map-area map-${look}`} x="2" y="2" width="20" height="20" rx="4" />
            )}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}
