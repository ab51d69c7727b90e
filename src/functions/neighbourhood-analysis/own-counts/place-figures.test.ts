import { expect, test } from 'vitest'
import { type PlacesAround, placeFigures } from './place-figures.ts'

const row = (count: number, from: number, step: number) =>
  Array.from({ length: count }, (_, k) => [from + k * step, 0] as const)
const nothing: PlacesAround = { pharmacies: [], bakeries: [], foodShops: [], stops: [] }
const known = { meetingPlaces: { places: 5, free: 3, paid: 1 }, associations: 2 }

test('doors within walking distance of pharmacy, bakery and shop count; near two of them is not enough', () => {
  const around = {
    ...nothing,
    pharmacies: [[0, 0]] as const,
    bakeries: [[0, 0]] as const,
    foodShops: [[400, 0]] as const,
  }
  const { servicesWalkable } = placeFigures(around)({ ...known, doors: [...row(30, 0, 10), ...row(10, -790, 10)] })
  expect(servicesWalkable).toBe(75)
})

test('where no stop was noted it is not known how near one is', () => {
  const figures = placeFigures(nothing)({ ...known, doors: row(30, 0, 10) })
  expect([figures.transitStop, figures.servicesWalkable]).toEqual(['unknown', 'unknown'])
})

test('P13 of fewer than twenty doors no share is told', () => {
  const around = { ...nothing, stops: [[0, 0]] as const }
  const transitStop = (doors: number) => placeFigures(around)({ ...known, doors: row(doors, 0, 1) }).transitStop
  expect([transitStop(19), transitStop(20), transitStop(0)]).toEqual(['hidden', 100, 'notApplicable'])
})

test('a share of free places is told when it is known of most of them', () => {
  const share = (places: number, free: number, paid: number) =>
    placeFigures(nothing)({ doors: [], associations: 0, meetingPlaces: { places, free, paid } }).freePlacesShare
  expect([share(5, 3, 1), share(5, 1, 1), share(0, 0, 0)]).toEqual([75, 'unknown', 'notApplicable'])
})
