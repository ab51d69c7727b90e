import type { Model, Right } from '../model.ts'
import { namesOf } from '../situation/names.ts'
import { type ParameterTable, parameterTable } from '../situation/parameters.ts'
import { type ReadSituation, readSituation } from '../situation/read.ts'
import type { Situation } from '../situation/situation.ts'
import { dwellingRow, firstPersonRow, householdRow } from '../situation/world.ts'
import { assess, type Frame, type Subject } from './assess.ts'
import { compilerFor } from './compile.ts'
import { type CompiledRight, compileRight } from './compile-right.ts'
import type { Outcome } from './outcome.ts'
import { weakRows } from './weak-rows.ts'

/** The rules of a model, ready to be run on one household at a time. */
export type Check = {
  readonly model: Model
  /** Every outcome of a household on its date. Throws a `SituationError` where the household cannot be. */
  outcomes(situation: Situation, rights?: readonly string[]): readonly Outcome[]
}

/** Makes the rules of a model ready. Throws a `RuleError` that names the rule that cannot be read. */
export function createCheck(model: Model): Check {
  const making = prepareCheck(model)
  for (;;) {
    const made = making.next()
    if (made.done) return made.value
  }
}

/** The same right by right, for who has something else to do in between: a slow phone that somebody is touching. */
export function* prepareCheck(model: Model): Generator<undefined, Check, undefined> {
  const names = namesOf(model)
  const parameters = parameterTable(model.parameters)
  const compiler = compilerFor(model, names, parameters)
  const rights: CompiledRight[] = []
  for (const [id, right] of Object.entries(model.rights)) {
    rights.push(compileRight(compiler, id, right))
    yield
  }
  const weakOn = weakRows(model)
  return {
    model,
    outcomes(situation, only) {
      const read = readSituation(situation, names, parameters)
      const frame = frameOf(read, parameters, weakOn(read.world.today))
      const chosen = only ? rights.filter(({ id }) => only.includes(id)) : rights
      return chosen.flatMap((right) => outcomesOf(right, read, frame))
    },
  }
}

function outcomesOf(right: CompiledRight, read: ReadSituation, frame: Frame): readonly Outcome[] {
  return subjectsOf(right.right, read).map((subject) => assess(right, subject, read.world, frame))
}

function subjectsOf({ subject }: Right, { people, persons }: ReadSituation): readonly Subject[] {
  if (subject === 'household') return [{ row: householdRow, id: 'household' }]
  if (subject === 'dwelling') return [{ row: dwellingRow, id: 'dwelling' }]
  const chosen = subject === 'person' ? people : people.filter(({ role }) => role === 'child')
  return chosen.map(({ row }) => ({ row, id: persons[row - firstPersonRow] ?? '' }))
}

function frameOf({ people, persons }: ReadSituation, parameters: ParameterTable, weak: Uint8Array): Frame {
  const at = (row: number) => people[row - firstPersonRow]
  return {
    parameterIds: parameters.ids,
    weak,
    reference: people.find(({ role }) => role === 'reference')?.row ?? firstPersonRow,
    nameOf: (row) =>
      row === householdRow ? 'household' : row === dwellingRow ? 'dwelling' : (persons[row - firstPersonRow] ?? ''),
    isMinorChild: (row) => at(row)?.role === 'child' && (at(row)?.ageAtMost ?? 18) < 18,
  }
}
