import type { HeldRecord } from '../../../platform/fields/held.ts'
import type { Language } from '../../../platform/messages/index.ts'
import { said, saidFirst } from '../rights-check/check-words.ts'
import { rules } from '../rights-check/rules.ts'
import type { AnswerSheet } from './answer-sheet.ts'
import type { KeptOutcomes } from './kept-check.ts'

/** A kept check for the copy of somebody's data: a line a right (`igo p1 likely`) and a line an answer (`p1.savings 100`). */
export function heldCheck(record: HeldRecord): HeldRecord {
  const { outcomes, facts, ...rest } = record.values
  const kept = JSON.parse(String(outcomes)) as KeptOutcomes
  const sheet = JSON.parse(String(facts ?? '{}')) as AnswerSheet
  return {
    ...record,
    values: {
      ...rest,
      outcomes: kept.outcomes.map(({ right, subject, status }) => `${right} ${subject} ${status}`),
      ...(facts ? { facts: Object.entries(sheet).map(([line, value]) => `${line} ${value}`) } : {}),
    },
  }
}

/** A right of such a line that was worth asking or was there already; empty for any other. */
export function wordsOfHeldOutcome(line: string, language: Language): string {
  const [right = '', , status] = line.split(' ')
  return status === 'unlikely' ? '' : said(rules().model.rights[right]?.name, language) || right
}

/** An answer of such a line: "Het spaargeld: 100". `yes` and `no` are those words in the language. */
export function wordsOfHeldAnswer(line: string, language: Language, yes: string, no: string): string {
  const space = line.indexOf(' ')
  const [name = '', value] = [line.slice(0, space).split('.').at(-1), line.slice(space + 1)]
  const { facts } = rules().model
  const fact = ['household', 'dwelling', 'person', 'child'].map((bearer) => facts[`${bearer}.${name}`]).find(Boolean)
  const words = saidFirst(fact?.noun, language) || name
  if (fact?.type === 'boolean') return `${words}: ${value === 'true' ? yes : no}`
  return `${words}: ${said(fact?.values?.[value], language) || value}`
}
