import { readFileSync } from 'node:fs'
import { createCheck, type Fact, type Parameter } from '@meernet/rights-engine'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { problemLines, readModel } from '../../scripts/generate/rights/model.ts'
import type { Case } from './testing/cases.ts'
import { shownOnly } from './testing/shown-only.ts'

const { model, cases, problems } = readModel('libraries/rights-belgium')
const rights = Object.entries(model.rights)
const parameters = Object.entries(model.parameters)

/** Cannot come out so: everybody may see the psychologist; of the others a body decides by what no fact tells. */
const never: Readonly<Record<string, readonly string[]>> = {
  likely: [
    'bob',
    'energie-hulp',
    'huurtoelage-brussel',
    'kinderopvang-inkomenstarief',
    'kinderopvangtoeslag',
    'ocmw-aanvullende-steun',
  ],
  unlikely: ['eerstelijnspsycholoog'],
}

test('every file fits its schema', () => {
  expect(problemLines(problems)).toEqual([])
})

test('every rule can be read and speaks only of what is there', () => {
  expect(() => createCheck(model)).not.toThrow()
})

test('a right opens and excludes only rights that are described', () => {
  const named = rights.flatMap(([id, { opens = [], excludes = [] }]) => [...opens, ...excludes].map((to) => [id, to]))
  expect(named.filter(([, to]) => !(`${to}` in model.rights))).toEqual([])
})

test('a term counts from a date that may be known, and a last day is a day', () => {
  const terms = rights.flatMap(([id, { terms: of = [] }]) => of.map((term) => ({ right: id, ...term })))
  expect(terms.filter(({ after }) => after && model.facts[after.fact]?.type !== 'date')).toEqual([])
  expect(terms.filter(({ after }) => after && (after.days === undefined) === (after.months === undefined))).toEqual([])
  expect(terms.filter(({ lastDay, after, yearly }) => lastDay && !after === !yearly)).toEqual([])
  expect(terms.filter(({ lastDay }) => lastDay).map(({ right }) => right)).toEqual([
    'huurpremie',
    'huursubsidie',
    'huurwaarborglening',
    'sociaal-tarief-water',
    'studietoelage',
    'verwarmingstoelage',
  ])
})

test('a resident reads every answer and every reason against a right in the own language', () => {
  const choices = Object.entries(model.facts).flatMap(([id, { values = {} }]) =>
    Object.entries(values).map(([choice, words]) => [`${id} = ${choice}`, words] as const),
  )
  const reasons = rights.flatMap(([id, { conditions }]) =>
    conditions.map(({ id: condition, say }) => [`${id}: ${condition}`, say?.fails] as const),
  )
  const untold = [...choices, ...reasons].filter(([, words]) => !words?.ar || !words.tr || !words.uk)
  expect(untold.map(([id]) => id)).toEqual([])
})

test('every right says where it was found, and in which chapter', () => {
  expect(rights.filter(([, { sources, chapter }]) => sources.length === 0 || !chapter)).toEqual([])
})

describe('dated values', () => {
  const dated = parameters.filter(([, { local }]) => !local)

  test('stand in order of their dates, each day once', () => {
    const unordered = dated.filter(([, { rows }]) =>
      rows.some((row, at) => at > 0 && row.from <= (rows[at - 1]?.from ?? '')),
    )
    expect(unordered.map(([id]) => id)).toEqual([])
  })

  test('are known at least until the day on which the newest known one began', () => {
    const short = dated.filter(([, { rows, knownUntil }]) => knownUntil && knownUntil < (newest(rows)?.from ?? ''))
    expect(short.map(([id]) => id)).toEqual([])
  })

  test('name a source each', () => {
    expect(dated.filter(([, { source }]) => source.length < 5).map(([id]) => id)).toEqual([])
  })

  test('are typed twice: the second time in testing/values.yaml', () => {
    const second = parse(readFileSync('libraries/rights-belgium/testing/values.yaml', 'utf8'))
    const first = Object.fromEntries(
      dated.map(([id, { rows }]) => [id, Object.fromEntries(rows.map(({ from, value }) => [from, value ?? 'gap']))]),
    )
    expect(first).toEqual(second)
  })

  test('are used by a rule, or are known to be only shown', () => {
    const rules = JSON.stringify([model.rights, model.definitions])
    const idle = parameters.filter(([id]) => !rules.includes(`param(${id})`) && !shownOnly.has(id))
    expect(idle.map(([id]) => id)).toEqual([])
  })

  test('of local rules are never filled in', () => {
    expect(parameters.filter(([id, { local }]) => id.startsWith('municipality.') !== (local === true))).toEqual([])
  })
})

test('the index reproduces the minimum benefits that are worked out from it', () => {
  // Law base a year, chapter 4.3 to 4.5, times the coefficient of the day.
  const bases: readonly (readonly [string, number, string])[] = [
    ['igo.base', 7449.26, '2024-01-01'],
    ['ivt.category_a', 6191.01, '2025-02-01'],
    ['ivt.category_b', 9286.52, '2025-02-01'],
    ['ivt.category_b', 9472.26, '2026-01-01'],
    ['ivt.category_c', 12550.16, '2025-02-01'],
    ...['2025-02-01', '2026-03-01', '2026-09-01'].flatMap((from) => [
      ['it.points_7_8', 908.33, from] as const,
      ['it.points_9_11', 3004.4, from] as const,
      ['it.points_12_14', 4778.1, from] as const,
      ['it.points_15_16', 6943.85, from] as const,
      ['it.points_17_18', 7872.29, from] as const,
    ]),
  ]
  const worked = bases.map(([id, base, day]) => [id, day, cents((base * valueOn('index.coefficient', day)) / 12)])
  expect(worked).toEqual(bases.map(([id, , day]) => [id, day, cents(valueOn(id, day))]))
})

describe('questions', () => {
  const asked = Object.entries(model.facts).filter(([, { volunteered }]) => !volunteered)

  test('stand in the six languages of residents', () => {
    const silent = asked.filter(([, { question }]) => Object.values(question ?? {}).length < 6)
    expect(silent.map(([id]) => id)).toEqual([])
  })

  test('have words for every choice', () => {
    const wordless = asked.filter(([, fact]) => fact.type === 'enum' && Object.keys(fact.values ?? {}).length < 2)
    expect(wordless).toEqual([])
  })

  test('of the first round fit on twelve pages', () => {
    const pages = new Set(asked.filter(([, { firstRound }]) => firstRound).map(([id, { page }]) => page ?? id))
    expect(pages.size).toBe(12)
  })

  test('that a rule never needs are told apart', () => {
    const rules = JSON.stringify([model.rights, model.definitions, whens(Object.values(model.facts))])
    const idle = asked.filter(
      ([id]) => !new RegExp(`\\b(person|member|household|dwelling)\\.${id.split('.')[1]}\\b`).test(rules),
    )
    expect(idle.map(([id]) => id)).toEqual(neverUsed)
  })
})

/** In the vocabulary, without a rule of this library that asks for them. */
const neverUsed = [
  'child.suspected_care_need',
  'dwelling.epc_label',
  'household.municipality',
  'household.taxable_income_notice_year',
  'person.chronic_status',
]

describe.each(rights.map(([id]) => id))('%s', (id) => {
  const statuses = new Set(
    ((cases[id] ?? []) as readonly Case[]).flatMap(({ expect: list }) =>
      list.filter(({ right }) => right === id).map(({ status }) => status),
    ),
  )
  test.each(['likely', 'unlikely', 'possible'])('has a case that is %s', (status) => {
    if (never[status]?.includes(id)) expect(statuses).not.toContain(status)
    else expect(statuses).toContain(status)
  })
})

function newest(rows: Parameter['rows']) {
  return rows.findLast(({ gap }) => !gap)
}

function valueOn(id: string, day: string): number {
  return model.parameters[id]?.rows.findLast(({ from }) => from <= day)?.value ?? Number.NaN
}

function cents(value: number): number {
  return Math.round(value * 100)
}

function whens(facts: readonly Fact[]): readonly (string | undefined)[] {
  return facts.map(({ when }) => when)
}
