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
  /** Few areas: each has its name where it fits. Of many, only the chosen ones. */
  readonly isNamed: boolean
  /** A number where the name does not fit. */
  readonly isNumbered: boolean
}

/** Names where they fit, with the figure under them where that fits too, and numbers elsewhere. */
export function AreaNames({ sheet, areas, isNamed, isNumbered }: AreaNamesProps) {
  // The name of one among hundreds would hide its neighbours on a phone: its line is enough.
  const screens = isNamed ? (['wide', 'small'] as const) : (['wide'] as const)
  return areas.map((area, place) =>
    sheet.areas[area.key] && (isNamed || area.isChosen)
      ? screens.map((on) => (
          <AreaName
            key={`${area.key} ${on}`}
            sheet={sheet}
            area={area}
            number={isNumbered ? String(place + 1) : undefined}
            on={on}
            canHaveFigure={on === 'wide' || areas.length <= mostSmallFigures}
          />
        ))
      : null,
  )
}

type AreaNameProps = {
  readonly sheet: MapSheet
  readonly area: ShadedArea
  readonly number: string | undefined
  readonly on: MapSize
  readonly canHaveFigure: boolean
}

function AreaName({ sheet, area, number, on, canHaveFigure }: AreaNameProps) {
  const { x = 0, y = 0, room = 0 } = sheet.areas[area.key] ?? {}
  const size = sizes[on]
  const [nameWidth, figureWidth] = [widthOf(area.name, size), widthOf(area.text, size)]
  const isNamed = nameWidth * spare[on] <= room || (area.isChosen && on === 'wide')
  const label = isNamed ? area.name : number
  if (label === undefined) return null
  const isRoomy = Math.max(figureWidth, nameWidth) * 1.3 <= room
  const hasFigure = isNamed && isRoomy && canHaveFigure && typeof area.value === 'number'
  const half = widthOf(label, size) / 2
  const inside = Math.min(Math.max(x, half), sheet.width - half)
  return (
    <>
      <MapLabel x={Math.round(inside)} y={Math.round(hasFigure ? y - size * 0.15 : y + size / 3)} size={size} on={on}>
        {label}
      </MapLabel>
      {hasFigure ? (
        <MapLabel x={x} y={Math.round(y + size * 0.95)} size={size} on={on}>
          {area.text}
        </MapLabel>
      ) : null}
    </>
  )
}

/** About how wide words are in letters of this size. */
const widthOf = (words: string, size: number) => words.length * size * 0.53
