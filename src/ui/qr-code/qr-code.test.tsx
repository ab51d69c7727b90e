import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { QrCode } from './qr-code.tsx'

const modules = [
  [true, true, false],
  [false, true, true],
  [true, false, true],
]

test('each run of dark modules is one rectangle inside the quiet zone', () => {
  expect(rendered(<QrCode modules={modules} label="Volg uw kaart" />, 'path')[0]?.attributes.d).toBe(
    'M4 4h2v1h-2zM5 5h2v1h-2zM4 6h1v1h-1zM6 6h1v1h-1z',
  )
})

test('the code says what scanning it does', () => {
  expect(rendered(<QrCode modules={modules} label="Volg uw kaart" />, 'svg')[0]?.attributes).toMatchObject({
    role: 'img',
    'aria-label': 'Volg uw kaart',
    viewBox: '0 0 11 11',
  })
})
