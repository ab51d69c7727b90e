import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { Name } from './name.tsx'
import { runsTheOtherWay, withoutTurns } from './turned-text.ts'

const turns = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069']

test.each(turns)('a sign that turns text around is taken out: %j', (turn) => {
  expect(withoutTurns(`foto${turn}fdp.exe${turn}`)).toBe('fotofdp.exe')
})

test.each(['Fatima Yıldız', 'كريم العمراني', 'דוד כהן', '\u200fكريم\u200e', 'Ни́на', 'न\u200dमस्ते', '👩\u200d🦽'])(
  'a name keeps every sign it is written with: %j',
  (name) => {
    expect(withoutTurns(name)).toBe(name)
  },
)

describe('what may change places with the words around it', () => {
  test.each(['كريم', 'דוד', 'Karim كريم 3'])('between Dutch words: %j', (text) => {
    expect(runsTheOtherWay(text, 'ltr')).toBe(true)
  })
  test.each(['Karim', 'Straat 3', '+32 470', 'Ніна'])('not between Dutch words: %j', (text) => {
    expect(runsTheOtherWay(text, 'ltr')).toBe(false)
  })
  test.each(['Sociaal Huis', 'OCMW 2', 'Huis (Pelt)'])('between Arabic words: %j', (text) => {
    expect(runsTheOtherWay(text, 'rtl')).toBe(true)
  })
  test.each(['كريم', 'Pelt', 'spoken', '12'])('not between Arabic words: %j', (text) => {
    expect(runsTheOtherWay(text, 'rtl')).toBe(false)
  })
})

test('a name in a line is isolated, and escaped', () => {
  expect(render(<Name>{'<b>كريم</b>'}</Name>)).toBe('<bdi>&lt;b>كريم&lt;/b></bdi>')
})
