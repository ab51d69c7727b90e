import type { Point } from '../../published-areas/index.ts'

/** A border while it is drawn: its corners in whole Lambert 72 metres, the one that is chosen, and what it was before. */
export type Drawing = {
  readonly corners: readonly Point[]
  readonly chosen: number | undefined
  /** Earlier corners, the latest last. */
  readonly before: readonly (readonly Point[])[]
}

/** One act of who draws. `isFirst`: a drag is taken back as a whole. */
export type Stroke =
  | { readonly kind: 'add'; readonly at: Point }
  | { readonly kind: 'insert'; readonly after: number }
  | { readonly kind: 'move'; readonly corner: number; readonly to: Point; readonly isFirst: boolean }
  | { readonly kind: 'nudge'; readonly corner: number; readonly by: Point }
  | { readonly kind: 'remove'; readonly corner: number }
  | { readonly kind: 'choose'; readonly corner: number | undefined }
  | { readonly kind: 'replace'; readonly corners: readonly Point[] }
  | { readonly kind: 'undo' }

/** How far from a lone corner its neighbour is put, metres. */
const besideMetres = 100

/** The drawing after a stroke. A stroke on a corner that is not there changes nothing. */
export function drawn(drawing: Drawing, stroke: Stroke): Drawing {
  const { corners, chosen } = drawing
  switch (stroke.kind) {
    case 'add': {
      const place = chosen === undefined ? corners.length : chosen + 1
      return changed(drawing, corners.toSpliced(place, 0, whole(stroke.at)), place)
    }
    case 'insert':
      return changed(drawing, corners.toSpliced(stroke.after + 1, 0, beyond(corners, stroke.after)), stroke.after + 1)
    case 'move': {
      if (!corners[stroke.corner]) return drawing
      const moved = corners.with(stroke.corner, whole(stroke.to))
      return stroke.isFirst ? changed(drawing, moved, stroke.corner) : { ...drawing, corners: moved }
    }
    case 'nudge': {
      const [x, y] = corners[stroke.corner] ?? [0, 0]
      const to: Point = [x + stroke.by[0], y + stroke.by[1]]
      return drawn(drawing, { kind: 'move', corner: stroke.corner, to, isFirst: true })
    }
    case 'remove': {
      if (!corners[stroke.corner]) return drawing
      const left = corners.toSpliced(stroke.corner, 1)
      return changed(drawing, left, left.length === 0 ? undefined : Math.max(0, stroke.corner - 1))
    }
    case 'choose':
      return { ...drawing, chosen: stroke.corner }
    case 'replace':
      return changed(drawing, stroke.corners, undefined)
    case 'undo': {
      const last = drawing.before.at(-1)
      return last ? { corners: last, chosen: kept(chosen, last), before: drawing.before.slice(0, -1) } : drawing
    }
  }
}

const changed = ({ corners, before }: Drawing, now: readonly Point[], chosen: number | undefined): Drawing => ({
  corners: now,
  chosen,
  before: [...before, corners],
})

const kept = (chosen: number | undefined, corners: readonly Point[]) =>
  chosen === undefined || chosen >= corners.length ? undefined : chosen

const whole = ([x, y]: Point): Point => [Math.round(x), Math.round(y)]

/** Halfway to the next corner; beside a corner that has none. */
function beyond(corners: readonly Point[], place: number): Point {
  const [x, y] = corners[place] ?? [0, 0]
  const next = corners.length > 1 ? corners[(place + 1) % corners.length] : undefined
  return whole(next ? [(x + next[0]) / 2, (y + next[1]) / 2] : [x + besideMetres, y])
}
