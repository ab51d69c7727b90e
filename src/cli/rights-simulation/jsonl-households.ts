import type { ToldFacts } from '@meernet/rights-engine'
import type { SomeLines } from './file-lines.ts'
import type { HouseholdInFile } from './household-in-file.ts'
import { PopulationRefused } from './population-refused.ts'
import { positiveWeight } from './weight.ts'

const known = new Set(['id', 'date', 'facts', 'weight', 'neighbourhood'])

/** Reads one household a line, in the shape of `rights check --jsonl` with a weight and a neighbourhood beside it. */
export function jsonlReader(file: string): (some: SomeLines) => readonly HouseholdInFile[] {
  return ({ first, lines }) =>
    lines.flatMap((text, index) => (text.trim() === '' ? [] : [householdIn(text, first + index, file)]))
}

function householdIn(text: string, line: number, file: string): HouseholdInFile {
  const refuse = (column: string | undefined, sentence: string): never => {
    throw new PopulationRefused('row-shape', file, column === undefined ? { line } : { line, column }, sentence)
  }
  const request = objectIn(text) ?? refuse(undefined, 'expected one whole JSON object a line')
  const strange = Object.keys(request).find((key) => !known.has(key))
  if (strange === 'parameters')
    refuse('parameters', 'values of the law hold for the whole file: give them with --param')
  if (strange) refuse(strange, `expected only ${[...known].join(', ')}`)
  const facts = isObject(request.facts) ? request.facts : refuse('facts', 'expected household, dwelling and persons')
  const stranger = Object.keys(facts).find((key) => !['household', 'dwelling', 'persons'].includes(key))
  if (stranger) refuse(`facts.${stranger}`, 'facts holds household, dwelling and persons')
  return {
    weight: request.weight === undefined || request.weight === null ? 1 : weightIn(request.weight, line, file),
    neighbourhood: labelIn(request.neighbourhood) ?? null,
    date: typeof request.date === 'string' ? request.date : null,
    situation: facts as { readonly persons: readonly ToldFacts[] },
    spot: (path) => ({ line, column: `facts.${path}` }),
  }
}

function weightIn(value: unknown, line: number, file: string): number {
  const weight = typeof value === 'number' ? positiveWeight(value) : null
  if (weight === null)
    throw new PopulationRefused('value', file, { line, column: 'weight' }, 'expected a number above 0')
  return weight
}

function labelIn(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
