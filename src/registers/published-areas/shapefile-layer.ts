import { text } from 'node:stream/consumers'
import type { OpenZip } from '../../platform/published-files/zip-file.ts'
import type { Feature, FeatureFile } from './feature.ts'
import { systemInText } from './reference-system.ts'
import { recordsOf, stemOf } from './shapefile-zip.ts'

/** The one layer of a shapefile in a zip; without its `.prj` the system is not stated. */
export async function shapefileLayer(zip: OpenZip, file: string): Promise<FeatureFile> {
  const stem = stemOf(zip, file, ['dbf'])
  const prj = `${stem}.prj`
  const stated = zip.names.includes(prj)
    ? systemInText(await text(await zip.open(prj)), { file: `${file}/${prj}`, line: 1 })
    : undefined
  const name = stem.slice(stem.lastIndexOf('/') + 1)
  return {
    form: 'shapefile',
    layers: [{ name, stated, features: () => featuresOf(zip, file, stem) }],
    close: () => zip.close(),
  }
}

async function* featuresOf(zip: OpenZip, file: string, stem: string): AsyncGenerator<Feature> {
  for await (const { shape, row, line, spots } of recordsOf(zip, file, stem))
    yield { spot: { file: spots.shp, line }, fields: row, shape }
}
