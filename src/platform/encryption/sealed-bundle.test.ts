import { expect, test } from 'vitest'
import { bundle } from './sealed-bundle.ts'

test('each row cuts its own text out of the bundle, counted from one as SQL does', () => {
  const texts = ['eerste', 'tweede tekst', 'derde'].map((text) => Buffer.from(text))
  const { bytes, starts, lengths } = bundle(texts)
  const cut = starts.map((start, row) => bytes.subarray((start ?? 0) - 1, (start ?? 0) - 1 + (lengths[row] ?? 0)))
  expect(cut).toEqual(texts)
})

test('a row without a text cuts nothing, and those after it still find theirs', () => {
  expect(bundle([null, Buffer.from('ab'), null, Buffer.from('c')])).toEqual({
    bytes: Buffer.from('abc'),
    starts: [null, 1, null, 3],
    lengths: [null, 2, null, 1],
  })
})
