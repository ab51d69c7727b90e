/**
 * Areas in GML (3.1 and 3.2), as INSPIRE services and servers of maps give it: a FeatureCollection whose members have fields and a
 * surface. Fields are the elements that hold a text, by their name without prefix. INSPIRE writes two of them in its own way: the
 * code stands beside the name of its list (`<identifier>83</identifier><identifierScheme>LAU2</identifierScheme>`, read as `lau2`),
 * and a name beside its language (`dut`, read as `nameNl`). Read tag by tag, holding one feature. Source: OGC 07-036r1, INSPIRE D2.8.
 */
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import sax from 'sax'
import { refusePartOfAnswer } from '../../../platform/published-files/part-of-answer.ts'
import { refusingBreakage } from '../../../platform/published-files/published-bytes.ts'
import type { Spot } from '../../../platform/published-files/refusal.ts'
import type { Feature, FeatureFile } from '../feature.ts'
import { systemNamed } from '../reference-system.ts'
import { refuse } from '../refusal.ts'
import { type Attributes, GmlReading } from './gml-reading.ts'

/** A text in XML that can be read from its beginning more than once. */
type XmlText = { readonly spot: Spot; readonly open: () => Promise<Readable> }

/**
 * Areas in GML. Reads the text to its end once, so that a file that is cut off or damaged is refused before its first area is used.
 * Refuses XML that is no FeatureCollection, and several systems in one file.
 */
export async function gmlFile(text: XmlText, name: string): Promise<FeatureFile> {
  const systems = new Set<string>()
  let features = 0
  let beside: Attributes = {}
  for await (const { srsName } of membersOf(text, (attributes) => {
    beside = attributes
  })) {
    features += 1
    if (srsName !== undefined) systems.add(srsName)
  }
  if (features === 0) refuse('file-kind', text.spot, 'has no features in it.')
  refusePartOfAnswer(beside, features, text.spot)
  const stated = new Set([...systems].map((system) => systemNamed(system, text.spot)))
  if (stated.size > 1)
    refuse('projection', text.spot, `states several systems: ${[...systems].join(', ')}. Give each a file of its own.`)
  const [system] = stated
  const layer = { name, stated: system, features: () => featuresOf(text) }
  return { form: 'GML', layers: [layer], close: () => undefined }
}

async function* featuresOf(text: XmlText): AsyncGenerator<Feature> {
  let count = 0
  for await (const { fields, shape } of membersOf(text)) {
    count += 1
    yield { spot: { ...text.spot, feature: count }, fields, shape }
  }
}

async function* membersOf({ spot, open }: XmlText, onCollection: (attributes: Attributes) => void = () => undefined) {
  const parser = sax.parser(true, { position: true })
  const reading = new GmlReading(spot)
  let broken: Error | undefined
  parser.onerror = (error) => {
    broken ??= error
    // Goes on until the piece is through; then it is refused.
    parser.resume()
  }
  // What stands behind a fault is no longer what it says.
  const unbroken =
    <Given extends readonly unknown[]>(take: (...given: Given) => void) =>
    (...given: Given) => {
      if (!broken) take(...given)
    }
  parser.onopentag = unbroken(({ name, attributes }) => {
    reading.open(name, attributes)
    if (reading.isAtCollection) onCollection(attributes)
  })
  parser.onclosetag = unbroken((name) => reading.close(name))
  parser.ontext = unbroken((words) => reading.text(words))
  parser.oncdata = unbroken((words) => reading.text(words))
  const decoder = new StringDecoder('utf8')
  const bytes = await open()
  const chunks: AsyncIterator<Buffer> = bytes[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await refusingBreakage(spot, () => chunks.next())
      if (next.done) break
      parser.write(decoder.write(next.value))
      if (broken) refuseBroken(reading, { ...spot, line: parser.line + 1 })
      yield* reading.taken()
    }
    parser.close()
    if (broken) refuse('file-truncated', spot, 'is cut off. Fetch it again.')
  } finally {
    bytes.destroy()
  }
}

/** What is no XML from its beginning is another kind of file; what breaks later is damaged. */
function refuseBroken(reading: GmlReading, spot: Spot): never {
  if (!reading.isCollection) return reading.refuseKind()
  return refuse('file-damaged', spot, 'is no longer XML here. Fetch it again.')
}
