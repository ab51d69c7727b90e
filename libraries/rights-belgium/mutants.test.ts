import { createCheck, type Model } from '@meernet/rights-engine'
import { expect, test } from 'vitest'
import { readModel } from '../../scripts/generate/rights/model.ts'
import { asExpected, type Case, cameTo } from './testing/cases.ts'
import { conditionMutants, type Mutant, valueMutants } from './testing/mutants.ts'
import { shownOnly } from './testing/shown-only.ts'

const { model, cases } = readModel('libraries/rights-belgium')
const all = Object.values(cases as Readonly<Record<string, readonly Case[]>>).flat()
const check = createCheck(model)
const looked = all.map((one) => {
  const rights = [...new Set(one.expect.map(({ right }) => right))]
  const parameters = new Set(check.outcomes(one.situation, rights).flatMap((outcome) => outcome.parameters))
  return { one, rights, parameters, expected: JSON.stringify(sorted(asExpected(one))) }
})

/** Two minutes on a busy machine: every mutant is a model of its own. */
const patience = { timeout: 240_000 }

test('some case fails when any dated value that a rule uses changes', patience, () => {
  const surviving = valueMutants(model)
    .filter(({ of }) => !shownOnly.has(of))
    .filter(
      (mutant) =>
        !isCaught(
          mutant,
          looked.filter(({ parameters }) => parameters.has(mutant.of)),
        ),
    )
  expect(surviving.map(({ name }) => name)).toEqual([])
})

test('some case fails when any condition is turned round', patience, () => {
  const surviving = conditionMutants(model).filter(
    (mutant) =>
      !isCaught(
        mutant,
        looked.filter(({ rights }) => rights.includes(mutant.of)),
      ),
  )
  expect(surviving.map(({ name }) => name)).toEqual([])
})

function isCaught(mutant: Mutant, kept: typeof looked): boolean {
  const rights = new Set(kept.flatMap((one) => one.rights))
  const broken = createCheck(onlyRights(mutant.make(), rights))
  return kept.some(({ one, expected }) => JSON.stringify(sorted(cameTo(broken, one))) !== expected)
}

/** Rules that no case here looks at need no making ready. */
function onlyRights(changed: Model, rights: ReadonlySet<string>): Model {
  return { ...changed, rights: Object.fromEntries(Object.entries(changed.rights).filter(([id]) => rights.has(id))) }
}

function sorted(list: readonly object[]): readonly object[] {
  return list.map((entry) => Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))))
}
