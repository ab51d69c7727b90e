import { refuse, type Spot } from '../../../platform/published-files/refusal.ts'

/** The first bytes, in hexadecimals, of what is sent in place of the kinds that are read, and what to do with it. */
const kinds: readonly (readonly [marks: readonly string[], sentence: string])[] = [
  [['0000270a'], 'is the .shp of a shapefile alone. Pack it in a zip with its .dbf and .prj.'],
  [['03'], 'is the .dbf of a shapefile alone. Pack it in a zip with its .shp and .prj.'],
  [['666762'], 'is FlatGeobuf. Export it as GeoPackage or GeoJSON.'],
  [['fffe', 'feff'], 'is text in UTF-16. Save it as UTF-8.'],
  [['52617221', '377abcaf'], 'is packed as RAR or 7z. Unpack it, and pack it in a zip.'],
  [['5b', 'efbbbf5b'], 'is a list in JSON; expected GeoJSON, a FeatureCollection.'],
]

/** Refuses a file that is of another kind, by its beginning. */
export function refuseKind(start: Buffer, spot: Spot): never {
  const beginning = start.toString('hex')
  const [, sentence] = kinds.find(([marks]) => marks.some((mark) => beginning.startsWith(mark))) ?? []
  return refuse('file-kind', spot, sentence ?? 'is none of GeoJSON, TopoJSON, GeoPackage, GML or a shapefile in a zip.')
}
