import type { Texts } from '../../../platform/messages/index.ts'
import { CheckboxGroup, MapArea, MapChoice, MapChoices } from '../../../ui/index.ts'
import { middleOf } from '../../published-areas/index.ts'
import type { MappedNeighbourhood } from '../place.ts'
import { AreaLabels, areaName } from './area-labels.tsx'
import { type MapProjection, mapProjection, rounded } from './map-projection.ts'
import { chosenLegend } from './neighbourhood-map.tsx'
import { type AreaChoiceProps, SearchedAreaChoice } from './searched-area-choice.tsx'

/** Choosing neighbourhoods on the map and in the list under or beside it: numbered alike, and one and the same. */
export function NeighbourhoodChoice({ t, areas, field, label }: AreaChoiceProps) {
  if (areas.length > longList) return <SearchedAreaChoice t={t} areas={areas} field={field} label={label} />
  const projection = mapProjection(areas.map(({ shape }) => shape))
  const crossesBorder = new Set(areas.flatMap(({ municipalityName }) => municipalityName ?? [])).size > 1
  const choices = areas.map((area, place) => ({
    value: area.id,
    label: crossesBorder ? areaName(area) : area.name,
    hint: t('places.choice.addresses', { count: area.addressCount }),
    mark: areas.length > 1 ? String(place + 1) : undefined,
    drawing: projection && area.shape.length > 0 ? drawingOf(area, projection) : undefined,
  }))
  const group = <CheckboxGroup {...field} label={label} choices={choices} />
  if (!projection) return group
  return (
    <MapChoices
      title={t('places.map')}
      caption={captionOf(t, areas)}
      viewBox={viewBoxOf(projection)}
      picture={areas.map(({ id, shape }) => <MapArea key={id} path={projection.outline(shape)} />)}
      labels={<AreaLabels areas={areas} projection={projection} />}
      legend={chosenLegend(t)}
    >
      {group}
    </MapChoices>
  )
}

/** More areas than this are found by typing: their names would cover the map. */
const longList = 40

function drawingOf(area: MappedNeighbourhood, projection: MapProjection) {
  const [x, y] = rounded(projection.point(middleOf(area.shape)))
  return (
    <MapChoice
      kind="area"
      viewBox={viewBoxOf(projection)}
      path={projection.outline(area.shape)}
      title={areaName(area)}
      tick={{ x, y: y + tickBelow }}
    />
  )
}

/** Map units under the middle, where the name is. */
const tickBelow = 26

/** The view box of a map, from its top left corner. */
export const viewBoxOf = ({ width, height }: MapProjection): string => `0 0 ${width} ${height}`

/** That borders are simplified, and that one can press the map. */
export function captionOf(t: Texts, areas: readonly MappedNeighbourhood[]): string {
  const press = t('places.choice.press')
  return areas.some(({ isApproximate }) => isApproximate) ? `${press} ${t('places.map.approximate')}` : press
}
