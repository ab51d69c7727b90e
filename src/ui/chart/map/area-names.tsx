import { MapLabel } from '../../figure/map-figure.tsx'
import type { MapSheet } from './map-sheet.ts'
import type { ShadedArea } from './shaded-area.ts'

/** Letters on a map as wide as a page, and large enough to read when the whole map is as wide as a phone. */
const sizes = { wide: 40, small: 76 } as const
type MapSize = keyof typeof sizes
/** How many times its own width a name needs, so that a small map does not become all words. */
const spare = { wide: 1, small: 1.3 } as const
/** Up to so many areas have figures on a small map too. */
const mostSmallFigures = 8

type AreaNamesProps = {
  readonly sheet: MapSheet
  /** In the order of the table, whose numbers they get. */
  readonly areas: readonly ShadedArea[]
  readonly isNumbered: boolean
}

/** Names where they fit, with the figure under them where that fits too, and numbers elsewhere; of many areas the chosen ones only. */
export function AreaNames({ sheet, areas, isNumbered }: AreaNamesProps) {
  return areas.map((area, place) => {
    if (!sheet.areas[area.key] || !(isNumbered || area.isChosen)) return null
    // The name of one among hundreds would hide its neighbours on a phone: its line is enough.
    const screens = isNumbered ? (['wide', 'small'] as const) : (['wide'] as const)
    return screens.map((on) => (
      <AreaName
        key={`${area.key} ${on}`}
        sheet={sheet}
        area={area}
        number={isNumbered ? place + 1 : undefined}
        on={on}
        canHaveFigure={on === 'wide' || areas.length <= mostSmallFigures}
      />
    ))
  })
}

type AreaNameProps = {
  readonly sheet: MapSheet
  readonly area: ShadedArea
  readonly number: number | undefined
  readonly on: MapSize
  readonly canHaveFigure: boolean
}

function AreaName({ sheet, area: { key, name, text, value, isChosen }, number, on, canHaveFigure }: AreaNameProps) {
  const { x = 0, y = 0, room = 0 } = sheet.areas[key] ?? {}
  const size = sizes[on]
  const [nameWidth, figureWidth] = [widthOf(name, size), widthOf(text, size)]
  const isNamed = nameWidth * spare[on] <= room || number === undefined || (isChosen && on === 'wide')
  const label = isNamed ? name : String(number)
  const hasFigure =
    isNamed && canHaveFigure && typeof value === 'number' && Math.max(figureWidth, nameWidth) * 1.3 <= room
  const half = widthOf(label, size) / 2
  const inside = Math.min(Math.max(x, half), sheet.width - half)
  return (
    <>
      <MapLabel x={Math.round(inside)} y={Math.round(hasFigure ? y - size * 0.15 : y + size / 3)} size={size} on={on}>
        {label}
      </MapLabel>
      {hasFigure ? (
        <MapLabel x={x} y={Math.round(y + size * 0.95)} size={size} on={on}>
          {text}
        </MapLabel>
      ) : null}
    </>
  )
}

/** About how wide words are in letters of this size. */
const widthOf = (words: string, size: number) => words.length * size * 0.53
