import { text } from 'node:stream/consumers'
import type { OpenZip } from '../../../platform/published-files/zip-file.ts'
import type { Feature, FeatureFile, Layer } from '../feature.ts'
import { systemInText } from '../reference-system.ts'
import { refuse } from '../refusal.ts'
import { ByteReader } from './byte-reader.ts'
import { holdsPolygons } from './shapefile.ts'
import { isData, partOf, recordsOf, refuseWithout } from './shapefile-zip.ts'

/**
 * The layers of the shapefiles in a zip, one each, in the order of their names; those of points and of lines are passed over. Without its
 * `.prj` the system is not stated.
 */
export async function shapefileLayers(zip: OpenZip, file: string): Promise<FeatureFile> {
  const layers: Layer[] = []
  const shapefiles = zip.names.filter((name) => /\.shp$/i.test(name) && isData(name)).toSorted()
  for (const shp of shapefiles) {
    const isOther = shapefiles.length > 1 && !(await holdsPolygons(new ByteReader(await zip.open(shp))))
    if (!isOther) layers.push(await layerOf(zip, file, shp.slice(0, -4)))
  }
  if (layers.length === 0) refuse('file-kind', { file }, 'has no shapefile with areas in it, only points or lines.')
  return { form: 'shapefile', layers, close: () => zip.close() }
}

async function layerOf(zip: OpenZip, file: string, stem: string): Promise<Layer> {
  refuseWithout(zip, file, stem, 'dbf')
  const prj = partOf(zip, stem, 'prj')
  const stated = prj ? systemInText(await text(await zip.open(prj)), { file: `${file}/${prj}`, line: 1 }) : undefined
  const name = stem.slice(stem.lastIndexOf('/') + 1)
  return { name, stated, features: () => featuresOf(zip, file, stem) }
}

async function* featuresOf(zip: OpenZip, file: string, stem: string): AsyncGenerator<Feature> {
  for await (const { shape, row, line, spots } of recordsOf(zip, file, stem))
    yield { spot: { file: spots.shp, line }, fields: row, shape }
}
