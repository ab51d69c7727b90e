import { type Box, clamped, zoomedBox } from './zoom-box.ts'

type Place = { readonly x: number; readonly y: number }

/** The part of a map that is seen, and ways to change it. Places are in units of the drawing. */
export type MapView = {
  readonly box: () => Box
  readonly isLarge: () => boolean
  /** Makes it so many times as large, around a place or the middle. */
  readonly zoom: (times: number, around?: Place) => void
  /** Brings a place to the middle. */
  readonly centre: (on: Place) => void
  /** Moves what is seen by so many units. */
  readonly move: (right: number, down: number) => void
  readonly whole: () => void
}

/** The view of a map on the page, whole to begin with. */
export function viewOf(map: SVGSVGElement): MapView {
  const { x, y, width, height } = map.viewBox.baseVal
  const whole: Box = { x, y, width, height }
  const labels = [...map.querySelectorAll('text[font-size]')].map((text) => ({
    text,
    size: Number(text.getAttribute('font-size')),
  }))
  let box = whole
  const isLarge = () => box.width < whole.width
  const show = (next: Box) => {
    box = clamped(next, whole)
    map.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`)
    map.classList.toggle('shade-map-large', isLarge())
    // Names stay as large as they were, so that more of the map is seen between them.
    for (const { text, size } of labels) text.setAttribute('font-size', String((size * box.width) / whole.width))
  }
  return {
    box: () => box,
    isLarge,
    zoom: (times, around = middleOf(box)) => show(zoomedBox(box, times, around)),
    centre: (on) => show({ ...box, x: on.x - box.width / 2, y: on.y - box.height / 2 }),
    move: (right, down) => show({ ...box, x: box.x + right, y: box.y + down }),
    whole: () => show(whole),
  }
}

/** The middle of what is seen. */
export const middleOf = ({ x, y, width, height }: Box): Place => ({ x: x + width / 2, y: y + height / 2 })
