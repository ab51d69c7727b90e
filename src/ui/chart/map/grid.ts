/** A place on the ground in metres of a plane system (Lambert 72): east, north. */
export type GroundPoint = readonly [number, number]
/** Polygons, each with its outer ring first and its holes after it. */
export type GroundShape = readonly (readonly (readonly GroundPoint[])[])[]

/** Points of a picture in whole units, each kept once: `rings` and everything after them name points by their place in `xs` and `ys`. */
export type Grid = {
  readonly width: number
  readonly height: number
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Of each shape its rings, as points in a round without the first again; rings that shrink to nothing are left out. */
  readonly ringsOfShapes: readonly (readonly (readonly number[])[])[]
  /** The middle of each shape on the picture, for those of which nothing is left. */
  readonly middles: readonly (readonly [number, number])[]
}

/** How many units a picture is wide: at 800 pixels on a screen, half a pixel is a little more than one. */
export const sheetWidth = 2000
const tallest = 2200
const margin = 20

/** Shapes on a picture, north up and with the same scale both ways; undefined when there is nothing to draw. */
export function onGrid(shapes: readonly GroundShape[]): Grid | undefined {
  const bounds = boundsOf(shapes)
  if (!bounds) return undefined
  const [left, low, right, high] = bounds
  const [wide, tall] = [Math.max(right - left, 100), Math.max(high - low, 100)]
  const scale = Math.min((sheetWidth - 2 * margin) / wide, (tallest - 2 * margin) / tall)
  const offset = (sheetWidth - wide * scale) / 2
  const points = pointKeeper(([east, north]) => [
    Math.round(offset + (east - left) * scale),
    Math.round(margin + (high - north) * scale),
  ])
  const ringsOfShapes = shapes.map((shape) =>
    shape.flatMap((rings) =>
      rings.map((ring) => withoutSpikes(ring.map(points.idOf))).filter((ring) => ring.length > 2),
    ),
  )
  const middles = shapes.map((shape) => {
    const box = boundsOf([shape]) ?? bounds
    return points.onPicture([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
  })
  return { width: sheetWidth, height: Math.round(tall * scale + 2 * margin), ...points, ringsOfShapes, middles }
}

type Box = readonly [left: number, low: number, right: number, high: number]

function boundsOf(shapes: readonly GroundShape[]): Box | undefined {
  let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const shape of shapes)
    for (const rings of shape)
      for (const [east, north] of rings[0] ?? []) {
        if (east < left) left = east
        if (east > right) right = east
        if (north < low) low = north
        if (north > high) high = north
      }
  return left > right ? undefined : [left, low, right, high]
}

function pointKeeper(onPicture: (point: GroundPoint) => readonly [number, number]) {
  const [xs, ys]: [number[], number[]] = [[], []]
  const ids = new Map<number, number>()
  const idOf = (point: GroundPoint): number => {
    const [x, y] = onPicture(point)
    const key = x * 8192 + y
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, xs.length)
    ys.push(y)
    return xs.push(x) - 1
  }
  return { xs, ys, idOf, onPicture }
}

/** Takes out points that follow themselves, and ways there and back again that small units leave behind. */
function withoutSpikes(ring: readonly number[]): readonly number[] {
  const kept: number[] = []
  for (const point of ring) {
    if (kept.at(-1) === point) continue
    if (kept.at(-2) === point) kept.pop()
    else kept.push(point)
  }
  while (kept.length > 1 && (kept[0] === kept.at(-1) || kept[1] === kept.at(-1) || kept[0] === kept.at(-2))) {
    if (kept[0] === kept.at(-1)) kept.pop()
    else if (kept[1] === kept.at(-1)) kept.shift()
    else kept.pop()
  }
  return kept
}
