import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { channelsOf, contrastRatio } from '../house-style/contrast.ts'

const css = readFileSync(new URL('chart.css', import.meta.url), 'utf8')
const [day = '', night = ''] = css.slice(0, css.indexOf('@layer components')).split('@media')
const colour = (where: string, name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(where)?.[1] ?? ''
const shadesIn = (where: string) => [1, 2, 3, 4, 5, 6].map((step) => colour(where, `shade-${step}`))

/** How colours come out with cones that do not work, on linear channels. Source: G.M. Machado et al. (2009), severity 1. */
const eyes: Readonly<Record<string, readonly (readonly number[])[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red cones': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no green cones': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no blue cones': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  'grey print': [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
}

const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

/** Lightness and the two colour axes of OKLab (B. Ottosson, 2020) as such eyes see it. */
function seen(hex: string, eye: readonly (readonly number[])[]): readonly [number, number, number] {
  const channels = channelsOf(hex).map(linear)
  const [r = 0, g = 0, b = 0] = eye.map((row) =>
    Math.max(
      0,
      row.reduce((sum, part, at) => sum + part * (channels[at] ?? 0), 0),
    ),
  )
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

const apart = (a: string, b: string, eye: readonly (readonly number[])[]) => {
  const [first, second] = [seen(a, eye), seen(b, eye)]
  return Math.hypot(...first.map((part, at) => part - (second[at] ?? 0)))
}

describe.each(Object.entries(eyes))('to %s', (_who, eye) => {
  test.each([
    ['by day, from light to dark', day, -1],
    ['by night, from dark to light', night, 1],
  ])('shades run %s, each clearly apart from the next', (_when, where, direction) => {
    const lightness = shadesIn(where).map((hex) => seen(hex, eye)[0])
    const steps = lightness.slice(1).map((light, at) => (light - (lightness[at] ?? 0)) * direction)
    expect(Math.min(...steps)).toBeGreaterThan(0.07)
  })

  test.each([
    ['by day', day],
    ['by night', night],
  ])('%s the own line and the one beside it are apart', (_when, where) => {
    expect(apart(colour(where, 'chart-own'), colour(where, 'chart-beside'), eye)).toBeGreaterThan(0.1)
  })
})

test.each([
  ['by day', day, '#fffdf8'],
  ['by night', night, '#25211d'],
])('%s lines stand out from the sheet', (_when, where, sheet) => {
  for (const name of ['chart-own', 'chart-beside', 'chart-far'])
    expect(contrastRatio(colour(where, name), sheet)).toBeGreaterThan(3)
  expect(contrastRatio(colour(where, 'shade-6'), sheet)).toBeGreaterThan(4.5)
})
