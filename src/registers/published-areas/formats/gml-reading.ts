import { found, refuse, type Spot } from '../../../platform/published-files/refusal.ts'
import type { Point, Ring, Shape } from '../geometry.ts'
import { refuseKind } from './geometry-json.ts'

/** A member of a collection, as far as it is of use here. */
export type GmlMember = {
  readonly fields: Readonly<Record<string, string>>
  readonly shape: Shape
  readonly srsName: string | undefined
}

export type Attributes = Readonly<Record<string, unknown>>
type Building = { fields: Record<string, string>; shape: Ring[][]; srsName: string | undefined }

/** Gathers the members of a collection from its tags, in the order in which they come. */
export class GmlReading {
  readonly #spot: Spot
  #depth = 0
  #isCollection = false
  /** Depth of the element that is one feature; below it stand its fields. */
  #featureDepth = 0
  #member: Building | undefined
  #members: GmlMember[] = []
  #count = 0
  #text = ''
  #dimension = 2
  /** Whether the element just closed held other elements: then its text is no field. */
  #heldElements = false
  #scheme = { identifier: '', language: '' }
  #srsName: string | undefined
  #ring: Point[] = []
  /** Depths of the elements that hold features. */
  readonly #memberDepths = new Set<number>()

  constructor(spot: Spot) {
    this.#spot = spot
  }

  get isCollection(): boolean {
    return this.#isCollection
  }

  /** Whether the tag that was opened last is the collection itself. */
  get isAtCollection(): boolean {
    return this.#depth === 1
  }

  open(tag: string, attributes: Attributes): void {
    this.#depth += 1
    this.#text = ''
    this.#heldElements = false
    const name = localName(tag)
    if (this.#depth === 1) {
      this.#isCollection = name === 'FeatureCollection'
      if (!this.#isCollection) this.refuseKind(name)
    }
    this.#see(attributes)
    if (this.#member) this.#openGeometry(name)
    else if (this.#isWithinMember()) {
      this.#member = { fields: {}, shape: [], srsName: this.#srsName }
      this.#featureDepth = this.#depth
      this.#count += 1
    }
    if (/^(featureMembers?|member)$/.test(name)) this.#memberDepths.add(this.#depth)
  }

  text(words: string): void {
    this.#text += words
  }

  close(tag: string): void {
    const name = localName(tag)
    const words = this.#text.trim()
    if (this.#member && this.#depth === this.#featureDepth) this.#finish()
    else if (this.#member && !this.#heldElements) this.#closeLeaf(name, words)
    this.#memberDepths.delete(this.#depth)
    this.#depth -= 1
    this.#text = ''
    this.#heldElements = true
  }

  /** The members that are complete, once. */
  taken(): readonly GmlMember[] {
    const members = this.#members
    this.#members = []
    return members
  }

  /** Refuses XML that is something else. */
  refuseKind(tag?: string): never {
    if (tag === 'kml')
      return refuse('file-kind', this.#spot, 'is KML, which has no codes. Export it as GeoPackage or GeoJSON.')
    return refuse(
      'file-kind',
      this.#spot,
      'is a web page or other XML; expected GeoJSON, TopoJSON, GeoPackage, GML or a shapefile in a zip. Fetch the file behind the link again.',
    )
  }

  #isWithinMember(): boolean {
    return this.#memberDepths.has(this.#depth - 1)
  }

  #see(attributes: Attributes): void {
    const { srsName, srsDimension } = attributes
    if (typeof srsName === 'string') {
      this.#srsName = srsName
      if (this.#member) this.#member.srsName = srsName
    }
    if (typeof srsDimension === 'string') this.#dimension = Number(srsDimension) === 3 ? 3 : 2
  }

  #openGeometry(name: string): void {
    if (name === 'Polygon' || name === 'PolygonPatch') this.#member?.shape.push([])
    if (name === 'Point' || name === 'LineString' || name === 'MultiCurve') refuseKind(name, this.#here())
    if (name === 'LinearRing') this.#ring = []
  }

  #closeLeaf(name: string, words: string): void {
    if (name === 'posList' || name === 'pos') this.#addPoints(words)
    else if (name === 'coordinates') this.#addPoints(words.replaceAll(',', ' '))
    else this.#addField(name, words)
  }

  #addPoints(words: string): void {
    const polygon = this.#member?.shape.at(-1)
    if (!polygon) return
    const numbers = words.split(/\s+/).map(Number)
    const isOdd = numbers.length % this.#dimension !== 0 || numbers.some((number) => !Number.isFinite(number))
    if (isOdd) refuse('value', this.#here(), `has coordinates that are no numbers: ${found(words)}.`)
    // Rings are given whole, or point by point.
    if (this.#ring.length === 0) polygon.push(this.#ring)
    for (let at = 0; at < numbers.length; at += this.#dimension)
      this.#ring.push([numbers[at] ?? Number.NaN, numbers[at + 1] ?? Number.NaN])
  }

  #addField(name: string, words: string): void {
    const fields = this.#member?.fields ?? {}
    if (name === 'identifierScheme') fields[words.toLowerCase()] ??= this.#scheme.identifier
    if (name === 'identifier') this.#scheme.identifier = words
    if (name === 'language') this.#scheme.language = words
    const language = name === 'text' ? languages[this.#scheme.language] : undefined
    if (language !== undefined) fields[language] ??= words
    if (words !== '') fields[name] ??= words
  }

  #finish(): void {
    const { fields, shape, srsName } = this.#member ?? { fields: {}, shape: [], srsName: undefined }
    this.#members.push({ fields, shape: shape.filter((polygon) => polygon.length > 0), srsName })
    this.#member = undefined
  }

  #here(): Spot {
    return { ...this.#spot, feature: this.#count }
  }
}

/** Languages of INSPIRE names, and under which name the columns of areas know them. */
const languages: Readonly<Record<string, string>> = { dut: 'nameNl', nld: 'nameNl', fre: 'nameFr', fra: 'nameFr' }

const localName = (tag: string) => tag.slice(tag.indexOf(':') + 1)
