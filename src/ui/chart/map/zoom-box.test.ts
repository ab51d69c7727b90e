import { expect, test } from 'vitest'
import { clamped, nextInDirection, zoomedBox } from './zoom-box.ts'

const whole = { x: 0, y: 0, width: 2000, height: 1000 }

test('what one points at stays where it is while the map grows', () => {
  const view = zoomedBox(whole, 2, { x: 500, y: 250 })
  expect(view).toEqual({ x: 250, y: 125, width: 1000, height: 500 })
  expect((500 - view.x) / view.width).toBe(500 / 2000)
})

test('a map is never smaller than its frame, never beside it and at most sixteen times as large', () => {
  expect(clamped(zoomedBox(whole, 0.5, { x: 0, y: 0 }), whole)).toEqual(whole)
  expect(clamped({ x: -300, y: 900, width: 1000, height: 500 }, whole)).toEqual({
    x: 0,
    y: 500,
    width: 1000,
    height: 500,
  })
  expect(clamped(zoomedBox(whole, 100, { x: 0, y: 0 }), whole).width).toBe(2000 / 16)
})

test.each([
  ['ArrowRight', 1],
  ['ArrowLeft', 2],
  ['ArrowDown', 3],
  ['ArrowUp', -1],
])('%s goes to the next area on that side', (key, place) => {
  const centres = [
    { x: 50, y: 50 },
    { x: 80, y: 55 },
    { x: 10, y: 40 },
    { x: 60, y: 90 },
    { x: 200, y: 50 },
  ]
  expect(nextInDirection({ x: 50, y: 50 }, centres, key)).toBe(place)
})
