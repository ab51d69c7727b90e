import type { Tx } from '../../../../platform/database/transact.ts'
import { countRights } from './figure-store.ts'

/**
 * Rights found worth asking and checks done in a calendar year. NOTE for the program, which shows nobody a number as it
 * stands here.
 */
export async function rightsFoundAndChecks(
  tx: Tx,
  year: number,
): Promise<{ readonly found: number; readonly checks: number }> {
  const { checks, perRight } = await countRights(tx, year)
  return { found: perRight.reduce((sum, { people }) => sum + people.found, 0), checks: checks.done }
}
