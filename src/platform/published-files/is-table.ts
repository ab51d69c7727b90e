import { basename } from 'node:path'
import { firstBytes, gunzipped, plainBytes, refusingBreakage } from './published-bytes.ts'
import { openZip } from './zip-file.ts'

/** Whether a file is a table (text with columns, or a workbook) and no file of areas, by what is in it. */
export async function isTable(path: string): Promise<boolean> {
  const file = basename(path)
  const start = await firstBytes(path, file, 16)
  const hex = start.toString('hex')
  if (hex.startsWith('d0cf11e0')) return true
  if (partsOfMaps.test(hex)) return false
  if (start.toString('latin1', 0, 2) === 'PK') return isTableInZip(path)
  if (start.toString('latin1', 0, 6) === 'SQLite') return false
  const bytes = hex.startsWith('1f8b') ? gunzipped(path) : plainBytes(path)
  const beginning = await refusingBreakage({ file }, async () => {
    // Of UTF-16 every second byte is zero.
    for await (const chunk of bytes as AsyncIterable<Buffer>)
      return chunk.toString('latin1', 0, 256).replaceAll('\0', '')
    return ''
  })
  // Neither JSON nor XML; SQLite in gzip begins with its own name.
  return !/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*[{[<]|^SQLite/.test(beginning)
}

/** A part of a shapefile alone, FlatGeobuf, RAR and 7z: no table, and whoever reads areas says what to do with them. */
const partsOfMaps = /^(0000270a|03|66676203|52617221|377abcaf)/

async function isTableInZip(path: string): Promise<boolean> {
  const zip = await openZip(path)
  try {
    if (zip.names.some((name) => /^(\[Content_Types\]\.xml|content\.xml)$/.test(name))) return true
    const isOf = (form: RegExp) => zip.names.some((name) => form.test(name))
    return isOf(/\.(csv|txt|tsv|xlsx|xls|ods)$/i) && !isOf(/\.(shp|geojson|topojson|json|gpkg|gml)$/i)
  } finally {
    zip.close()
  }
}
