import type { Confidence, Model, Parameter, ParameterRow } from '@meernet/rights-engine'
import { rightsByParameter } from './used-by.ts'

/** A dated value that somebody should look at again. */
export type Doubtful = {
  readonly parameter: string
  /** The last value that is known, and since when it holds. */
  readonly since: string | null
  readonly value: number | null
  readonly confidence: Confidence | null
  /** The last day for which it is known to hold; null where nothing says that it ended. */
  readonly knownUntil: string | null
  readonly note: string | null
  readonly rights: readonly string[]
  readonly source: string
}

/** One stop on the round of sources: look here first, for these values. */
export type Stop = { readonly source: string; readonly parameters: readonly string[] }

/** How far the dated values can be trusted on a day. */
export type Freshness = {
  readonly date: string
  readonly values: number
  /** A newer value exists, or is expected, that is not known here. */
  readonly stale: readonly Doubtful[]
  /** Rests on one weak or old source: "bedrag na te kijken". */
  readonly low: readonly Doubtful[]
  /** Worked out here with the index, while the official figure was not seen. */
  readonly derived: readonly Doubtful[]
  /** Where to look again, most pressing first. */
  readonly round: readonly Stop[]
  /** Local values are entered by staff: these have none here, by design. */
  readonly local: readonly string[]
}

/** What to verify first (rights-facts chapter 10); whatever else is doubtful comes behind, by how many rights hang on it. */
const pressing: readonly RegExp[] = [
  /^verhoogde-tegemoetkoming\./,
  /^(leefloon|igo|ivt|it)\./,
  /^groeipakket/,
  /^sociale-huur/,
  /^verwarmingstoelage\./,
  /^maximumfactuur\./,
]

/** What is stale or weak on an ISO date, and which source to look at again first. */
export function freshness(model: Model, date: string): Freshness {
  const rights = rightsByParameter(model)
  const dated = Object.entries(model.parameters).filter(([, { local }]) => !local)
  const doubtful = (keep: (parameter: Parameter) => boolean) =>
    dated
      .filter(([, parameter]) => keep(parameter))
      .map(([id, parameter]) => doubtfulOf(id, parameter, date, rights.get(id) ?? []))
      .sort(byPressure)
  const stale = doubtful((parameter) => isStale(parameter, date))
  const low = doubtful((parameter) => lastKnown(parameter, date)?.confidence === 'low')
  const derived = doubtful((parameter) => lastKnown(parameter, date)?.origin === 'derived')
  return {
    date,
    values: dated.length,
    stale,
    low,
    derived,
    round: roundOf([...stale, ...low, ...derived].sort(byPressure)),
    local: Object.entries(model.parameters).flatMap(([id, { local }]) => (local ? [id] : [])),
  }
}

function isStale({ rows, knownUntil }: Parameter, date: string): boolean {
  const row = rows.findLast(({ from }) => from <= date)
  return row?.gap === true || (knownUntil !== undefined && date > knownUntil)
}

function lastKnown({ rows }: Parameter, date: string): ParameterRow | undefined {
  return rows.findLast(({ from, gap }) => from <= date && !gap)
}

function doubtfulOf(id: string, parameter: Parameter, date: string, rights: readonly string[]): Doubtful {
  const known = lastKnown(parameter, date)
  const newest = parameter.rows.findLast(({ from }) => from <= date)
  return {
    parameter: id,
    since: known?.from ?? null,
    value: known?.value ?? null,
    confidence: known?.confidence ?? null,
    knownUntil: parameter.knownUntil ?? null,
    note: newest?.note ?? null,
    rights,
    source: parameter.source,
  }
}

function byPressure(a: Doubtful, b: Doubtful): number {
  return (
    pressureOf(a.parameter) - pressureOf(b.parameter) ||
    b.rights.length - a.rights.length ||
    (a.parameter < b.parameter ? -1 : 1)
  )
}

function pressureOf(id: string): number {
  const place = pressing.findIndex((pattern) => pattern.test(id))
  return place === -1 ? pressing.length : place
}

function roundOf(doubtful: readonly Doubtful[]): readonly Stop[] {
  const stops = Map.groupBy(doubtful, ({ source }) => source)
  return [...stops].map(([source, list]) => ({
    source,
    parameters: [...new Set(list.map(({ parameter }) => parameter))],
  }))
}
