import { MapLabel } from '../../../ui/index.ts'
import { boundsOf, middleOf } from '../../published-areas/index.ts'
import type { MappedNeighbourhood } from '../place.ts'
import { type MapProjection, rounded } from './map-projection.ts'

type AreaLabelsProps = { readonly areas: readonly MappedNeighbourhood[]; readonly projection: MapProjection }

/** Names or numbers of several neighbourhoods on their map; one alone needs none. */
export function AreaLabels({ areas, projection }: AreaLabelsProps) {
  if (areas.length < 2) return null
  return areas.map((area, place) => <AreaLabel key={area.id} area={area} number={place + 1} projection={projection} />)
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
}

/** The name where it fits inside its area, otherwise its number in the table; on a small map always the number. */
function AreaLabel({ area, number, projection }: AreaLabelProps) {
  const box = boundsOf(area.shape)
  if (!box) return null
  const [left] = projection.point([box.minX, box.minY])
  const [right] = projection.point([box.maxX, box.maxY])
  const needed = area.name.length * labelSize * 0.5
  const fits = right - left >= needed
  const [x, y] = rounded(projection.point(middleOf(area.shape)))
  const inside = fits ? Math.min(Math.max(x, needed / 2), projection.width - needed / 2) : x
  return (
    <>
      <MapLabel x={inside} y={y} size={labelSize} on="wide">
        {fits ? area.name : String(number)}
      </MapLabel>
      <MapLabel x={x} y={y} size={numberSize} on="small">
        {String(number)}
      </MapLabel>
    </>
  )
}
