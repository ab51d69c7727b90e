import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrastRatio } from './contrast.ts'
import { houseStyleProblems, houseStyleSheet, papers } from './house-style.ts'

describe('contrast', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.48],
    ['#0d5757', '#0d5757', 1],
  ])('of %s and %s is %f', (one, other, ratio) => expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2))

  test('of something that is no colour is refused', () => {
    expect(() => contrastRatio('teal', '#ffffff')).toThrow(RangeError)
  })
})

describe('a house style', () => {
  test('with dark enough colours is accepted', () => {
    expect(houseStyleProblems({ primary: '#0d5757', accent: '#cb4c33' })).toEqual([])
  })

  test('too faint to read is refused, with the contrast it reaches and needs', () => {
    expect(houseStyleProblems({ primary: '#f0c000', accent: '#ffeeaa' })).toMatchObject([
      { kind: 'too-faint', field: 'primary', needed: 4.5 },
      { kind: 'too-faint', field: 'accent', needed: 3 },
    ])
  })

  test('that is no colour is refused, so nothing else gets into the stylesheet', () => {
    expect(houseStyleProblems({ primary: 'red;}*{display:none', accent: '#123' })).toEqual([
      { kind: 'no-colour', field: 'primary' },
      { kind: 'no-colour', field: 'accent' },
    ])
    expect(() => houseStyleSheet({ primary: 'red;}', accent: '#123456' })).toThrow(RangeError)
  })

  test('gets lighter kin by night that can be read on dark paper', () => {
    const sheet = houseStyleSheet({ primary: '#0D5757', accent: '#7a1f10' })
    const colours = Object.fromEntries(
      [...sheet.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, hex]) => [name, hex]),
    )
    expect(colours['house-primary']).toBe('#0d5757')
    expect(contrastRatio(colours['house-primary-night'] ?? '', papers.dark)).toBeGreaterThanOrEqual(7)
    expect(contrastRatio(colours['house-accent-night'] ?? '', papers.dark)).toBeGreaterThanOrEqual(4.5)
  })
})

describe.each(['light', 'dark'] as const)('our own colours on %s paper', (mode) => {
  const token = tokensOf(mode)

  test('are the ones house styles are checked against', () => expect(token('paper')).toBe(papers[mode]))

  test.each([
    ['ink', 'paper', 7],
    ['ink', 'sheet', 7],
    ['ink', 'paper-deep', 7],
    ['ink-soft', 'paper', 4.5],
    ['ink-soft', 'paper-deep', 4.5],
    ['primary', 'paper', 4.5],
    ['primary', 'wash', 4.5],
    ['primary', 'warm-wash', 4.5],
    ['primary', 'paper-deep', 4.5],
    ['on-primary', 'primary', 4.5],
    ['danger', 'paper', 4.5],
    ['on-danger', 'danger', 4.5],
    ['on-alarm', 'alarm', 7],
    ['ink', 'amber-wash', 7],
    ['ink', 'warm-wash', 7],
    ['amber', 'amber-wash', 3],
    ['accent', 'paper', 3],
    ['accent', 'sheet', 3],
    ['line-strong', 'paper', 3],
    ['line-strong', 'sheet', 3],
    ['line-strong', 'paper-deep', 3],
    ['focus', 'paper', 3],
  ])('%s on %s reaches %f', (front, back, needed) => {
    expect(contrastRatio(token(front), token(back))).toBeGreaterThanOrEqual(needed)
  })
})

/** Reads `tokens.css`: what it sets first by day, what the dark block sets over it by night. */
function tokensOf(mode: 'light' | 'dark'): (name: string) => string {
  const css = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8')
  const [day = '', night = ''] = css.split('prefers-color-scheme: dark')
  const read = (text: string) =>
    new Map([...text.matchAll(/--([\w-]+):\s*(?:var\([\w-]+,\s*)?(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]))
  const tokens = mode === 'light' ? read(day) : new Map([...read(day), ...read(night)])
  return (name) => tokens.get(name) ?? ''
}
