import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

/** A spot in the units of the map's viewBox. */
export type MapSpot = { readonly x: number; readonly y: number }

/** The part of the map that is in sight. */
export type MapView = MapSpot & { readonly width: number; readonly height: number }

/** A corner of the line that is drawn, with its name for who hears the map. */
export type MapCorner = MapSpot & { readonly name: string }

export type MapDrawingProps = {
  readonly title: string
  readonly view: MapView
  /** What lies under the line. */
  readonly children: ComponentChildren
  readonly corners: readonly MapCorner[]
  readonly chosen?: number | undefined
  /** Id of the sentence that says which keys work. */
  readonly describedBy?: string | undefined
  /** Before the page is awake it is a picture. */
  readonly isAwake: boolean
  readonly onPlace: (at: MapSpot) => void
  readonly onChoose: (corner: number) => void
  /** While a corner is dragged; `isFirst` for the first step. */
  readonly onDrag: (corner: number, to: MapSpot, isFirst: boolean) => void
  /** A key on a corner: `ArrowUp`, `Delete`, `Enter`; true when it did something. */
  readonly onKey: (corner: number, key: string, isFine: boolean) => boolean
  /** The map is pulled along, in units. */
  readonly onPull: (by: MapSpot) => void
}

/** Pixels a press may wander and still be a press. */
const steadyPixels = 5

type Press = { readonly from: MapSpot; readonly corner: number | undefined; isDrag: boolean }

/**
 * A map on which one draws a closed line by its corners. A press adds a corner, corners are dragged or moved with the arrows, a
 * mouse pulls the map along. For islands: without script it is a picture of the line.
 */
export function MapDrawing(props: MapDrawingProps) {
  const { title, view, children, corners, chosen, describedBy, isAwake } = props
  const sheet = useRef<SVGSVGElement>(null)
  const press = useRef<Press | null>(null)
  const handlers = isAwake ? pressHandlers(props, sheet, press) : {}
  return (
    <svg
      ref={sheet}
      class={isAwake ? 'map map-ground map-drawing' : 'map map-ground'}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      role={isAwake ? 'group' : 'img'}
      aria-label={title}
      aria-describedby={describedBy}
      {...handlers}
    >
      {children}
      <path class="map-drawing-line" d={pathOf(corners)} />
      {isAwake
        ? corners.map((corner, place) => (
            // A corner is known by its place along the line.
            <CornerHandle key={place} corner={corner} place={place} isChosen={place === chosen} {...props} />
          ))
        : null}
    </svg>
  )
}

const pathOf = (corners: readonly MapSpot[]) =>
  corners.length === 0 ? '' : `M${corners.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`

/** Of the width in sight: what one sees of a corner, and what one can press. */
const [seen, pressed] = [0.014, 0.036]

type HandleProps = MapDrawingProps & {
  readonly corner: MapCorner
  readonly place: number
  readonly isChosen: boolean
}

function CornerHandle({ corner: { x, y, name }, place, isChosen, view, onKey, onChoose }: HandleProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand inside SVG
    <g
      class={isChosen ? 'map-corner map-corner-chosen' : 'map-corner'}
      role="button"
      tabindex={0}
      aria-label={name}
      aria-pressed={isChosen}
      data-corner={place}
      onFocus={() => onChoose(place)}
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey && onKey(place, event.key, event.shiftKey)) event.preventDefault()
      }}
    >
      <circle class="map-corner-reach" cx={x} cy={y} r={view.width * pressed} />
      <circle class="map-corner-mark" cx={x} cy={y} r={view.width * (isChosen ? seen * 1.4 : seen)} />
    </g>
  )
}

type Held<Thing> = { current: Thing | null }

function pressHandlers(props: MapDrawingProps, sheet: Held<SVGSVGElement>, press: Held<Press>) {
  const spotOf = ({ clientX, clientY }: PointerEvent): MapSpot => {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(sheet.current?.getScreenCTM()?.inverse())
    return { x, y }
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      const corner = cornerUnder(event)
      press.current = { from: { x: event.clientX, y: event.clientY }, corner, isDrag: false }
      if (corner !== undefined || event.pointerType === 'mouse') sheet.current?.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent) => {
      const held = press.current
      if (!held || (!held.isDrag && isSteady(held, event))) return
      const isFirst = !held.isDrag
      held.isDrag = true
      if (held.corner !== undefined) props.onDrag(held.corner, spotOf(event), isFirst)
      else if (event.pointerType === 'mouse') props.onPull(pulled(event, sheet.current, props.view))
    },
    onPointerUp: (event: PointerEvent) => {
      const held = press.current
      press.current = null
      if (!held || held.isDrag) return
      if (held.corner === undefined) props.onPlace(spotOf(event))
      else props.onChoose(held.corner)
    },
    onPointerCancel: () => {
      press.current = null
    },
  }
}

function cornerUnder({ target }: PointerEvent): number | undefined {
  const handle = target instanceof Element ? target.closest<SVGElement>('[data-corner]') : null
  return handle ? Number(handle.dataset.corner) : undefined
}

const isSteady = ({ from }: Press, { clientX, clientY }: PointerEvent) =>
  Math.hypot(clientX - from.x, clientY - from.y) < steadyPixels

function pulled({ movementX, movementY }: PointerEvent, sheet: SVGSVGElement | null, view: MapView): MapSpot {
  const unitsPerPixel = view.width / (sheet?.clientWidth || view.width)
  return { x: -movementX * unitsPerPixel, y: -movementY * unitsPerPixel }
}
