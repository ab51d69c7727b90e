import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cameraNotes, jpegPhoto, jpegSegment } from '../../../tests/support/files/photos.ts'
import { cleanPicture } from './picture.ts'

const megabyte = 1024 * 1024
const cleaned = (bytes: Uint8Array) => {
  const picture = cleanPicture(bytes, megabyte)
  if (typeof picture === 'string') throw new Error(picture)
  return picture
}
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

const secrets = ['GPS', 'SMALLCOPY', 'ICC_PROFILE', 'Kerkstraat', 'COMMENT', 'MOTION', 'somebody', 'http']

const chunk = (name: string, content: Uint8Array | string) => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(content as string, 'latin1')])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(named.length - 4, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}

function png(orientation = 8): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(4, 0)
  header.writeUInt32BE(3, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', 'Comment\0COMMENT of Jan'),
    chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0GPSLatitude'),
    chunk('eXIf', cameraNotes(orientation)),
    chunk('iCCP', 'ICC_PROFILE'),
    chunk('tIME', 'MOTION.'),
    chunk('IDAT', deflateSync(Buffer.alloc(3 * 13))),
    chunk('IEND', ''),
    Buffer.from('GPSMARK behind the end'),
  ])
}

const box = (name: string, content: Uint8Array) => {
  const whole = Buffer.alloc(8 + content.length + (content.length % 2))
  whole.write(name, 0, 'latin1')
  whole.writeUInt32LE(content.length, 4)
  whole.set(content, 8)
  return whole
}

function webp(orientation = 3, extra: readonly Buffer[] = []): Buffer {
  const pixels = Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a, 40, 0, 30, 0, 7, 7, 7])
  const content = Buffer.concat([
    Buffer.from('WEBP'),
    box('VP8X', Buffer.from([0x2c, 0, 0, 0, 39, 0, 0, 29, 0, 0])),
    box('ICCP', Buffer.from('ICC_PROFILE')),
    ...extra,
    box('VP8 ', pixels),
    box('EXIF', cameraNotes(orientation)),
    box('XMP ', Buffer.from('GPSLatitude 51')),
    box('own ', Buffer.from('COMMENT')),
  ])
  return Buffer.concat([box('RIFF', content), Buffer.from('MOTION behind the end')])
}

describe('a photo that is kept tells nothing of where, when and by whom it was taken', () => {
  test.each([
    ['JPEG', jpegPhoto()],
    ['PNG', png()],
    ['WebP', webp()],
  ])('%s', (_kind, bytes) => {
    expect(textOf(bytes)).toContain('GPS')
    const left = textOf(cleaned(bytes).bytes)
    expect(secrets.filter((secret) => left.includes(secret))).toEqual([])
  })

  test('the pixels stay as they were', () => {
    expect(textOf(cleaned(jpegPhoto()).bytes)).toContain(
      textOf(Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])),
    )
    expect(textOf(cleaned(png()).bytes)).toContain(textOf(chunk('IDAT', deflateSync(Buffer.alloc(3 * 13)))))
  })

  test('cleaning what is clean changes nothing', () => {
    for (const bytes of [jpegPhoto(), png(), webp()]) {
      const once = cleaned(bytes)
      expect(cleaned(once.bytes)).toEqual(once)
    }
  })
})

describe('a photo stands upright as the camera was held', () => {
  test.each([
    ['JPEG', jpegPhoto(6), 'image/jpeg', 30, 40],
    ['JPEG, upright already', jpegPhoto(1), 'image/jpeg', 40, 30],
    ['PNG', png(8), 'image/png', 3, 4],
    ['WebP', webp(3), 'image/webp', 40, 30],
    ['WebP, on its side', webp(5), 'image/webp', 30, 40],
  ])('%s', (_kind, bytes, mediaType, width, height) => {
    expect(cleaned(bytes)).toMatchObject({ mediaType, width, height })
  })

  test('how it was held is all that is left of the notes of the camera', () => {
    const { bytes } = cleaned(jpegPhoto(6))
    const at = textOf(bytes).indexOf('Exif')
    expect([...bytes.subarray(at + 6, at + 32)]).toEqual([
      ...[0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0],
    ])
    expect(textOf(cleaned(jpegPhoto(1)).bytes)).not.toContain('Exif')
  })
})

describe('what is no still picture is refused', () => {
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  test.each([
    ['the own format of a telephone', heic, 'heic'],
    ['a drawing that can hold a program', Buffer.from('<svg onload="alert(1)"/>'), 'unknownKind'],
    ['nothing', Buffer.alloc(0), 'unknownKind'],
    ['a JPEG that was cut off', jpegPhoto().subarray(0, 300), 'damaged'],
    ['a JPEG without an end', jpegPhoto().subarray(0, -45), 'damaged'],
    ['a PNG with a wrong checksum', Buffer.from(textOf(png()).replace('COMMENT', 'COMMENX'), 'latin1'), 'damaged'],
    ['a PNG that was cut off', png().subarray(0, 120), 'damaged'],
    ['a WebP that was cut off', webp().subarray(0, 60), 'damaged'],
    ['a moving WebP', webp(1, [box('ANIM', Buffer.alloc(6))]), 'moving'],
  ] as const)('%s', (_what, bytes, reason) => {
    expect(cleanPicture(bytes, megabyte)).toBe(reason)
  })

  test('what is heavier than agreed', () => {
    expect(cleanPicture(jpegPhoto(), 100)).toBe('tooLarge')
  })

  test('whatever bytes come, the answer is a picture or a reason', () => {
    const beginnings = [jpegPhoto(), png(), webp()]
    fc.assert(
      fc.property(fc.nat(2), fc.nat(700), fc.nat(255), fc.uint8Array({ maxLength: 40 }), (kind, at, byte, more) => {
        const bytes = Buffer.concat([beginnings[kind] ?? jpegPhoto(), more])
        bytes[at % bytes.length] = byte
        const answer = cleanPicture(bytes, megabyte)
        expect(typeof answer === 'string' || answer.bytes.length > 0).toBe(true)
      }),
    )
  })

  test('text in any segment that draws nothing is gone, whatever its number', () => {
    const kinds = [0xe1, 0xe2, 0xe3, 0xe5, 0xea, 0xed, 0xee, 0xef, 0xfe, 0xf0, 0xc8]
    for (const kind of kinds) {
      const bytes = Buffer.concat([
        jpegPhoto().subarray(0, 2),
        jpegSegment(kind, 'HIDDENPLACE'),
        jpegPhoto().subarray(2),
      ])
      expect(textOf(cleaned(bytes).bytes)).not.toContain('HIDDENPLACE')
    }
  })
})
