import type { Texts } from '../../../platform/messages/index.ts'
import {
  Link,
  MapArea,
  MapFigure,
  type MapLegendItem,
  MapLine,
  type MapLook,
  MapPoint,
  Table,
} from '../../../ui/index.ts'
import type { Point } from '../../published-areas/index.ts'
import type { MappedNeighbourhood } from '../place.ts'
import { AreaLabels, areaName } from './area-labels.tsx'
import { mapProjection, rounded } from './map-projection.ts'

/** A street on the map: a line along its doors. */
export type MappedStreet = {
  readonly id: string
  readonly name: string
  readonly line: readonly Point[]
  readonly look?: MapLook | undefined
}

/** A door on the map. */
export type MappedDoor = {
  readonly id: string
  readonly at: Point
  readonly title: string
  readonly look?: MapLook
  /** In units of the picture, which is 800 wide; larger for the few places of a map than for its many doors. */
  readonly radius?: number
}

/** What a map of neighbourhoods shows, and its words; all shapes, lines and points in Lambert 72 metres. */
export type NeighbourhoodMapProps = {
  readonly t: Texts
  readonly areas: readonly MappedNeighbourhood[]
  /** Identifiers of areas drawn as chosen. */
  readonly chosen?: readonly string[] | undefined
  readonly streets?: readonly MappedStreet[] | undefined
  readonly doors?: readonly MappedDoor[] | undefined
  /** Makes each area a link, on the map and in the table. */
  readonly hrefOf?: ((area: MappedNeighbourhood) => string) | undefined
  /** Other words than "Neighbourhoods" for what the map shows. */
  readonly title?: string | undefined
  /** What the looks mean here, instead of "chosen" and "not chosen". */
  readonly legend?: readonly MapLegendItem[] | undefined
}

/** Neighbourhoods as a picture, north up, with streets and doors when given; the same neighbourhoods in a table under it. */
export function NeighbourhoodMap(props: NeighbourhoodMapProps) {
  const { t, areas, chosen = [], streets = [], doors = [], hrefOf, title = t('places.map') } = props
  const points = [...streets.flatMap(({ line }) => line), ...doors.map(({ at }) => at)]
  const projection = mapProjection(
    areas.map(({ shape }) => shape),
    points,
  )
  const table = <NeighbourhoodTable t={t} areas={areas} hrefOf={hrefOf} />
  if (!projection) return table
  const isApproximate = areas.some((area) => area.isApproximate)
  return (
    <MapFigure
      title={title}
      caption={isApproximate ? t('places.map.approximate') : undefined}
      viewBox={`0 0 ${projection.width} ${projection.height}`}
      interactive={hrefOf !== undefined}
      legend={props.legend ?? (chosen.length > 0 ? chosenLegend(t) : undefined)}
      table={table}
      tableText={t('places.map.table')}
    >
      {areas.map((area) => (
        <MapArea
          key={area.id}
          path={projection.area(area.shape)}
          title={areaName(area)}
          look={chosen.includes(area.id) ? 'chosen' : 'plain'}
          href={hrefOf?.(area)}
        />
      ))}
      {streets.map(({ id, name, line, look }) => (
        <MapLine key={id} path={projection.line(line)} title={name} look={look} />
      ))}
      {doors.map(({ id, at, title: words, look, radius }) => {
        const [x, y] = rounded(projection.point(at))
        return <MapPoint key={id} x={x} y={y} radius={radius} title={words} look={look} />
      })}
      <AreaLabels areas={areas} projection={projection} dots={doors.map(({ at }) => projection.point(at))} />
    </MapFigure>
  )
}

export type NeighbourhoodTableProps = Pick<NeighbourhoodMapProps, 't' | 'areas' | 'hrefOf'>

/** Neighbourhoods with how many streets and addresses each has; several are numbered as on the map. */
export function NeighbourhoodTable({ t, areas, hrefOf }: NeighbourhoodTableProps) {
  return (
    <Table
      compact
      caption={t('places.neighbourhoods')}
      captionHidden
      rows={areas.map((area, place) => ({ ...area, number: place + 1 }))}
      rowKey={({ id }) => id}
      columns={[
        ...(areas.length > 1
          ? [{ key: 'number', heading: t('places.map.number'), numeric: true, cell: ({ number }: Numbered) => number }]
          : []),
        {
          key: 'name',
          heading: t('places.neighbourhood'),
          rowHeader: true,
          cell: (area) => (hrefOf ? <Link href={hrefOf(area)}>{areaName(area)}</Link> : areaName(area)),
        },
        { key: 'streets', heading: t('places.streets'), numeric: true, cell: ({ streetCount }) => streetCount },
        { key: 'addresses', heading: t('places.addresses'), numeric: true, cell: ({ addressCount }) => addressCount },
      ]}
    />
  )
}

type Numbered = MappedNeighbourhood & { readonly number: number }

/** Signs for what is chosen and what is not. */
export const chosenLegend = (t: Texts) =>
  [
    { look: 'chosen', text: t('places.map.chosen') },
    { look: 'plain', text: t('places.map.notChosen') },
  ] as const
