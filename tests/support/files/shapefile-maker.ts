import { crc32 } from 'node:zlib'

/** An area of a made shapefile: rings as points in Lambert 72 metres, outsides clockwise. */
export type MadeArea = {
  readonly geoitem: string
  readonly naam: string
  readonly rings: readonly (readonly (readonly [number, number])[])[]
}

export const lambert72 =
  'PROJCS["Belge_Lambert_1972",GEOGCS["GCS_Belge_1972",DATUM["D_Belge_1972",SPHEROID["International_1924",6378388.0,297.0]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",150000.013],PARAMETER["False_Northing",5400088.438],PARAMETER["Central_Meridian",4.36748666666667],PARAMETER["Standard_Parallel_1",51.1666672333333],PARAMETER["Standard_Parallel_2",49.8333339],PARAMETER["Latitude_Of_Origin",90.0],UNIT["Meter",1.0]]'

/** The files of a shapefile by name; change or leave out one to make a wrong one. */
export function shapefileOf(areas: readonly MadeArea[], columns = ['geoitem', 'naam']): Record<string, Buffer> {
  return {
    'wijken.shp': shpOf(areas),
    'wijken.dbf': dbfOf(areas, columns),
    'wijken.prj': Buffer.from(lambert72),
    'wijken.cpg': Buffer.from('UTF-8'),
  }
}

/** A square with its lower left corner at (x, y), drawn clockwise; as a hole the other way round. */
export function square(x: number, y: number, side: number, isHole = false): [number, number][] {
  const ring: [number, number][] = [
    [x, y],
    [x, y + side],
    [x + side, y + side],
    [x + side, y],
    [x, y],
  ]
  return isHole ? ring.reverse() : ring
}

/** A zip with these files, stored without compression. */
export function zipOf(files: Readonly<Record<string, Buffer>>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(content), 0)
    sizes.writeUInt32LE(content.length, 4)
    sizes.writeUInt32LE(content.length, 8)
    const lengths = numbers16(name.length, 0)
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      numbers16(20, 0, 0, 0, 0x21),
      sizes,
      lengths,
      Buffer.from(name),
      content,
    ])
    const place = Buffer.alloc(4)
    place.writeUInt32LE(offset)
    centrals.push(
      Buffer.from('PK\x01\x02'),
      numbers16(20, 20, 0, 0, 0, 0x21),
      sizes,
      lengths,
      numbers16(0, 0, 0, 0, 0),
      place,
      Buffer.from(name),
    )
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(8)
  end.writeUInt32LE(central.length, 0)
  end.writeUInt32LE(offset, 4)
  const count = Object.keys(files).length
  return Buffer.concat([
    ...locals,
    central,
    Buffer.from('PK\x05\x06'),
    numbers16(0, 0, count, count),
    end,
    numbers16(0),
  ])
}

function shpOf(areas: readonly MadeArea[]): Buffer {
  const records = areas.map(({ rings }, index) => {
    const points = rings.flat()
    const content = Buffer.alloc(44 + 4 * rings.length + 16 * points.length)
    content.writeInt32LE(5, 0)
    content.writeInt32LE(rings.length, 36)
    content.writeInt32LE(points.length, 40)
    let start = 0
    for (const [ring, corners] of rings.entries()) {
      content.writeInt32LE(start, 44 + 4 * ring)
      start += corners.length
    }
    for (const [at, [x, y]] of points.entries()) {
      content.writeDoubleLE(x, 44 + 4 * rings.length + 16 * at)
      content.writeDoubleLE(y, 52 + 4 * rings.length + 16 * at)
    }
    const header = Buffer.alloc(8)
    header.writeInt32BE(index + 1, 0)
    header.writeInt32BE(content.length / 2, 4)
    return Buffer.concat([header, content])
  })
  const header = Buffer.alloc(100)
  header.writeInt32BE(9994, 0)
  header.writeInt32BE((100 + records.reduce((sum, { length }) => sum + length, 0)) / 2, 24)
  header.writeInt32LE(1000, 28)
  header.writeInt32LE(5, 32)
  return Buffer.concat([header, ...records])
}

function dbfOf(areas: readonly MadeArea[], columns: readonly string[]): Buffer {
  const width = 60
  const header = Buffer.alloc(32)
  header[0] = 3
  header.writeUInt32LE(areas.length, 4)
  header.writeUInt16LE(32 + 32 * columns.length + 1, 8)
  header.writeUInt16LE(1 + width * columns.length, 10)
  const fields = columns.map((name) => {
    const field = Buffer.alloc(32)
    field.write(name, 0, 'latin1')
    field.write('C', 11)
    field[16] = width
    return field
  })
  const rows = areas.map((area) =>
    Buffer.concat([
      Buffer.from(' '),
      ...columns.map((_, index) => {
        const text = Buffer.from(index === 0 ? area.geoitem : area.naam)
        return Buffer.concat([text, Buffer.alloc(width - text.length, ' ')])
      }),
    ]),
  )
  return Buffer.concat([header, ...fields, Buffer.from('\r'), ...rows, Buffer.from('\x1a')])
}

function numbers16(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) buffer.writeUInt16LE(value, index * 2)
  return buffer
}
