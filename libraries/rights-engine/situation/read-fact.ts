import { dayOf } from '../language/tokens.ts'
import type { Fact } from '../model.ts'
import { SituationError } from './situation.ts'

/** Above a thousand million euro a typing error is surer than an income, and cents would no longer be exact. */
const highest = { share: 1, money: 1e9, integer: 1e9 } as const

/** One told value as a number of the rules: cents, days, 0 or 1, the index of a choice. Refuses what cannot be. */
export function readFact(value: unknown, id: string, fact: Fact, path: string): number {
  const number = unbounded(value, id, fact, path)
  const factor = fact.type === 'money' ? 100 : 1
  if (fact.type === 'boolean' || fact.type === 'enum' || fact.type === 'date' || fact.type === 'code') return number
  const low = fact.min ?? 0
  const high = fact.max ?? highest[fact.type]
  if (number < low * factor) throw new SituationError('out_of_bounds', path, `${id} is below ${low}: ${shown(value)}`)
  if (number > high * factor) throw new SituationError('out_of_bounds', path, `${id} is above ${high}: ${shown(value)}`)
  return number
}

function unbounded(value: unknown, id: string, fact: Fact, path: string): number {
  switch (fact.type) {
    case 'boolean':
      if (typeof value !== 'boolean') return wrongType(id, 'true or false', value, path)
      return value ? 1 : 0
    case 'money':
      return Math.round(finite(value, id, 'an amount in euros', path) * 100 + 1e-6)
    case 'integer': {
      const number = finite(value, id, 'a whole number', path)
      return Number.isInteger(number) ? number : wrongType(id, 'a whole number', value, path)
    }
    case 'share':
      return finite(value, id, 'a number from 0 to 1', path)
    case 'date': {
      const day = typeof value === 'string' ? dayOf(value) : null
      return day ?? wrongDate(id, value, path)
    }
    case 'code':
      return typeof value === 'string' || typeof value === 'number' ? 1 : wrongType(id, 'a code', value, path)
    case 'enum':
      return choice(value, id, fact, path)
  }
}

function choice(value: unknown, id: string, fact: Fact, path: string): number {
  const choices = Object.keys(fact.values ?? {})
  const plain = typeof value === 'boolean' && fact.plain ? (value ? fact.plain.yes : fact.plain.no) : value
  const index = choices.indexOf(String(plain))
  if (index !== -1 && (typeof plain === 'string' || typeof plain === 'number')) return index
  throw new SituationError('not_a_choice', path, `${id} is one of ${choices.join(', ')}, not ${shown(value)}`)
}

function finite(value: unknown, id: string, expected: string, path: string): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : wrongType(id, expected, value, path)
}

function wrongType(id: string, expected: string, value: unknown, path: string): never {
  throw new SituationError('wrong_type', path, `${id} asks for ${expected}, not ${shown(value)}`)
}

function wrongDate(id: string, value: unknown, path: string): never {
  throw new SituationError('bad_date', path, `${id} asks for a date of the calendar, YYYY-MM-DD, not ${shown(value)}`)
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 37)}…` : text
}
