import { nextInDirection } from './zoom-box.ts'

type Place = { readonly x: number; readonly y: number }

/** The areas of a map, of which one at most is pointed at. */
export type MapAreas = {
  /** Points at what was pressed, hovered or focused; at nothing when that is no area. */
  readonly pointAt: (target: EventTarget | null) => void
  /** Goes to the next area in the direction of an arrow key, or to the one nearest to `from` to begin with; gives its middle. */
  readonly walk: (key: string, from: Place) => Place | undefined
}

/** Areas are what has a title; `onArea` hears the title of the one pointed at, or nothing. */
export function areasOn(map: SVGSVGElement, onArea: (words: string) => void): MapAreas {
  const areas = [...map.querySelectorAll<SVGPathElement>('path:has(> title)')]
  let current: SVGPathElement | undefined
  const choose = (area: SVGPathElement | undefined) => {
    if (area === current) return
    current?.classList.remove('shade-pointed')
    area?.classList.add('shade-pointed')
    current = area
    onArea(area?.querySelector('title')?.textContent ?? '')
  }
  return {
    // What has the focus is the link around an area.
    pointAt: (target) => choose(areas.find((area) => area === target || area.closest('a') === target)),
    walk: (key, from) => {
      const middles = areas.map(middleOf)
      const next = current ? nextInDirection(middleOf(current), middles, key) : nearest(from, middles)
      if (areas[next]) choose(areas[next])
      return middles[next]
    },
  }
}

function middleOf(area: SVGPathElement): Place {
  const { x, y, width, height } = area.getBBox()
  return { x: x + width / 2, y: y + height / 2 }
}

function nearest(from: Place, middles: readonly Place[]): number {
  const distances = middles.map(({ x, y }) => Math.hypot(x - from.x, y - from.y))
  return distances.indexOf(Math.min(...distances))
}
