import { Figure, type FigureProps } from './figure.tsx'
import { MapLegend, type MapLegendItem, type MapLook } from './map-legend.tsx'

export type MapFigureProps = FigureProps & {
  readonly viewBox: string
  /** Links or boxes inside the map: then it is a group, otherwise one picture. */
  readonly interactive?: boolean | undefined
  /** Signs and their words, under the map. */
  readonly legend?: readonly MapLegendItem[] | undefined
}

/** A map drawn as SVG (children: MapArea, MapLine, MapPoint, MapLabel) with its table. */
export function MapFigure({ viewBox, interactive, legend, children, ...figure }: MapFigureProps) {
  return (
    <Figure {...figure}>
      <svg class="map" viewBox={viewBox} role={interactive ? 'group' : 'img'} aria-label={figure.title}>
        {children}
      </svg>
      {legend ? <MapLegend items={legend} /> : null}
    </Figure>
  )
}

export type MapAreaProps = {
  /** SVG path data. */
  readonly path: string
  readonly look?: MapLook | undefined
  readonly title?: string | undefined
  /** Makes the area a link. */
  readonly href?: string | undefined
}

/** A neighbourhood or another area. */
export function MapArea({ path, look = 'plain', title, href }: MapAreaProps) {
  const area = (
    <path class={`map-area map-${look}`} d={path}>
      {title ? <title>{title}</title> : null}
    </path>
  )
  if (!href) return area
  return (
    <a class="map-link" href={href} aria-label={title}>
      {area}
    </a>
  )
}

/** A street, a route. */
export function MapLine({ path, look = 'plain', title }: Omit<MapAreaProps, 'href'>) {
  return (
    <path class={`map-line map-line-${look}`} d={path}>
      {title ? <title>{title}</title> : null}
    </path>
  )
}

export type MapPointProps = {
  readonly x: number
  readonly y: number
  readonly radius?: number | undefined
  readonly look?: MapLook | undefined
  readonly title?: string | undefined
}

/** An address, a meeting place. */
export function MapPoint({ x, y, radius = 4, look = 'plain', title }: MapPointProps) {
  return (
    <circle class={`map-point map-point-${look}`} cx={x} cy={y} r={radius}>
      {title ? <title>{title}</title> : null}
    </circle>
  )
}

export type MapLabelProps = {
  readonly x: number
  readonly y: number
  /** Height of the letters in map units. */
  readonly size: number
  /** Only where the map shows this large: a name on a wide one, a number on one that fits a phone. Otherwise on both. */
  readonly on?: 'wide' | 'small' | undefined
  readonly children: string
}

/** A name or number on the map. */
export function MapLabel({ x, y, size, on, children }: MapLabelProps) {
  return (
    <text class={on ? `map-label map-label-${on}` : 'map-label'} x={x} y={y} font-size={size} text-anchor="middle">
      {children}
    </text>
  )
}
