import type { FilledForm } from '../../../platform/http/index.ts'
import type { Texts } from '../../../platform/messages/index.ts'
import { ManyCheckboxes, MapChoices, MapLine, MapMark, mapSheet } from '../../../ui/index.ts'
import type { MappedNeighbourhood } from '../place.ts'
import { areaName } from './area-labels.tsx'
import { chosenLegend } from './neighbourhood-map.tsx'

export type AreaChoiceProps = {
  readonly t: Texts
  readonly areas: readonly MappedNeighbourhood[]
  /** The field of the form that holds the chosen identifiers. */
  readonly field: ReturnType<FilledForm['list']>
  readonly label: string
}

/**
 * Choosing among hundreds of areas: one finds them by typing a part of their name, code or municipality, which leaves the same
 * ones on the map to press; borders between municipalities lie over them, thicker.
 */
export function SearchedAreaChoice({ t, areas, field, label }: AreaChoiceProps) {
  const sheet = mapSheet(
    areas.map(({ id, shape, municipalityName }) => ({ key: id, shape, within: municipalityName ?? undefined })),
  )
  const viewBox = `0 0 ${sheet.width} ${sheet.height}`
  const choices = areas.map((area) => {
    const drawn = sheet.areas[area.id]
    return {
      value: area.id,
      label: labelOf(t, area),
      mark: drawn ? <MapMark viewBox={viewBox} path={drawn.path} title={area.name} /> : undefined,
    }
  })
  const group = (
    <ManyCheckboxes {...field} label={label} choices={choices} filterLabel={t('places.choice.areas.filter')} />
  )
  if (sheet.width === 0) return group
  return (
    <MapChoices
      title={label}
      caption={captionOf(t, areas)}
      viewBox={viewBox}
      labels={<MapLine path={sheet.borders} />}
      legend={chosenLegend(t)}
    >
      {group}
    </MapChoices>
  )
}

/** The code finds it too. Of places across the border doors are not always loaded. */
function labelOf(t: Texts, area: MappedNeighbourhood): string {
  const doors = area.addressCount > 0 ? t('places.choice.addresses', { count: area.addressCount }) : ''
  return [areaName(area), area.code ?? '', doors].filter(Boolean).join(', ')
}

const captionOf = (t: Texts, areas: readonly MappedNeighbourhood[]) =>
  areas.some(({ isApproximate }) => isApproximate)
    ? `${t('places.choice.areas.hint')} ${t('places.map.approximate')}`
    : t('places.choice.areas.hint')
