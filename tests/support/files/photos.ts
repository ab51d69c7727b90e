/** Notes of a camera as a telephone writes them: held on its side, with the position (a GPS directory) and the device. */
export function cameraNotes(orientation: number): Buffer {
  const gps = Buffer.from('GPSMARK N51.2210 E5.4170')
  const tiff = Buffer.alloc(38)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(2, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  tiff.writeUInt16BE(0x8825, 22)
  tiff.writeUInt16BE(4, 24)
  tiff.writeUInt32BE(1, 26)
  tiff.writeUInt32BE(38, 30)
  return Buffer.concat([tiff, gps])
}

/** One part of a JPEG: its marker, its length and its content. */
export const jpegSegment = (kind: number, content: Uint8Array | string) => {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  return Buffer.concat([Buffer.from([0xff, kind, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]), bytes])
}

/** A photo as a telephone makes it: with its position, a small copy, notes of all kinds, and something behind its end. */
export function jpegPhoto(orientation = 6): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\x02\x02SMALLCOPY'),
    jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), cameraNotes(orientation)])),
    jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>51,13.2N</exif:GPSLatitude>'),
    jpegSegment(0xe2, 'ICC_PROFILE\0\x01\x01Camera of somebody'),
    jpegSegment(0xed, 'Photoshop 3.0\x008BIM Sublocation Kerkstraat'),
    jpegSegment(0xfe, 'COMMENT of Jan'),
    jpegSegment(0xdb, Buffer.alloc(65, 1)),
    jpegSegment(0xc0, Buffer.from([8, 0, 30, 0, 40, 1, 1, 0x11, 0])),
    jpegSegment(0xc4, Buffer.alloc(20, 2)),
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
    Buffer.from('MOTION PHOTO with GPSMARK behind the end'),
  ])
}
