import { type Box, clamped, nextInDirection, zoomedBox } from './zoom-box.ts'

/** A map on the page that can be zoomed, until it is stopped. */
export type ZoomedMap = { zoom(times: number): void; whole(): void; stop(): void }

export type ZoomOptions = {
  /** Name and figure of the area one points at or comes to with the keys; empty when none. */
  readonly onArea: (words: string) => void
  /** Element that says how the keys work. */
  readonly helpId: string
}

/**
 * Makes the drawing of a map answer: the wheel (with Ctrl, or once the map has the focus), pinching, dragging once it is larger, keys
 * (arrows from area to area, + and −, Escape), and pointing. The drawing itself is as the server made it.
 */
export function zoomMap(map: SVGSVGElement, { onArea, helpId }: ZoomOptions): ZoomedMap {
  const whole = boxOf(map)
  const areas = [...map.querySelectorAll<SVGPathElement>('path:has(> title)')]
  const labels = [...map.querySelectorAll<SVGTextElement>('text[font-size]')].map((text) => ({
    text,
    size: Number(text.getAttribute('font-size')),
  }))
  const listening = new AbortController()
  let view = whole
  let current: SVGPathElement | undefined

  const show = (next: Box) => {
    view = clamped(next, whole)
    map.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`)
    map.classList.toggle('shade-map-large', view.width < whole.width)
    // Names stay as large as they were, so that more of the map is seen between them.
    for (const { text, size } of labels) text.setAttribute('font-size', String((size * view.width) / whole.width))
  }
  const zoom = (times: number, at = { x: view.x + view.width / 2, y: view.y + view.height / 2 }) =>
    show(zoomedBox(view, times, at))
  const pointAt = (area: SVGPathElement | undefined) => {
    if (area === current) return
    current?.classList.remove('shade-pointed')
    area?.classList.add('shade-pointed')
    current = area
    onArea(area?.querySelector('title')?.textContent ?? '')
  }
  const goTo = (key: string) => {
    const centres = areas.map(centreOf)
    const from = current ? centreOf(current) : { x: view.x + view.width / 2, y: view.y + view.height / 2 }
    const next = current ? nextInDirection(from, centres, key) : nearestTo(from, centres)
    const [area, centre] = [areas[next], centres[next]]
    if (!area || !centre) return
    pointAt(area)
    if (view.width < whole.width) show({ ...view, x: centre.x - view.width / 2, y: centre.y - view.height / 2 })
  }

  map.setAttribute('tabindex', '0')
  map.setAttribute('role', 'application')
  map.setAttribute('aria-describedby', helpId)
  const on = <Kind extends keyof SVGElementEventMap>(kind: Kind, act: (event: SVGElementEventMap[Kind]) => void) =>
    map.addEventListener(kind, act, { signal: listening.signal, passive: false })
  on('wheel', (event) => {
    if (!event.ctrlKey && document.activeElement !== map) return
    event.preventDefault()
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, placeOf(event, map, view))
  })
  on('keydown', (event) => {
    const act = { '+': () => zoom(1.6), '=': () => zoom(1.6), '-': () => zoom(1 / 1.6), Escape: () => show(whole) }[
      event.key
    ]
    if (event.ctrlKey || event.metaKey || event.altKey || !(act || event.key.startsWith('Arrow'))) return
    event.preventDefault()
    event.stopPropagation()
    if (act) act()
    else goTo(event.key)
  })
  const areaAt = ({ target }: Event) =>
    areas.find(
      (area) =>
        area === target ||
        (target instanceof Element && target.contains(area) && target !== map && target.localName === 'a'),
    )
  on('pointerover', (event) => pointAt(areaAt(event)))
  on('pointerleave', () => pointAt(undefined))
  on('focusin', (event) => pointAt(areaAt(event)))
  on('focusout', () => pointAt(undefined))
  on('pointermove', (event) => {
    if (!(event.buttons & 1) || view.width >= whole.width) return
    const scale = view.width / map.getBoundingClientRect().width
    show({ ...view, x: view.x - event.movementX * scale, y: view.y - event.movementY * scale })
  })
  return {
    zoom: (times) => zoom(times),
    whole: () => show(whole),
    stop: () => {
      listening.abort()
      show(whole)
    },
  }
}

function boxOf(map: SVGSVGElement): Box {
  const { x, y, width, height } = map.viewBox.baseVal
  return { x, y, width, height }
}

function centreOf(area: SVGPathElement): { readonly x: number; readonly y: number } {
  const { x, y, width, height } = area.getBBox()
  return { x: x + width / 2, y: y + height / 2 }
}

function nearestTo(from: { x: number; y: number }, centres: readonly { x: number; y: number }[]): number {
  const distances = centres.map(({ x, y }) => Math.hypot(x - from.x, y - from.y))
  return distances.indexOf(Math.min(...distances))
}

/** Where on the map a pointer is, in units of the drawing. */
function placeOf({ clientX, clientY }: MouseEvent, map: SVGSVGElement, view: Box) {
  const frame = map.getBoundingClientRect()
  return {
    x: view.x + ((clientX - frame.left) / frame.width) * view.width,
    y: view.y + ((clientY - frame.top) / frame.height) * view.height,
  }
}
