import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { CheckboxGroup, MapArea, MapChoice, type MapChoiceProps, MapChoices } from '../../../ui/index.ts'
import type { Point } from '../../published-areas/index.ts'
import type { MappedNeighbourhood } from '../place.ts'
import { type MapProjection, mapProjection } from './map-projection.ts'
import { captionOf, viewBoxOf } from './neighbourhood-choice.tsx'
import { chosenLegend } from './neighbourhood-map.tsx'

/** A street, or the doors of a neighbourhood that have none, with how many doors it brings along. */
export type PlaceToChoose = {
  readonly id: string
  readonly name: string
  readonly doors: number
  /** Points along the street, or one for each door. */
  readonly points: readonly Point[]
}

type Field = ReturnType<FilledForm['list']>

type Props = {
  readonly t: Texts
  /** The neighbourhoods around the streets. */
  readonly areas: readonly MappedNeighbourhood[]
  readonly streets: readonly PlaceToChoose[]
  readonly streetField: Field
  /** Doors without a street, by neighbourhood; empty where all have one. */
  readonly streetless: readonly PlaceToChoose[]
  readonly streetlessField: Field
}

/** Choosing streets on the map and in the list beside it, which are one and the same; doors without a street as dots. */
export function StreetChoice(props: Props) {
  const { t, areas, streets, streetField, streetless, streetlessField } = props
  const points = [...streets, ...streetless].flatMap((place) => place.points)
  const shapes = areas.map(({ shape }) => shape)
  const projection = mapProjection(shapes, points)
  const lists = (
    <>
      <CheckboxGroup
        {...streetField}
        label={t('places.choice.streets')}
        filterLabel={t('places.choice.filter')}
        choices={streets.map((street) => choiceOf(t, street, 'line', projection))}
      />
      {streetless.length > 0 ? (
        <CheckboxGroup
          {...streetlessField}
          label={t('places.choice.streetless')}
          hint={t('places.choice.streetless.hint')}
          choices={streetless.map((doors) => choiceOf(t, doors, 'dots', projection))}
        />
      ) : null}
    </>
  )
  if (!projection) return lists
  return (
    <MapChoices
      title={t('places.map')}
      caption={captionOf(t, areas)}
      viewBox={viewBoxOf(projection)}
      picture={areas.map(({ id, shape }) => <MapArea key={id} path={projection.area(shape)} />)}
      legend={chosenLegend(t)}
    >
      {lists}
    </MapChoices>
  )
}

function choiceOf(
  t: Texts,
  { id, name, doors, points }: PlaceToChoose,
  kind: MapChoiceProps['kind'],
  projection: MapProjection | undefined,
) {
  const path = kind === 'line' ? projection?.line(points) : projection?.dots(points)
  return {
    value: id,
    label: name,
    hint: t('places.choice.addresses', { count: doors }),
    drawing:
      projection && path ? (
        <MapChoice kind={kind} viewBox={viewBoxOf(projection)} path={path} title={name} />
      ) : undefined,
  }
}
