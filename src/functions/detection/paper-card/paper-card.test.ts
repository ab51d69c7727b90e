import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { residentLanguages } from '../../../platform/messages/index.ts'
import { brokenLines, lineRuns } from '../../../platform/paper/index.ts'

let world: World
let place: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
})
afterAll(() => world.close())

describe('a line of two directions is drawn piece by piece from left to right', () => {
  test.each([
    ['Wat wilt u?', 'ltr', ['Wat wilt u?']],
    ['خطر', 'rtl', ['خطر']],
    // Read from the right: the words first, then the number, then the full stop at the far left.
    ['اتصل بـ 112.', 'rtl', ['.', '112', 'اتصل بـ ']],
    ['خلال 14 يوماً', 'rtl', ['يوماً', ' ', '14', 'خلال ']],
    ['عادي: خلال', 'rtl', ['خلال', ' :', 'عادي']],
    // A bracket opens to the side from which it is read.
    ['أكثر (2024)', 'rtl', ['(', '2024', ')', 'أكثر ']],
    ['09 000 00 10', 'rtl', ['09 000 00 10']],
    // A name that is isolated in the sentence: the signs that say so are not drawn.
    ['اتصل بـ \u2068Sociaal Huis\u2069.', 'rtl', ['.', 'Sociaal Huis', 'اتصل بـ ']],
  ] as const)('%s', (line, direction, expected) => {
    expect(lineRuns(line, direction).map(({ text }) => text)).toEqual(expected)
  })
})

test('a text is broken between words, never inside one', () => {
  expect(brokenLines('een twee drie vierentwintig', 8, (line) => line.length)).toEqual([
    'een twee',
    'drie',
    'vierentwintig',
  ])
})

test.each([
  ['Ağrı çok', ['latin', 'latinBeyond', 'latin']],
  ['Назва: De Linde', ['cyrillic', 'latin']],
])('every letter of "%s" comes from a font that has it', (line, scripts) => {
  expect(lineRuns(line, 'ltr').map(({ script }) => script)).toEqual(scripts)
})

test.each(residentLanguages)('the blank card is there on paper in %s, one on A6 and four on A4', async (language) => {
  for (const [size, box] of [
    ['a6', /MediaBox \[0 0 419\.\d+ 297\.\d+\]/],
    ['a4', /MediaBox \[0 0 841\.\d+ 595\.\d+\]/],
  ] as const) {
    const answer = await world.as().get(`/in/${place.slug}/paper-card/${language}-${size}.pdf`)
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toMatch(box)
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
  }
})

test('a language the municipality does not have is not found', async () => {
  expect((await world.as().get(`/in/${place.slug}/paper-card/xx-a6.pdf`)).status).toBe(404)
})

test('cards with a code printed on them are for staff', async () => {
  expect((await world.as().get('/cards/paper/nl-a4.pdf')).status).toBe(303)
  const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
  expect((await world.as(visitor).get('/cards/paper/nl-a4.pdf')).status).toBe(200)
})
