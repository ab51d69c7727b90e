import { createWriteStream, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  firstBytes,
  gunzipped,
  plainBytes,
  refusingBreakage,
} from '../../../platform/published-files/published-bytes.ts'
import { refuse, type Spot } from '../../../platform/published-files/refusal.ts'
import { openZip } from '../../../platform/published-files/zip-file.ts'
import type { FeatureFile } from '../feature.ts'
import { jsonFile } from './geojson.ts'
import { geoJsonLines, isInLines } from './geojson-lines.ts'
import { geoPackage } from './geopackage.ts'
import { refuseKind } from './other-kinds.ts'
import { shapefileLayers } from './shapefile-layer.ts'
import { isData } from './shapefile-zip.ts'

const sqliteMark = 'SQLite format 3\0'

/** Opens a file of areas by what is in it, whatever it is called: GeoJSON, TopoJSON, GeoPackage, GML, plain, in gzip or in a zip, or a shapefile in a zip. */
export async function openFeatureFile(path: string): Promise<FeatureFile> {
  const file = basename(path)
  const start = await firstBytes(path, file, 64)
  if (start.length === 0) return refuse('file-kind', { file }, 'is empty. Fetch it again.')
  if (start.toString('latin1', 0, 2) === 'PK') return inZip(path, file)
  if (start.toString('latin1', 0, 16) === sqliteMark) return geoPackage(path, file)
  const isGzip = start.toString('hex', 0, 2) === '1f8b'
  const open = async () => (isGzip ? gunzipped(path) : plainBytes(path))
  return byContent(open, { file }, file.replace(/\.gz$/i, ''))
}

async function inZip(path: string, file: string): Promise<FeatureFile> {
  const zip = await openZip(path)
  try {
    const names = zip.names.filter(isData)
    if (names.some((name) => /\.shp$/i.test(name))) return await shapefileLayers(zip, file)
    const data = names.filter((name) => /\.(geojson|geojsonl|geojsons|ndjson|json|topojson|gpkg|gml)$/i.test(name))
    const [name, ...others] = data
    if (name === undefined || others.length > 0) {
      const inside = (data.length > 0 ? data : names).slice(0, 5).join(', ') || 'nothing'
      return refuse(
        'file-kind',
        { file },
        `expected one shapefile (.shp), GeoJSON, GML or GeoPackage in the zip, found ${inside}.`,
      )
    }
    const opened = await byContent(() => zip.open(name), { file, sheet: name }, name)
    return {
      ...opened,
      close: () => {
        opened.close()
        zip.close()
      },
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function byContent(open: () => Promise<Readable>, spot: Spot, name: string): Promise<FeatureFile> {
  const start = await refusingBreakage(spot, async () => beginningOf(await open()))
  if (start.toString('latin1', 0, 16) === sqliteMark) return unpackedGeoPackage(open, spot)
  if (isInLines(start.toString('latin1'))) return geoJsonLines({ open, spot }, basename(name, extname(name)))
  if (/^(\xef\xbb\xbf)?\s*\{/.test(start.toString('latin1')))
    return jsonFile({ open, spot }, basename(name, extname(name)))
  if (/^(\xef\xbb\xbf)?\s*</.test(start.toString('latin1'))) {
    // Loaded when it is needed: few files are GML.
    const { gmlFile } = await import('./gml.ts')
    return gmlFile({ open, spot }, basename(name, extname(name)))
  }
  return refuseKind(start, spot)
}

async function beginningOf(bytes: Readable): Promise<Buffer> {
  for await (const chunk of bytes as AsyncIterable<Buffer>) return Buffer.from(chunk.subarray(0, 256))
  return Buffer.alloc(0)
}

/** SQLite reads files, not streams: a packed one is unpacked beside the others that are temporary, until it is closed. */
async function unpackedGeoPackage(open: () => Promise<Readable>, spot: Spot): Promise<FeatureFile> {
  const folder = await mkdtemp(join(tmpdir(), 'meernet-areas-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'areas.gpkg')
    await refusingBreakage(spot, async () => pipeline(await open(), createWriteStream(path)))
    const opened = await geoPackage(path, spot.sheet ? `${spot.file}/${spot.sheet}` : spot.file)
    return {
      ...opened,
      close: () => {
        opened.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
