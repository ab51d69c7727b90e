import { createCheck } from '@meernet/rights-engine'
import { describe, expect, test } from 'vitest'
import { readModel } from '../../scripts/generate/rights/model.ts'
import { asExpected, type Case, cameTo } from './testing/cases.ts'

const { model, cases } = readModel('libraries/rights-belgium')
const check = createCheck(model)

for (const [right, list] of Object.entries(cases as Readonly<Record<string, readonly Case[]>>))
  describe(right, () => {
    for (const one of list) test(one.name, () => expect(cameTo(check, one), one.because).toEqual(asExpected(one)))
  })
