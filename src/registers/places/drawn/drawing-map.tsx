import { useState } from 'preact/hooks'
import { Button, Cluster, MapArea, MapDrawing, MapLine, type MapSpot, type MapView } from '../../../ui/index.ts'
import type { Point } from '../../published-areas/index.ts'
import type { Drawing, Stroke } from './drawing.ts'
import type { DrawingWords } from './drawing-words.ts'

/** The map under a border: its size in units, where it lies, and what is drawn on it. */
export type DrawingSheet = {
  readonly width: number
  readonly height: number
  readonly metresPerUnit: number
  /** Lambert 72 place of the upper left corner. */
  readonly corner: Point
  readonly areas: readonly DrawnPath[]
  readonly streets: readonly DrawnPath[]
}
type DrawnPath = { readonly path: string; readonly title: string }

type Props = {
  readonly sheet: DrawingSheet
  readonly words: DrawingWords
  readonly drawing: Drawing
  readonly isAwake: boolean
  readonly describedBy: string
  readonly onStroke: (stroke: Stroke, isByKey?: boolean) => void
}

/** Metres that an arrow moves a corner; less with the shift key. */
const [stepMetres, fineMetres] = [10, 1]

const steps: Readonly<Record<string, Point>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/** The border on the map, between metres and the units of the picture, and looking closer. */
export function DrawingMap({ sheet, words, drawing, isAwake, describedBy, onStroke }: Props) {
  const whole = { x: 0, y: 0, width: sheet.width, height: sheet.height }
  const [view, setView] = useState<MapView>(whole)
  const corners = drawing.corners.map((corner, place) => ({
    ...spotOf(sheet, corner),
    name: words.corner.replace('##', String(drawing.corners.length)).replace('#', String(place + 1)),
  }))
  const zoom = (factor: number) => setView(zoomed(view, factor, corners[drawing.chosen ?? -1]))
  return (
    <>
      <MapDrawing
        title={words.map}
        view={view}
        corners={corners}
        chosen={drawing.chosen}
        describedBy={describedBy}
        isAwake={isAwake}
        onPlace={(spot) => onStroke({ kind: 'add', at: pointOf(sheet, spot) })}
        onChoose={(corner) => onStroke({ kind: 'choose', corner })}
        onDrag={(corner, spot, isFirst) => onStroke({ kind: 'move', corner, to: pointOf(sheet, spot), isFirst })}
        onKey={(corner, key, isFine) => {
          const stroke = strokeOf(corner, key, isFine)
          if (stroke) onStroke(stroke, true)
          return stroke !== undefined
        }}
        onPull={(by) => setView({ ...view, x: view.x + by.x, y: view.y + by.y })}
      >
        {sheet.areas.map(({ path, title }) => (
          <MapArea key={title} path={path} title={title} />
        ))}
        {sheet.streets.map(({ path, title }) => (
          <MapLine key={path} path={path} title={title} />
        ))}
      </MapDrawing>
      {isAwake ? (
        <Cluster gap="small">
          <ViewButton text={words.closer} onPress={() => zoom(0.6)} />
          <ViewButton text={words.farther} onPress={() => zoom(1 / 0.6)} />
          <ViewButton text={words.whole} onPress={() => setView(whole)} />
        </Cluster>
      ) : null}
    </>
  )
}

function ViewButton({ text, onPress }: { readonly text: string; readonly onPress: () => void }) {
  return (
    <Button type="button" look="quiet" onPress={onPress}>
      {text}
    </Button>
  )
}

function strokeOf(corner: number, key: string, isFine: boolean): Stroke | undefined {
  const step = steps[key]
  const metres = isFine ? fineMetres : stepMetres
  if (step) return { kind: 'nudge', corner, by: [step[0] * metres, step[1] * metres] }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'remove', corner }
  return key === 'Enter' || key === ' ' ? { kind: 'insert', after: corner } : undefined
}

/** Around the corner that is chosen, otherwise around the middle of what is in sight. */
function zoomed({ x, y, width, height }: MapView, factor: number, around: MapSpot | undefined): MapView {
  const middle = around ?? { x: x + width / 2, y: y + height / 2 }
  const [wide, tall] = [width * factor, height * factor]
  return { x: middle.x - wide / 2, y: middle.y - tall / 2, width: wide, height: tall }
}

/** Where a Lambert 72 place is on the sheet. */
const spotOf = ({ metresPerUnit, corner }: DrawingSheet, [x, y]: Point): MapSpot => ({
  x: (x - corner[0]) / metresPerUnit,
  y: (corner[1] - y) / metresPerUnit,
})

/** Which Lambert 72 place a spot of the sheet is. */
export const pointOf = ({ metresPerUnit, corner }: DrawingSheet, { x, y }: MapSpot): Point => [
  corner[0] + x * metresPerUnit,
  corner[1] - y * metresPerUnit,
]
