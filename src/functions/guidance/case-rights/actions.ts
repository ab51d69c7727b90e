import type { Told } from '@meernet/rights-engine'
import { situationFrom } from '@meernet/rights-engine'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Result } from '../cases/case-actions.ts'
import { caseForAct } from '../cases/case-reading.ts'
import { saveCase } from '../cases/case-store.ts'
import { noteEvent } from '../cases/event-store.ts'
import { rules } from '../rights-check/rules.ts'
import type { Place } from '../rights-check/step.ts'
import { beginToFollow, daysTold } from '../rights-followed/index.ts'
import { answersToKeep, type KeptAnswers, outcomesToKeep } from './kept-check.ts'
import { eraseAnswers, insertCheck, keptCheckById } from './kept-check-store.ts'
import { rulesVersion } from './rules-version.ts'
import { somebodies } from './somebody.ts'

/** What the person agreed to keep of a check. */
export type WantedCheck = {
  readonly id: string
  readonly version: number
  readonly told: Told
  readonly kept: KeptAnswers
  /** Rights that the person wants to ask about. */
  readonly ask: readonly string[]
}

/**
 * Keeps a check in the case: what came out on that day, and as much of the answers as the person agreed to. Answers of
 * earlier checks go. The rights check of the case is done by it. Sent twice it does nothing twice.
 */
export async function keepCheck(tx: Tx, caseId: string, wanted: WantedCheck, place: Place): Promise<Result<'closed'>> {
  const care = await caseForAct(tx, caseId, 'keep rights check')
  if (await keptCheckById(tx, caseId, wanted.id)) return { kind: 'done' }
  if (care.state === 'closed') return { kind: 'refused', reason: 'closed' }
  const check = { state: 'done', reason: null } as const
  if (!(await saveCase(tx, care, wanted.version, { rightsCheck: check }))) return { kind: 'stale' }
  const rulesNow = rules()
  const outcomes = rulesNow.outcomes(situationFrom(wanted.told, place.date, place.parameters))
  const byUser = tx.actor.kind === 'staff' ? tx.actor.userId : care.openedBy
  await eraseAnswers(tx, caseId)
  await insertCheck(tx, {
    id: wanted.id,
    caseId,
    zoneId: care.zoneId,
    checkedOn: place.date,
    rules: rulesVersion(),
    people: somebodies(wanted.told, place.date),
    outcomes: outcomesToKeep(rulesNow.model, outcomes, wanted.kept),
    kept: wanted.kept,
    told: answersToKeep(rulesNow.model, wanted.told, wanted.kept),
    byUser,
    at: tx.now,
  })
  await noteEvent(tx, { caseId, zoneId: care.zoneId }, { kind: 'rightsCheck', value: 'done', aboutId: wanted.id })
  const open = outcomes.filter(({ status }) => status === 'likely' || status === 'possible').map(({ right }) => right)
  const rights = wanted.ask.filter((right) => open.includes(right))
  if (rights.length > 0)
    await beginToFollow(tx, { caseId, rights, by: byUser, at: tx.now, days: daysTold(wanted.told) })
  return { kind: 'done' }
}

/** Takes away the answers that were kept with the checks of a case; what came out stays. */
export async function forgetAnswers(tx: Tx, caseId: string): Promise<Result<never>> {
  await caseForAct(tx, caseId, 'erase answers of rights check')
  await eraseAnswers(tx, caseId)
  return { kind: 'done' }
}
