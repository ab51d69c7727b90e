import { MapLabel } from '../../../ui/index.ts'
import { boundsOf, middleOf, type Point } from '../../published-areas/index.ts'
import type { MappedNeighbourhood } from '../place.ts'
import { type MapProjection, rounded } from './map-projection.ts'

type AreaLabelsProps = {
  readonly areas: readonly MappedNeighbourhood[]
  readonly projection: MapProjection
  /** The middles of dots that no name should hide, in units of the picture. */
  readonly dots?: readonly Point[] | undefined
}

/** Names or numbers of several neighbourhoods on their map; one alone needs none. */
export function AreaLabels({ areas, projection, dots = [] }: AreaLabelsProps) {
  if (areas.length < 2) return null
  return areas.map((area, place) => (
    <AreaLabel key={area.id} area={area} number={place + 1} projection={projection} dots={dots} />
  ))
}

/** `Lozen (Hamont-Achel)`: the municipality is said when the area has one, for a map may cross a border. */
export function areaName({ name, municipalityName }: MappedNeighbourhood): string {
  return municipalityName ? `${name} (${municipalityName})` : name
}

const labelSize = 15
/** Large enough to read when the whole map is as wide as a phone. */
const numberSize = 32

type AreaLabelProps = {
  readonly area: MappedNeighbourhood
  readonly number: number
  readonly projection: MapProjection
  readonly dots: readonly Point[]
}

/** The name where it fits inside its area, otherwise its number in the table; on a small map always the number. */
function AreaLabel({ area, number, projection, dots }: AreaLabelProps) {
  const box = boundsOf(area.shape)
  if (!box) return null
  const [left] = projection.point([box.minX, box.minY])
  const [right] = projection.point([box.maxX, box.maxY])
  const needed = area.name.length * labelSize * 0.5
  const fits = right - left >= needed
  const [x, y] = rounded(projection.point(middleOf(area.shape)))
  const inside = fits ? Math.min(Math.max(x, needed / 2), projection.width - needed / 2) : x
  const words = fits ? area.name : String(number)
  const heightOf = (text: string, at: number, size: number) =>
    besideDots(dots, { x: at, y, size, width: text.length * size * 0.5 })
  return (
    <>
      <MapLabel x={inside} y={heightOf(words, inside, labelSize)} size={labelSize} on="wide">
        {words}
      </MapLabel>
      <MapLabel x={x} y={heightOf(String(number), x, numberSize)} size={numberSize} on="small">
        {String(number)}
      </MapLabel>
    </>
  )
}

/** Room around the middle of a dot. */
const dotRoom = 10
/** Among more dots there is no free place to look for. */
const mostDots = 300

type LabelBox = { readonly x: number; readonly y: number; readonly size: number; readonly width: number }

/** The base line of a label: where it would stand, or as little lower or higher as hides no dot. */
function besideDots(dots: readonly Point[], { x, y, size, width }: LabelBox): number {
  if (dots.length > mostDots) return y
  const isFree = (line: number) =>
    !dots.some(
      ([dotX, dotY]) =>
        Math.abs(dotX - x) < width / 2 + dotRoom && dotY > line - size * 0.8 - dotRoom && dotY < line + dotRoom,
    )
  const tried = [0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2, 2.5, -2.5].map((step) => Math.round(y + step * size))
  return tried.find(isFree) ?? y
}
