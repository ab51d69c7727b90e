import type { AreaLevel } from './area-columns.ts'
import { type Bounds, boundsOf } from './geometry.ts'
import type { Area, AreaFile, AreaLayer } from './read-areas.ts'
import { type RingFault, surfaceOf } from './ring-faults.ts'

/** What the areas of one level come to. */
export type LevelCount = {
  readonly level: AreaLevel | 'unstated'
  readonly edition: string | 'unstated'
  readonly areas: number
  /** How many say in which municipality they lie, and in how many that is. */
  readonly withMunicipality: number
  readonly municipalities: number
  readonly squareKilometres: number
}

/** What a reader should know of a file that was accepted; places count from 1, and of many the first are named. */
export type AreaRemark =
  | { readonly kind: 'system-guessed' | 'axes-swapped'; readonly layer: string; readonly system: string }
  | { readonly kind: 'layer-passed-over'; readonly layer: string }
  | ({ readonly kind: 'without-code' | RingFault } & FaultyAreas)
  | { readonly kind: 'municipality-not-stated' | 'edition-not-stated' | 'level-not-stated'; readonly count: number }

/** Areas with something wrong: their places in the file, and what they are called. */
export type FaultyAreas = {
  readonly layer: string
  readonly count: number
  readonly lines: readonly number[]
  /** As many as `lines`, empty for one that has neither name nor code; absent in what was written by an earlier program. */
  readonly names?: readonly string[] | undefined
}

/** What a file of areas holds, without the shapes. */
export type AreaCount = {
  readonly areas: number
  readonly levels: readonly LevelCount[]
  /** Lambert 72 metres. */
  readonly bounds: Bounds | undefined
  /** Codes that stand twice at the same level and in the same edition. */
  readonly doubled: readonly string[]
  readonly remarks: readonly AreaRemark[]
}

/** Reads all areas of a file and counts them, holding their codes and no shapes; `onArea` is given each as it comes. */
export async function countAreas(
  file: AreaFile,
  onAreas: (read: number) => void = () => undefined,
  onArea: (area: Area, layer: AreaLayer) => void = () => undefined,
): Promise<AreaCount> {
  const tally = new AreaTally()
  let read = 0
  for (const layer of file.layers) {
    for await (const area of layer.areas()) {
      tally.add(area, layer.name)
      onArea(area, layer)
      read += 1
      if (read % 500 === 0) onAreas(read)
    }
  }
  onAreas(read)
  const systems = file.layers.flatMap(({ name: layer, system, isStated, isSwapped }): AreaRemark[] => [
    ...(isStated ? [] : [{ kind: 'system-guessed' as const, layer, system }]),
    ...(isSwapped ? [{ kind: 'axes-swapped' as const, layer, system }] : []),
  ])
  const passedOver = file.passedOver.map((layer) => ({ kind: 'layer-passed-over', layer }) as const)
  return tally.result(read, [...systems, ...passedOver])
}

type Counting = { areas: number; withMunicipality: number; municipalities: Set<string>; squareMetres: number }
type Places = {
  readonly kind: 'without-code' | RingFault
  readonly layer: string
  count: number
  readonly lines: number[]
  readonly names: string[]
}

const placesNamed = 10

class AreaTally {
  #bounds: Bounds | undefined
  readonly #levels = new Map<string, Counting>()
  readonly #codes = new Set<string>()
  readonly #doubled = new Set<string>()
  readonly #places = new Map<string, Places>()
  readonly #unstated = { municipality: 0, edition: 0, level: 0 }

  add(area: Area, layer: string): void {
    const { code, level = 'unstated', edition = 'unstated', municipality, shape, faults } = area
    const key = `${level} ${edition}`
    const counting = this.#levels.get(key) ?? {
      areas: 0,
      withMunicipality: 0,
      municipalities: new Set(),
      squareMetres: 0,
    }
    this.#levels.set(key, counting)
    counting.areas += 1
    counting.squareMetres += surfaceOf(shape)
    if (municipality !== undefined) {
      counting.withMunicipality += 1
      counting.municipalities.add(municipality)
    }
    this.#seeCode(code, key)
    for (const fault of faults) this.#place(fault, layer, area)
    if (code === '') this.#place('without-code', layer, area)
    this.#seeUnstated(area)
    this.#widen(boundsOf(shape))
  }

  result(areas: number, systems: readonly AreaRemark[]): AreaCount {
    const { municipality, edition, level } = this.#unstated
    const missing: readonly AreaRemark[] = [
      { kind: 'level-not-stated', count: level },
      { kind: 'edition-not-stated', count: edition },
      { kind: 'municipality-not-stated', count: municipality },
    ]
    return {
      areas,
      levels: [...this.#levels].map(([key, counting]) => levelCount(key, counting)),
      bounds: this.#bounds,
      doubled: [...this.#doubled],
      remarks: [...systems, ...this.#places.values(), ...missing.filter((one) => 'count' in one && one.count > 0)],
    }
  }

  #seeCode(code: string, key: string): void {
    if (code === '') return
    const whole = `${key} ${code}`
    if (this.#codes.has(whole)) this.#doubled.add(code)
    this.#codes.add(whole)
  }

  #seeUnstated({ level, edition, municipality }: Area): void {
    if (level === undefined) this.#unstated.level += 1
    if (edition === undefined && isOfAnEdition(level)) this.#unstated.edition += 1
    if (municipality === undefined && isWithinMunicipality(level)) this.#unstated.municipality += 1
  }

  #place(kind: Places['kind'], layer: string, { line, name, code }: Area): void {
    const places = this.#places.get(`${kind} ${layer}`) ?? { kind, layer, count: 0, lines: [], names: [] }
    this.#places.set(`${kind} ${layer}`, places)
    places.count += 1
    if (places.lines.length === placesNamed) return
    places.lines.push(line)
    places.names.push(name && code ? `${name} (${code})` : name || code)
  }

  #widen(box: Bounds | undefined): void {
    const all = this.#bounds
    if (!box || !all) this.#bounds = box ?? all
    else
      this.#bounds = {
        minX: Math.min(all.minX, box.minX),
        minY: Math.min(all.minY, box.minY),
        maxX: Math.max(all.maxX, box.maxX),
        maxY: Math.max(all.maxY, box.maxY),
      }
  }
}

function levelCount(key: string, { areas, withMunicipality, municipalities, squareMetres }: Counting): LevelCount {
  const [level = '', edition = 'unstated'] = key.split(' ')
  return {
    // The key was made of a level a few lines above.
    level: level as LevelCount['level'],
    edition,
    areas,
    withMunicipality,
    municipalities: municipalities.size,
    squareKilometres: Math.round(squareMetres / 1_000) / 1_000,
  }
}

const isWithinMunicipality = (level: AreaLevel | undefined) =>
  level === 'sector' || level === 'neighbourhood' || level === 'subMunicipality'
const isOfAnEdition = (level: AreaLevel | undefined) => isWithinMunicipality(level) || level === 'municipality'
