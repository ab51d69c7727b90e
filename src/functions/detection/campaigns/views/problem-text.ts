import type { Texts } from '../../../../platform/messages/index.ts'
import { problemText } from '../../../../registers/volunteers/index.ts'
import type { PairProblem } from '../pairs/pair.ts'
import type { RoundProblem } from '../rounds/actions.ts'

/** Names of volunteers by identifier. */
export type Names = ReadonlyMap<string, string>

/** Why two people cannot be a pair, in a sentence. */
export function pairProblemText(t: Texts, names: Names, problem: PairProblem): string {
  switch (problem.kind) {
    case 'notAssignable':
      return `${names.get(problem.volunteerId) ?? ''}: ${problemText(t, problem.problem)}`
    case 'pairedAlready':
      return t('detection.pair.problem.pairedAlready', { name: names.get(problem.volunteerId) ?? '' })
    default:
      return t(`detection.pair.problem.${problem.kind}`)
  }
}

/** Why a round cannot be on a day or with a pair, in a sentence. */
export function roundProblemText(t: Texts, names: Names, problem: RoundProblem): string {
  switch (problem.kind) {
    case 'notAssignable':
      return `${names.get(problem.volunteerId) ?? ''}: ${problemText(t, problem.problem)}`
    case 'timeNotWished':
      return t('detection.round.problem.timeNotWished', { name: names.get(problem.volunteerId) ?? '' })
    case 'doorsRefused':
      return t('detection.round.problem.doorsRefused', { doors: problem.doors })
    default:
      return t(`detection.round.problem.${problem.kind}`)
  }
}
