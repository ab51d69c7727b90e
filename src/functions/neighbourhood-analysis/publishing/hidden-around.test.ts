import { expect, test } from 'vitest'
import { hidesSomeOf, hidesWeight, hidesWholeOf } from './hidden-around.ts'
import type { Protection } from './shown-figures.ts'

const sector = 'sector 2024 A'
const protection = (hidden: readonly string[], estimated: readonly string[] = []): Protection => ({
  hidden: new Set(hidden),
  estimates: new Map(estimated.map((key) => [key, 40])),
})

test('P13 limits are not told beside a hidden figure of their own, nor beside a hidden count that it is made of', () => {
  const isUntoldBeside = (key: string) => hidesSomeOf(protection([key]))('medianTaxIncome', '2022')
  expect(isUntoldBeside(`medianTaxIncome\t2022\t${sector}`)).toBe(true)
  expect(isUntoldBeside(`medianTaxIncome\t2021\t${sector}`)).toBe(false)
  const isShareUntold = hidesSomeOf(protection([`privateHouseholds\t2022\t${sector}`]))
  expect([isShareUntold('tenantShare', '2022'), isShareUntold('originShare', '2022')]).toEqual([true, false])
})

test('P13 how sure a share is stays untold where of how many it is stands in an estimate', () => {
  const key = 'privateHouseholds\t2022\tn1'
  for (const kept of [protection([key]), protection([], [key])])
    expect([hidesWholeOf(kept)('tenantShare', 'n1'), hidesWholeOf(kept)('tenantShare', 'n2')]).toEqual([true, false])
})

test('P13 limits stay untold where a count by which they were weighed is hidden or stands in an estimate', () => {
  const [key, other] = ['taxDeclarations\t2022\tn1', 'taxDeclarations\t2022\tn2']
  for (const kept of [protection([key]), protection([], [key])])
    expect([hidesWeight(kept, [other, key]), hidesWeight(kept, [other]), hidesWeight(kept)]).toEqual([
      true,
      false,
      false,
    ])
})
