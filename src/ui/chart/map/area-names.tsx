import { MapLabel } from '../../figure/map-figure.tsx'
import type { MapSheet } from './map-sheet.ts'
import type { ShadedArea } from './shaded-area.ts'

const nameSize = 40
/** Large enough to read when the whole map is as wide as a phone. */
const numberSize = 76

type AreaNamesProps = { readonly sheet: MapSheet; readonly areas: readonly ShadedArea[]; readonly isNumbered: boolean }

/** Names where they fit and numbers elsewhere, on a map of few areas; otherwise the names of the chosen ones only. */
export function AreaNames({ sheet, areas, isNumbered }: AreaNamesProps) {
  return areas.map(({ key, name, isChosen }, place) => {
    const area = sheet.areas[key]
    if (!area || !(isNumbered || isChosen)) return null
    const needed = name.length * nameSize * 0.5
    const fits = isChosen || area.room >= needed
    const x = fits ? Math.min(Math.max(area.x, needed / 2), sheet.width - needed / 2) : area.x
    const number = String(place + 1)
    return [
      <MapLabel key={`${key} name`} x={x} y={area.y + nameSize / 3} size={nameSize} on="wide">
        {fits ? name : number}
      </MapLabel>,
      isNumbered ? (
        <MapLabel key={`${key} number`} x={area.x} y={area.y + numberSize / 3} size={numberSize} on="small">
          {number}
        </MapLabel>
      ) : null,
    ]
  })
}
