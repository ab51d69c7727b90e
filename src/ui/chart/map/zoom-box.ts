/** The part of a drawing that is seen, in units of the drawing. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Place = { readonly x: number; readonly y: number }

/** How many times larger than the whole a map can be made. */
const most = 16

/** `view` seen `times` as large, with `at` in the same place on the screen. */
export function zoomedBox(view: Box, times: number, at: Place): Box {
  return {
    x: at.x - (at.x - view.x) / times,
    y: at.y - (at.y - view.y) / times,
    width: view.width / times,
    height: view.height / times,
  }
}

/** `view` within `whole`: never larger than that, never beside it, never closer than sixteen times. */
export function clamped(view: Box, whole: Box): Box {
  const times = Math.min(most, Math.max(1, whole.width / view.width))
  const [width, height] = [whole.width / times, whole.height / times]
  const within = (start: number, size: number, first: number, all: number) =>
    Math.min(Math.max(start, first), first + all - size)
  return {
    x: within(view.x, width, whole.x, whole.width),
    y: within(view.y, height, whole.y, whole.height),
    width,
    height,
  }
}

/** Which of `centres` an arrow key goes to from a place: the nearest one on that side, straight ahead before aside; -1 when there is none. */
export function nextInDirection(from: Place, centres: readonly Place[], key: string): number {
  const [right, down] = directions[key] ?? [0, 0]
  let [next, least] = [-1, Infinity]
  centres.forEach(({ x, y }, place) => {
    const ahead = (x - from.x) * right + (y - from.y) * down
    const aside = Math.abs((x - from.x) * down) + Math.abs((y - from.y) * right)
    const distance = ahead + 2 * aside
    if (ahead > 0 && aside <= 2 * ahead && distance < least) [next, least] = [place, distance]
  })
  return next
}

const directions: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
}
