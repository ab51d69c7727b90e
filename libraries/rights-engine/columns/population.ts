import { dwellingRow, firstPersonRow, householdRow, type World } from '../situation/world.ts'
import { blockSize, type Column, isBytes, largestHousehold, truthCode, unknownChoice } from './layout.ts'
import { bytesIn, type Memory, numbersIn } from './memory.ts'

/** Many households, fact by fact. Persons of a household lie beside each other, households in their order. */
export type Population = {
  readonly households: number
  readonly persons: number
  /** The first person of each household, and behind the last. */
  readonly start: Int32Array
  /** In the order of the columns of the kernel: codes in bytes, money in cents and dates in days as numbers. */
  readonly columns: readonly (Uint8Array | Float64Array)[]
  /** 1 for each block of households of whom every fact is known. */
  readonly complete: Uint8Array
}

/** Collects households one by one and lays them out as columns. */
export type PopulationBuilder = {
  /** Takes a household in, as it was read from a situation. Refuses one of more than `largestHousehold` persons. */
  add(world: World, width: number): void
  readonly households: number
  build(memory?: Memory): Population
}

/** Begins without households; `columns` are those of the kernel that will work them out, in its order. */
export function populationBuilder(columns: readonly Column[]): PopulationBuilder {
  const kept = columns.map(({ type }) => (isBytes(type) ? new Uint8Array(1024) : new Float64Array(1024)))
  let start = new Int32Array(1024)
  let [households, persons] = [0, 0]
  return {
    get households() {
      return households
    },
    add(world, width) {
      const count = world.rows - firstPersonRow
      if (count > largestHousehold)
        throw new RangeError(`a household of ${count} persons; at most ${largestHousehold} can be worked out together`)
      for (const [number, column] of columns.entries()) {
        const isPerson = column.bearer === 'person'
        const first = isPerson ? persons : households
        const own = withRoom(kept, number, first + count)
        const row = isPerson ? firstPersonRow : column.bearer === 'household' ? householdRow : dwellingRow
        for (let at = 0; at < (isPerson ? count : 1); at += 1)
          own[first + at] = cellOf(world, (row + at) * width + column.slot, column)
      }
      if (households + 1 >= start.length) start = grown(start)
      households += 1
      persons += count
      start[households] = persons
    },
    build(memory = 'own') {
      const population = emptyPopulation(columns, households, persons, memory)
      population.start.set(start.subarray(0, households + 1))
      for (const [number, column] of population.columns.entries())
        column.set((kept[number] as Uint8Array).subarray(0, column.length))
      return withCompleteBlocks(population, columns)
    },
  }
}

/** Room for so many households and persons, all facts zero. */
export function emptyPopulation(
  columns: readonly Column[],
  households: number,
  persons: number,
  memory: Memory = 'own',
): Population {
  return {
    households,
    persons,
    start: new Int32Array(
      memory === 'shared' ? new SharedArrayBuffer(4 * (households + 1)) : new ArrayBuffer(4 * (households + 1)),
    ),
    columns: columns.map(({ type, bearer }) => {
      const length = bearer === 'person' ? persons : households
      return isBytes(type) ? bytesIn(memory, length) : numbersIn(memory, length)
    }),
    complete: bytesIn(memory, Math.ceil(households / blockSize)),
  }
}

/** Notes which blocks have no unknown fact; to be done again after facts were changed. */
export function withCompleteBlocks(population: Population, columns: readonly Column[]): Population {
  const { households, start, complete } = population
  for (let block = 0; block < complete.length; block += 1) {
    const [from, to] = [block * blockSize, Math.min((block + 1) * blockSize, households)]
    complete[block] = columns.every(({ type, bearer }, number) => {
      const isPerson = bearer === 'person'
      const [low, high] = isPerson ? [start[from] ?? 0, start[to] ?? 0] : [from, to]
      return isKnown(population.columns[number] as Uint8Array, type, low, high)
    })
      ? 1
      : 0
  }
  return population
}

function isKnown(column: Uint8Array | Float64Array, type: Column['type'], from: number, to: number): boolean {
  const unknown = type === 'enum' ? unknownChoice : truthCode.unsure
  const isNumber = !isBytes(type)
  for (let at = from; at < to; at += 1) {
    const value = column[at] as number
    if (isNumber ? Number.isNaN(value) : value === unknown) return false
  }
  return true
}

function cellOf(world: World, cell: number, { type }: Column): number {
  const [low, high] = [world.low[cell] as number, world.high[cell] as number]
  const isTold = low === high
  if (type === 'enum') return isTold ? low : unknownChoice
  if (isBytes(type)) return isTold ? (low > 0 ? truthCode.yes : truthCode.no) : truthCode.unsure
  return isTold ? low : Number.NaN
}

function withRoom(kept: (Uint8Array | Float64Array)[], number: number, length: number): Uint8Array | Float64Array {
  let own = kept[number] as Uint8Array | Float64Array
  while (own.length < length) kept[number] = own = grown(own)
  return own
}

function grown<Kind extends Uint8Array | Float64Array | Int32Array>(array: Kind): Kind {
  const larger = new (array.constructor as new (length: number) => Kind)(2 * array.length)
  larger.set(array as never)
  return larger
}
