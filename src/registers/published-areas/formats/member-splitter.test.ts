import { expect, test } from 'vitest'
import { MemberSplitter } from './member-splitter.ts'

function split(text: string, chunkBytes: number) {
  const splitter = new MemberSplitter(['features'], { file: 'kaart.geojson' })
  const bytes = Buffer.from(text)
  const pieces = []
  for (let at = 0; at < bytes.length; at += chunkBytes)
    pieces.push(...splitter.push(bytes.subarray(at, at + chunkBytes)))
  splitter.end()
  return pieces.map(({ member, element, bytes: piece, at, line }) => [member, element, String(piece), at, line])
}

const text = `\uFEFF{
  "type": "FeatureCollection", "count" : 2,
  "features": [ {"a": "}]\\"[{", "é": [1, {"b": null}]},
    -3.5e2 ,true], "leeg": {}, "crs": [ [ ] ]
}
`

test.each([1, 2, 3, 7, 1000])('members and elements are cut the same in chunks of %i bytes', (chunkBytes) => {
  const pieces = split(text, chunkBytes)
  expect(pieces.map(([member, element, piece]) => [member, element, piece])).toEqual([
    ['type', undefined, '"FeatureCollection"'],
    ['count', undefined, '2'],
    ['features', 1, '{"a": "}]\\"[{", "é": [1, {"b": null}]}'],
    ['features', 2, '-3.5e2'],
    ['features', 3, 'true'],
    ['leeg', undefined, '{}'],
    ['crs', undefined, '[ [ ] ]'],
  ])
  for (const [, , piece, at, line] of pieces) {
    const before = Buffer.from(text).subarray(0, Number(at))
    expect(Buffer.from(text).subarray(Number(at)).toString().startsWith(String(piece))).toBe(true)
    expect(line).toBe(before.toString().split('\n').length)
  }
})

test.each([
  ['[1]', 'byte 0: expected an object'],
  ['{"a" 1}', 'byte 5: expected a colon'],
  ['{"a": 1 2}', 'byte 8: expected a comma or }'],
  ['{"a": }', 'byte 6: expected a value'],
  ['{"features": [1,]}', 'byte 16: expected a value'],
  ['{"features": [1 2]}', 'byte 16: expected a comma or ]'],
  ['{"a": 1,}', 'byte 8: expected a name'],
  ['{"a": 1} x', 'byte 9: expected nothing more'],
  ['{"a": "b', 'byte 8: expected the end of a value'],
  ['{"features": [{}', 'byte 16: expected a comma or ]'],
])('%s is refused with its place', (wrong, place) => {
  expect(() => split(wrong, 4)).toThrow(place)
})
