import { belgium } from '@meernet/rights-belgium'
import { createCheck, type GivenParameters } from '@meernet/rights-engine'
import { describe, expect, test } from 'vitest'
import {
  type DatedValue,
  type LocalValue,
  localAmounts,
  localContacts,
  parametersOn,
  valueOn,
} from './local-parameter.ts'

const dated = (parameter: DatedValue['parameter'], validFrom: string, value: LocalValue): DatedValue => ({
  parameter,
  validFrom,
  value,
})

test('every value that the rules leave to the municipality can be entered, and no other', () => {
  const local = Object.entries(belgium.parameters).flatMap(([id, { local: isLocal }]) => (isLocal ? [id] : []))
  expect(localAmounts.map((parameter) => `municipality.${parameter}`).sort()).toEqual(local.sort())
})

test('each contact stands for kinds of service that a right is asked of', () => {
  const asked = new Set(Object.values(belgium.rights).map(({ ask }) => ask.service))
  for (const kind of Object.values(localContacts).flat()) expect(asked, kind).toContain(kind)
})

describe('which value holds on a day', () => {
  const values = [
    dated('mantelzorgpremie', '2024-01-01', { kind: 'amount', cents: 3000 }),
    dated('mantelzorgpremie', '2026-01-01', { kind: 'amount', cents: 4050 }),
    dated('mantelzorgpremie', '2027-01-01', { kind: 'unknown' }),
    dated('uitpas_rule', '2025-01-01', { kind: 'statusesOnly' }),
    dated('school_cost_fund', '2025-01-01', { kind: 'none' }),
  ]
  test.each([
    ['2023-12-31', undefined],
    ['2024-01-01', 30],
    ['2025-12-31', 30],
    ['2026-01-01', 40.5],
    ['2027-01-01', undefined],
  ])('the premium on %s is %s', (day, euros) => {
    expect(parametersOn(values, day)['municipality.mantelzorgpremie']).toBe(euros)
  })

  test('none is told as 0, the usual statuses only as 1, and what nobody knows is not told', () => {
    expect(parametersOn(values, '2026-06-01')).toEqual({
      'municipality.mantelzorgpremie': 40.5,
      'municipality.uitpas_rule': 1,
      'municipality.school_cost_fund': 0,
    })
  })

  test('the order in which values come does not matter', () => {
    expect(valueOn(values.toReversed(), 'mantelzorgpremie', '2026-06-01')?.validFrom).toBe('2026-01-01')
  })
})

const check = createCheck(belgium)
const child = [{ id: 'k1', role: 'child', age: 8, school: 'primary' }]

/** Right, the value it waits for, and a household of which only that is unknown. */
const waiting = [
  ['mantelzorgpremie', 'mantelzorgpremie', { daily_help_needed: 'some' }, {}, []],
  ['huisvuil-vrijstelling', 'huisvuil_vrijstelling', { has_vt: true }, {}, []],
  ['uitpas-kansentarief', 'uitpas_rule', { has_vt: true }, {}, []],
  ['incontinence-bags', 'incontinence_bags', { incontinence: true }, {}, []],
  ['school-cost-fund', 'school_cost_fund', {}, {}, child],
  ['ocmw-aanvullende-steun', 'reference_budget', { net_income_month: 40 }, { debt_status: 'none' }, []],
] as const

describe.each(waiting)(
  'the right %s waits for what the municipality decides',
  (right, parameter, facts, home, others) => {
    const outcome = (parameters: GivenParameters) =>
      check
        .outcomes({
          date: '2026-03-05',
          household: { region: 'flanders', ...home },
          persons: [{ id: 'p1', role: 'reference', age: 40, residence_status: 'belgian', ...facts }, ...others],
          parameters,
        })
        .find((one) => one.right === right && one.status !== 'not_applicable')
    const given = (value: LocalValue) => outcome(parametersOn([dated(parameter, '2026-01-01', value)], '2026-03-05'))

    test('without a value it stays possible and names what is missing', () => {
      const unknown = outcome({})
      expect(unknown?.status).toBe('possible')
      expect(unknown?.missing).toContain(`param:municipality.${parameter}`)
    })

    test('where there is none it is unlikely; with an amount it waits for the municipality no longer', () => {
      expect(given({ kind: 'none' })?.status).toBe('unlikely')
      const decided = given({ kind: 'amount', cents: 5000 })
      expect(decided?.missing).not.toContain(`param:municipality.${parameter}`)
      expect(['possible', 'likely']).toContain(decided?.status)
    })
  },
)
