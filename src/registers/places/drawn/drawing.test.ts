import { expect, test } from 'vitest'
import { type Drawing, drawn, type Stroke } from './drawing.ts'

const nothing: Drawing = { corners: [], chosen: undefined, before: [] }
const after = (...strokes: readonly Stroke[]) => strokes.reduce(drawn, nothing)
const add = (x: number, y: number): Stroke => ({ kind: 'add', at: [x, y] })

test('corners follow each other in the order they were put', () => {
  const { corners, chosen } = after(add(0, 0), add(0, 100), add(100, 100.4))
  expect(corners).toEqual([
    [0, 0],
    [0, 100],
    [100, 100],
  ])
  expect(chosen).toBe(2)
})

test('a corner comes after the chosen one', () => {
  const { corners } = after(add(0, 0), add(100, 0), { kind: 'choose', corner: 0 }, add(50, 50))
  expect(corners[1]).toEqual([50, 50])
})

test('by keyboard a corner comes halfway to the next, or beside a lone one', () => {
  const lone = after(add(0, 0), { kind: 'insert', after: 0 })
  expect(lone.corners[1]).toEqual([100, 0])
  expect(drawn(lone, { kind: 'insert', after: 0 }).corners).toEqual([
    [0, 0],
    [50, 0],
    [100, 0],
  ])
})

test('a drag is taken back as a whole, a key by itself', () => {
  const dragged = after(
    add(0, 0),
    { kind: 'move', corner: 0, to: [5, 5], isFirst: true },
    { kind: 'move', corner: 0, to: [9, 9], isFirst: false },
  )
  expect(dragged.corners).toEqual([[9, 9]])
  expect(drawn(dragged, { kind: 'undo' }).corners).toEqual([[0, 0]])
  const nudged = after(add(0, 0), { kind: 'nudge', corner: 0, by: [10, 0] }, { kind: 'nudge', corner: 0, by: [10, 0] })
  expect(drawn(nudged, { kind: 'undo' }).corners).toEqual([[10, 0]])
})

test('everything can be taken back, and then nothing more', () => {
  const undo: Stroke = { kind: 'undo' }
  const emptied = after(add(0, 0), add(10, 0), { kind: 'remove', corner: 0 }, { kind: 'replace', corners: [] })
  expect(emptied.corners).toEqual([])
  const back = [undo, undo, undo, undo, undo].reduce(drawn, emptied)
  expect(back).toEqual(nothing)
})

test('a corner that is not there cannot be moved or removed', () => {
  const one = after(add(0, 0))
  expect(drawn(one, { kind: 'remove', corner: 3 })).toBe(one)
  expect(drawn(one, { kind: 'nudge', corner: 3, by: [1, 1] })).toBe(one)
})
