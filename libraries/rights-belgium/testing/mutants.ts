import type { Model } from '@meernet/rights-engine'

/** The model with one thing made wrong on purpose, in the parameter or right `of`: some case should fail with it. */
export type Mutant = { readonly name: string; readonly of: string; make(): Model }

/** Every dated value a little higher, one at a time: a euro, a cent below 100 euro, a thousandth of a share, else one. */
export function valueMutants(model: Model): readonly Mutant[] {
  return Object.entries(model.parameters).flatMap(([id, parameter]) =>
    parameter.rows.flatMap((row, at) =>
      row.value === undefined
        ? []
        : [
            {
              name: `${id} from ${row.from}`,
              of: id,
              make: () => {
                const rows = parameter.rows.with(at, {
                  ...row,
                  value: (row.value ?? 0) + stepOf(parameter.unit, row.value ?? 0),
                })
                return { ...model, parameters: { ...model.parameters, [id]: { ...parameter, rows } } }
              },
            },
          ],
    ),
  )
}

/** Every condition the other way round, one at a time; what is never decided is made false instead. */
export function conditionMutants(model: Model): readonly Mutant[] {
  return Object.entries(model.rights).flatMap(([id, right]) =>
    right.conditions.map((condition, at) => ({
      name: `${id}: ${condition.id}`,
      of: id,
      make: () => {
        const conditions = right.conditions.with(at, { ...condition, when: turned(condition.when) })
        return { ...model, rights: { ...model.rights, [id]: { ...right, conditions } } }
      },
    })),
  )
}

function turned(rule: string): string {
  return rule.includes('unknown(') ? 'false' : `not (${rule})`
}

function stepOf(unit: string, value: number): number {
  if (unit.startsWith('eur')) return value < 100 ? 0.01 : 1
  return unit === 'share' ? 0.001 : 1
}
