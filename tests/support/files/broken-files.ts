import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { canary } from '../strange-values.ts'
import { jpegPhoto } from './photos.ts'

/** A file that is not what it says: too much, cut off, of another kind or in another encoding. */
export type BrokenFile = { readonly what: string; readonly name: string; readonly content: Buffer }

const workbookStyles = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
const sqlite = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(84), Buffer.alloc(4000, 0xff)])
const geojson = (coordinates: unknown) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { name: canary }, geometry: { type: 'Polygon', coordinates } },
      { type: 'Feature', properties: null, geometry: null },
    ],
  })
const billionLaughs = `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, at) => {
  const before = at === 0 ? 'a' : `b${at - 1}`
  return `<!ENTITY b${at} "${`&${before};`.repeat(10)}">`
}).join('')}]><l>&b19;</l>`

/** Kinds of every door, each broken in its own way, so that every door gets those of all the others. */
export const brokenFiles: readonly BrokenFile[] = [
  ['nothing but spaces', 'x.csv', ' \n \n'],
  ['a table with one NUL in it', 'x.csv', `a;b\n${canary};\0\n`],
  ['a table in another encoding', 'x.csv', Buffer.from(`\ufeffnaam;waarde\n${canary};1\n`, 'utf16le')],
  ['bytes of no encoding', 'x.csv', Buffer.from([0x61, 0x3b, 0xff, 0xfe, 0xc0, 0x80, 0x0a])],
  ['a quote that never ends', 'x.csv', `a;b\n"${canary};${'x'.repeat(100_000)}`],
  ['one line of a million cells', 'x.csv', ';'.repeat(1_000_000)],
  ['a table packed to a hundredth', 'x.csv.gz', gzipSync('1;2;3\n'.repeat(2_000_000))],
  ['gzip cut off', 'x.csv.gz', gzipSync(`a;b\n${canary};1\n`).subarray(0, 20)],
  ['JSON nested deep', 'x.geojson', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['an area without an end', 'x.geojson', geojson([[[1, 2], [1, 2], null, 'x']])],
  [
    'an area beyond the world',
    'x.geojson',
    geojson([
      [
        [1e308, -1e308],
        [1e308, 1e308],
        [0, 0],
        [1e308, -1e308],
      ],
    ]),
  ],
  ['a workbook that is no zip', 'x.xlsx', `PK\u0003\u0004${canary}`],
  [
    'a workbook that asks for a file',
    'x.xlsx',
    zipOfFiles({ 'xl/workbook.xml': workbookStyles, '[Content_Types].xml': workbookStyles }),
  ],
  [
    'a workbook that multiplies',
    'x.xlsx',
    zipOfFiles({ 'xl/workbook.xml': billionLaughs, 'xl/worksheets/sheet1.xml': billionLaughs }),
  ],
  ['a zip of nothing', 'x.zip', zipOfFiles({})],
  ['a zip that leads out of itself', 'x.shp.zip', zipOfFiles({ '../../x.shp': 'x', '/etc/x.dbf': 'x' })],
  ['borders without their table', 'x.shp.zip', zipOfFiles({ 'x.shp': 'x'.repeat(100) })],
  ['a zip that says it is short', 'x.zip', zipOfFiles({ 'x.csv': '1;2\n'.repeat(1_000_000) }, 8)],
  ['a database of noise', 'x.gpkg', sqlite],
  ['a database cut off', 'x.gpkg', sqlite.subarray(0, 50)],
  ['a photo cut off', 'x.jpg', jpegPhoto().subarray(0, 60)],
  ['a photo of a lie', 'x.jpg', Buffer.concat([jpegPhoto().subarray(0, 2), Buffer.from([0xff, 0xe1, 0xff, 0xff])])],
  ['a picture larger than a house', 'x.png', pngOf(65_535, 65_535)],
  ['a drawing with script in it', 'x.svg', `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${canary}</svg>`],
  ['a file called after the folder above', '..', 'a;b\n1;2\n'],
  ['a file called after its own folder', '.', 'a;b\n1;2\n'],
  ['a name without an end', `${'😀'.repeat(300)}.csv`, 'a;b\n1;2\n'],
  ['a name that leads elsewhere', '..\\..\\etc/passwd/../x.csv', 'a;b\n1;2\n'],
  ['a name with a NUL in it', 'x\0.csv', 'a;b\n1;2\n'],
  ['a program', 'x.exe', 'MZ\u0090\u0000'],
  ['a page', `"><script>${canary}</script>.csv`, '<!doctype html><script>alert(1)</script>'],
].map(([what = '', name = '', content = '']) => ({
  what: String(what),
  name: String(name),
  content: Buffer.isBuffer(content) ? content : Buffer.from(String(content)),
}))

/** A zip of files by name; `claimed` is the size each says to have unpacked. */
function zipOfFiles(files: Readonly<Record<string, string>>, claimed?: number): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimed ?? Buffer.byteLength(text), 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    locals.push(local)
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, place, Buffer.from(name)]))
    at += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(centrals.length, 4)
  end.writeUInt16LE(centrals.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end])
}

/** A picture that says it has so many dots, with nearly none in it. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const part = (kind: string, content: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(content.length)
    return Buffer.concat([length, Buffer.from(kind), content, Buffer.alloc(4)])
  }
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    part('IHDR', header),
    part('IDAT', deflateSync(Buffer.alloc(100))),
    part('IEND', Buffer.alloc(0)),
  ])
}
