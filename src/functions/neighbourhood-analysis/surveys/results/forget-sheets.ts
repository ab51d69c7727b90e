import type { Tx } from '../../../../platform/database/transact.ts'
import { eraseSheets } from '../rounds/erasing-store.ts'
import { surveysOf } from '../rounds/survey-store.ts'
import { resultsIn } from './load-results.ts'
import { keepTold } from './told-store.ts'

/**
 * Deletes what residents answered and wrote in these surveys (P15), after keeping what was told of it; gives how many rows of which table.
 * Of one that nobody finished nothing was told, so nothing is kept. Again, after a restore, does the same. As the program.
 */
export async function forgetSheets(tx: Tx, ids: readonly string[]): Promise<Readonly<Record<string, number>>> {
  if (ids.length === 0) return {}
  for (const id of ids) {
    const [survey] = await surveysOf(tx, { id })
    const told = survey && !survey.answersGoneOn ? await resultsIn(tx, survey) : null
    if (told) await keepTold(tx, id, told)
  }
  return eraseSheets(tx, ids)
}
