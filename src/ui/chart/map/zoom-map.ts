import { areasOn, type MapAreas } from './map-areas.ts'
import { type MapView, middleOf, viewOf } from './map-view.ts'

/** A map on the page that can be zoomed, until it is stopped. */
export type ZoomedMap = { zoom(times: number): void; whole(): void; stop(): void }

export type ZoomOptions = {
  /** Name and figure of the area one points at or comes to with the keys; empty when none. */
  readonly onArea: (words: string) => void
  /** Element that says how the keys work. */
  readonly helpId: string
}

/** How many times larger a press makes the map, and a turn of the wheel. */
const step = 1.6
const turn = 1.2

/**
 * Makes the drawing of a map answer: the wheel (with Ctrl, or once the map has the focus), dragging once it is larger, keys (arrows from
 * area to area, + and −, Escape), and pointing. The drawing itself stays as the server made it.
 */
export function zoomMap(map: SVGSVGElement, { onArea, helpId }: ZoomOptions): ZoomedMap {
  const [view, areas, listening] = [viewOf(map), areasOn(map, onArea), new AbortController()]
  map.setAttribute('tabindex', '0')
  map.setAttribute('role', 'application')
  map.setAttribute('aria-describedby', helpId)
  const on = <Kind extends keyof SVGElementEventMap>(kind: Kind, act: (event: SVGElementEventMap[Kind]) => void) =>
    map.addEventListener(kind, act, { signal: listening.signal, passive: false })
  on('wheel', (event) => turnWheel(event, map, view))
  on('keydown', (event) => pressKey(event, view, areas))
  on('pointermove', (event) => drag(event, map, view))
  on('pointerover', ({ target }) => areas.pointAt(target))
  on('pointerleave', () => areas.pointAt(null))
  on('focusin', ({ target }) => areas.pointAt(target))
  on('focusout', () => areas.pointAt(null))
  return {
    zoom: (times) => view.zoom(times),
    whole: () => view.whole(),
    stop: () => {
      listening.abort()
      view.whole()
    },
  }
}

function turnWheel(event: WheelEvent, map: SVGSVGElement, view: MapView): void {
  if (!event.ctrlKey && document.activeElement !== map) return
  event.preventDefault()
  const [frame, box] = [map.getBoundingClientRect(), view.box()]
  view.zoom(event.deltaY < 0 ? turn : 1 / turn, {
    x: box.x + ((event.clientX - frame.left) / frame.width) * box.width,
    y: box.y + ((event.clientY - frame.top) / frame.height) * box.height,
  })
}

/** Keys of the map: what it does not know is left to the page. */
function pressKey(event: KeyboardEvent, view: MapView, areas: MapAreas): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const isArrow = event.key.startsWith('Arrow')
  if (!isArrow && !['+', '=', '-', 'Escape'].includes(event.key)) return
  event.preventDefault()
  event.stopPropagation()
  if (event.key === 'Escape') view.whole()
  else if (!isArrow) view.zoom(event.key === '-' ? 1 / step : step)
  else {
    const middle = areas.walk(event.key, middleOf(view.box()))
    if (middle && view.isLarge()) view.centre(middle)
  }
}

function drag(event: PointerEvent, map: SVGSVGElement, view: MapView): void {
  if (!(event.buttons & 1) || !view.isLarge()) return
  const scale = view.box().width / map.getBoundingClientRect().width
  view.move(-event.movementX * scale, -event.movementY * scale)
}
