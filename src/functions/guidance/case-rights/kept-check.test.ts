import { belgium } from '@meernet/rights-belgium'
import { createCheck, factsBehind, nothingTold, situationFrom, type Told } from '@meernet/rights-engine'
import { describe, expect, test } from 'vitest'
import { compare, sideKept, sideOn } from './comparison.ts'
import { answersToKeep, keptAnswers, outcomesToKeep } from './kept-check.ts'

const check = createCheck(belgium)
const told: Told = {
  ...nothingTold,
  household: { region: 'flanders', debt_status: 'none' },
  persons: [
    { id: 'p1', role: 'reference', age: 70, residence_status: 'belgian', savings: 5000, net_income_month: 900 },
    { id: 'k1', role: 'child', age: 8, care_points_total: 12, school: 'primary' },
  ],
  skipped: ['person.disability_66@p1'],
}
const outcomes = check.outcomes(situationFrom(told, '2026-03-05'))
const sensitive = Object.entries(belgium.facts).flatMap(([id, fact]) => (fact.sensitive ? [id] : []))

describe('P1 what is kept of the answers', () => {
  test('is by default none of the sensitive facts of the rules, of whomever', () => {
    const all: Told = {
      household: {},
      dwelling: {},
      persons: [{ id: 'p1', ...Object.fromEntries(Object.keys(belgium.facts).map((id) => [id.split('.')[1], 1])) }],
      skipped: [],
    }
    const names = Object.keys(answersToKeep(belgium, all, 'withoutSensitive')?.persons[0] ?? {})
    expect(sensitive.length).toBeGreaterThan(20)
    expect(names).toContain('net_income_month')
    expect(sensitive.filter((id) => names.includes(id.split('.')[1] ?? ''))).toEqual([])
  })

  test.each([
    ['nothing', null],
    ['everything', told.persons],
    [
      'withoutSensitive',
      [
        { id: 'p1', role: 'reference', age: 70, net_income_month: 900 },
        { id: 'k1', role: 'child', age: 8, school: 'primary' },
      ],
    ],
  ] as const)('%s leaves %j', (kept, persons) => {
    expect(answersToKeep(belgium, told, kept)?.persons ?? null).toEqual(persons)
  })

  test.each(keptAnswers)('never says what somebody would rather not: %s', (kept) => {
    expect(answersToKeep(belgium, told, kept)?.skipped ?? []).toEqual([])
  })
})

describe('P1 what is kept of the outcome', () => {
  test('leaves out reasons that rest on a sensitive fact, also by way of a definition', () => {
    const kept = outcomesToKeep(belgium, outcomes, 'withoutSensitive')
    const rules = kept.flatMap(({ right, reasons }) =>
      reasons.map(({ condition }) =>
        [...(belgium.rights[right]?.conditions ?? []), ...(belgium.rights[right]?.doubts ?? [])].find(
          ({ id }) => id === condition,
        ),
      ),
    )
    const telling = rules.filter((rule) =>
      [...factsBehind(belgium, rule?.when ?? 'true')].some((id) => sensitive.includes(id)),
    )
    expect(rules.length).toBeGreaterThan(20)
    expect(telling).toEqual([])
    expect(factsBehind(belgium, 'person.igo_amount > €0')).toContain('person.savings')
  })

  test('is as it came out otherwise, without what was not for anybody here', () => {
    const kept = outcomesToKeep(belgium, outcomes, 'everything')
    expect(kept.map(({ status }) => status)).not.toContain('not_applicable')
    expect(kept).toContainEqual(expect.objectContaining({ right: 'igo', subject: 'p1', status: 'possible' }))
  })
})

describe('two checks side by side', () => {
  const side = (date: string) => sideOn(check, told, '2026-03-05', { date, region: 'flanders', parameters: {} })

  test('of the same day differ in nothing, and every right that is for somebody stayed the same', () => {
    const { differences, agedOnly, same } = compare(side('2026-03-05'), side('2026-03-05'))
    expect([differences, agedOnly]).toEqual([[], []])
    expect(same).toBe(outcomes.filter(({ status }) => status !== 'not_applicable').length)
  })

  test('say apart which rights stand the same on values that have grown old', () => {
    const { differences, agedOnly } = compare(side('2026-03-05'), side('2027-03-05'))
    expect(agedOnly.length).toBeGreaterThan(0)
    expect(agedOnly.every(({ changes }) => changes.join() === 'age')).toBe(true)
    expect(differences.some(({ changes }) => changes.join() === 'age')).toBe(false)
  })

  test('tell first what changes for who stays, then what somebody who came brings along', () => {
    const young = { ...told, persons: [...told.persons, { id: 'a1', age: 30 }] }
    const place = { date: '2026-03-05', region: 'flanders', parameters: {} } as const
    const { differences } = compare(side('2026-03-05'), sideOn(check, young, '2026-03-05', place))
    const subjects = differences.map(({ subject }) => subject)
    expect(subjects.filter((subject) => subject !== 'a1').length).toBeGreaterThan(0)
    expect(subjects.indexOf('a1')).toBe(subjects.filter((subject) => subject !== 'a1').length)
    expect(differences.at(-1)).toMatchObject({ subject: 'a1', before: null })
  })

  test('know everybody of both', () => {
    const kept = (people: ReturnType<typeof side>['people']) =>
      sideKept({ checkedOn: '2026-03-05', people, outcomes: [] } as unknown as Parameters<typeof sideKept>[0])
    const one = (id: string) => ({ id, role: null, age: null })
    expect(compare(kept([one('p1'), one('q1')]), kept([one('p1'), one('k1')])).people.map(({ id }) => id)).toEqual([
      'p1',
      'k1',
      'q1',
    ])
  })
})
