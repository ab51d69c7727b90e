import { createInterface } from 'node:readline'
import { refusingBreakage } from '../../../platform/published-files/published-bytes.ts'
import { refuse, type Spot } from '../../../platform/published-files/refusal.ts'
import type { Feature, FeatureFile } from '../feature.ts'
import { featureIn } from './geojson.ts'
import type { JsonText } from './json-text.ts'

/**
 * GeoJSON with one feature a line and nothing around them, as a stream of text (RFC 8142, each line begins with the sign of a record) or
 * plainly line by line. It states no system.
 */
export function geoJsonLines(text: JsonText, name: string): FeatureFile {
  const layer = { name, stated: undefined, features: () => featuresOf(text) }
  return { form: 'GeoJSON', layers: [layer], close: () => undefined }
}

/** Whether a text, by its beginning as Latin-1, has a feature on its first line. */
export const isInLines = (beginning: string): boolean =>
  beginning.startsWith(signOfRecord) || /^(\xef\xbb\xbf)?[ \t]*\{[ \t]*"type"[ \t]*:[ \t]*"Feature"/.test(beginning)

const signOfRecord = '\u001e'

async function* featuresOf({ open, spot }: JsonText): AsyncGenerator<Feature> {
  const lines = createInterface({ input: await open(), crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]()
  for (let line = 1; ; line += 1) {
    const next = await refusingBreakage(spot, () => lines.next())
    if (next.done) return
    const written = next.value.replace(signOfRecord, '').trim()
    if (written !== '') yield featureIn(parsedLine(written, { ...spot, line }), { ...spot, line })
  }
}

function parsedLine(written: string, spot: Spot): unknown {
  if (written.includes('\ufffd')) refuse('encoding', spot, 'is not UTF-8, which JSON must be. Save it as UTF-8.')
  try {
    return JSON.parse(written)
  } catch {
    return refuse('file-damaged', spot, 'is no JSON on a line of its own, or is cut off. Fetch it again.')
  }
}
