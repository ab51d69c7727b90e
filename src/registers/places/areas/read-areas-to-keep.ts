import {
  type Area,
  type AreaCount,
  type AreaFile,
  type AreaLayer,
  type AreaPublisher,
  type AreaRemark,
  type Bounds,
  boundsOf,
  countAreas,
  type Shape,
} from '../../published-areas/index.ts'
import { type AreaToKeep, isKeptLevel, type LevelRead, type NotKept } from './kept-area.ts'
import { refuse } from './refusal.ts'
import { editionOf, municipalityOf, namesIn, type Whose } from './whose-area.ts'

/** What a file has of one municipality. */
export type MunicipalityRead = {
  readonly name: string | undefined
  readonly areas: number
  readonly bounds: Bounds | undefined
}

/** Which areas of a file are wanted, and what whoever imports says about them. */
export type AreasWanted = Whose & {
  /** Municipalities of which areas are kept: one's own under each of its codes, and those beside it. */
  readonly nisCodes: ReadonlySet<string>
  /** All borders are only roughly right. */
  readonly isApproximate: boolean
}

export type AreasRead = {
  readonly count: AreaCount
  readonly areas: readonly AreaToKeep[]
  readonly levels: readonly LevelRead[]
  /** The municipalities of which the file has areas of a kept level. */
  readonly municipalities: ReadonlyMap<string, MunicipalityRead>
  readonly publisher: AreaPublisher | undefined
  /** Why nothing of it can be kept; undefined when something can. */
  readonly reason: NotKept | undefined
}

/**
 * Reads a file of areas once, counts all and holds those that are wanted. Refuses (`FileRefused`) a wanted code that stands
 * twice with another shape: which of the two is meant is not for a program to say.
 */
export async function readAreasToKeep(
  file: AreaFile,
  wanted: AreasWanted,
  onAreas?: (read: number) => void,
): Promise<AreasRead> {
  const gathering = new Gathering(file.file, wanted)
  const count = await countAreas(file, onAreas, (area, layer) => gathering.see(area, layer))
  return { ...gathering.result(count), count }
}

class Gathering {
  readonly #file: string
  readonly #wanted: AreasWanted
  readonly #areas = new Map<string, AreaToKeep>()
  readonly #levels = new Map<string, { own: number; elsewhere: number; unplaced: number } & LevelKey>()
  readonly #municipalities = new Map<string, MunicipalityRead>()
  #publisher: AreaPublisher | undefined
  #withoutEdition = 0

  constructor(file: string, wanted: AreasWanted) {
    this.#file = file
    this.#wanted = wanted
  }

  see(area: Area, { publisher, system }: AreaLayer): void {
    const { level } = area
    if (!isKeptLevel(level) || area.code === '') return
    this.#publisher ??= publisher
    const edition = editionOf(area, publisher)
    if (edition === undefined) {
      this.#withoutEdition += 1
      return
    }
    const counted = this.#levelOf({ level, edition })
    const nisCode = municipalityOf(area, edition, this.#wanted)
    if (nisCode === undefined) {
      counted.unplaced += 1
      return
    }
    this.#seeMunicipality(nisCode, area)
    if (!this.#wanted.nisCodes.has(nisCode)) {
      counted.elsewhere += 1
      return
    }
    counted.own += 1
    const isOfProvinces = publisher === 'provinces'
    this.#hold(area, { level, edition, nisCode, isOfProvinces, isConverted: system !== 'EPSG:31370' })
  }

  result(count: AreaCount): Omit<AreasRead, 'count'> {
    const areas = [...this.#areas.values()]
    return {
      areas,
      levels: [...this.#levels.values()],
      municipalities: this.#municipalities,
      publisher: this.#publisher,
      reason: areas.length > 0 ? undefined : this.#reason(count),
    }
  }

  #levelOf(key: LevelKey) {
    const { level, edition } = key
    const name = `${level} ${edition}`
    const counted = this.#levels.get(name) ?? { level, edition, own: 0, elsewhere: 0, unplaced: 0 }
    this.#levels.set(name, counted)
    return counted
  }

  #seeMunicipality(nisCode: string, { municipalityName, shape }: Area): void {
    const { name, areas, bounds } = this.#municipalities.get(nisCode) ?? {
      name: undefined,
      areas: 0,
      bounds: undefined,
    }
    this.#municipalities.set(nisCode, {
      name: name ?? municipalityName,
      areas: areas + 1,
      bounds: wider(bounds, boundsOf(shape)),
    })
  }

  #hold(area: Area, { level, edition, nisCode, isOfProvinces, isConverted }: LevelKey & Held): void {
    const { code } = area
    const shape = isConverted ? rounded(area.shape) : area.shape
    const names = isOfProvinces
      ? namesIn(area.name)
      : { name: area.name, municipalityName: area.municipalityName?.slice(0, longestName) ?? null }
    const held: AreaToKeep = {
      level,
      edition,
      code,
      name: (names.name || code).slice(0, longestName),
      nisCode,
      municipalityName: names.municipalityName,
      shape: shape.length === 0 ? null : shape,
      isApproximate: area.isApproximate || this.#wanted.isApproximate,
    }
    const key = `${level} ${edition} ${code}`
    const before = this.#areas.get(key)
    if (before && JSON.stringify(before) !== JSON.stringify(held)) refuseDoubled(this.#file, area)
    if (held.shape !== null || level === 'sector') this.#areas.set(key, held)
  }

  #reason(count: AreaCount): NotKept {
    if (this.#withoutEdition > 0) return 'edition-not-stated'
    if (this.#levels.size === 0) return has(count, 'level-not-stated') ? 'level-not-stated' : 'no-known-level'
    const levels = [...this.#levels.values()]
    return levels.every(({ elsewhere }) => elsewhere === 0) ? 'municipality-not-stated' : 'nothing-of-municipality'
  }
}

type LevelKey = Pick<LevelRead, 'level' | 'edition'>
type Held = { readonly nisCode: string; readonly isOfProvinces: boolean; readonly isConverted: boolean }

const longestName = 160

const has = ({ remarks }: AreaCount, kind: AreaRemark['kind']) => remarks.some((remark) => remark.kind === kind)

/** To a centimetre: what was brought from degrees is not known finer, and the same file gives the same again. */
const rounded = (shape: Shape): Shape =>
  shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [centimetres(x), centimetres(y)] as const)))

const centimetres = (metres: number) => Math.round(metres * 100) / 100

function wider(one: Bounds | undefined, other: Bounds | undefined): Bounds | undefined {
  if (!one || !other) return one ?? other
  return {
    minX: Math.min(one.minX, other.minX),
    minY: Math.min(one.minY, other.minY),
    maxX: Math.max(one.maxX, other.maxX),
    maxY: Math.max(one.maxY, other.maxY),
  }
}

function refuseDoubled(file: string, { code, name, line }: Area): never {
  return refuse(
    'doubled',
    { file, feature: line },
    `has the code ${code} (${name || 'without a name'}) twice, with another name or shape. Leave one out; parts of one area are put together first.`,
  )
}
