import { dayOf } from '../language/tokens.ts'
import type { Parameter } from '../model.ts'
import type { GivenParameters } from './situation.ts'
import type { ParametersOfDay } from './world.ts'

/** How far above its last known value a ceiling that only rises may lie by now (rights-facts 1.4). */
export const couldHaveRisenTo = 1.12
const noBound = Number.POSITIVE_INFINITY

/** The dated rows of one parameter, oldest first, values in the unit of rules (cents). */
type Timeline = {
  readonly id: string
  readonly kind: Parameter['kind']
  readonly from: readonly number[]
  readonly value: readonly (number | null)[]
  readonly knownUntil: number
  readonly factor: number
}

/** Looks up every parameter on a day; the same day is worked out once. */
export function parameterTable(parameters: Readonly<Record<string, Parameter>>) {
  const lines = Object.entries(parameters).map(timelineOf)
  const numbers = new Map(lines.map(({ id }, number) => [id, number]))
  const days = new Map<number, ParametersOfDay>()
  return {
    numberOf: (id: string) => numbers.get(id),
    ids: lines.map(({ id }) => id),
    /** Whether `on` already lets it run to where it could have risen. */
    isCeiling: (number: number) => lines[number]?.kind === 'ceiling',
    on(day: number, given?: GivenParameters): ParametersOfDay {
      const kept = days.get(day) ?? resolve(lines, day)
      if (days.size > 5000) days.clear()
      days.set(day, kept)
      return given ? withGiven(kept, given) : kept
    },
  }

  function withGiven(day: ParametersOfDay, given: GivenParameters): ParametersOfDay {
    const own = { low: day.low.slice(), high: day.high.slice(), stale: day.stale.slice() }
    for (const [id, value] of Object.entries(given)) {
      const number = numbers.get(id)
      if (number === undefined) continue
      const factor = lines[number]?.factor ?? 1
      own.low[number] = own.high[number] = Math.round(Number(value) * factor * 1e6) / 1e6
      own.stale[number] = 0
    }
    return own
  }
}

export type ParameterTable = ReturnType<typeof parameterTable>

function timelineOf([id, parameter]: readonly [string, Parameter]): Timeline {
  const factor = parameter.unit.startsWith('eur') ? 100 : 1
  const rows = [...parameter.rows].sort((a, b) => (a.from < b.from ? -1 : 1))
  return {
    id,
    kind: parameter.kind,
    factor,
    from: rows.map(({ from }) => dayOf(from) ?? Number.NaN),
    value: rows.map(({ value, gap }) => (gap || value === undefined ? null : Math.round(value * factor * 1e6) / 1e6)),
    knownUntil: parameter.knownUntil ? (dayOf(parameter.knownUntil) ?? noBound) : noBound,
  }
}

function resolve(lines: readonly Timeline[], day: number): ParametersOfDay {
  const low = new Float64Array(lines.length)
  const high = new Float64Array(lines.length)
  const stale = new Uint8Array(lines.length)
  for (const [number, line] of lines.entries()) {
    const { value, fresh } = lastKnown(line, day)
    stale[number] = fresh ? 0 : 1
    low[number] = value ?? 0
    if (value === null) high[number] = noBound
    else high[number] = fresh || line.kind !== 'ceiling' ? value : value * couldHaveRisenTo
  }
  return { low, high, stale }
}

/** The newest value that began by the day. Fresh unless behind a gap or past what is known; what is still to begin is not old. */
function lastKnown(line: Timeline, day: number): { readonly value: number | null; readonly fresh: boolean } {
  let newest = line.from.length - 1
  while (newest >= 0 && (line.from[newest] ?? noBound) > day) newest -= 1
  let known = newest
  while (known >= 0 && line.value[known] === null) known -= 1
  return { value: line.value[known] ?? null, fresh: newest < 0 || (known === newest && day <= line.knownUntil) }
}
