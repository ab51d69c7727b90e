import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact } from '../../../../platform/database/transact.ts'
import { createPerson, type NewPerson, personById } from '../../../../registers/people/index.ts'
import { keepAgreementsOfCards } from '../../cards/following/card-agreements.ts'
import { signalBecameCase } from '../../events.ts'
import { type ActResult, changeSignal, lockOwnSignal } from '../actions.ts'
import { moveSignal } from '../signal.ts'
import { mergedInto } from '../signal-store.ts'

type Needs = { readonly transact: Transact }

/** Who the case is for: somebody already known, or a new person with the identifier the form made. */
export type CasePerson =
  | { readonly kind: 'known'; readonly personId: string }
  | { readonly kind: 'new'; readonly person: Omit<NewPerson, 'zoneId'> }

export type CaseOpened =
  | Exclude<ActResult, { kind: 'done' }>
  | { readonly kind: 'opened'; readonly caseId: string }
  | { readonly kind: 'unknownPerson' }

/** Opens a case from a signal whose person agreed; guidance makes the case in the same transaction. */
export const openCase = (
  { transact }: Needs,
  actor: StaffActor,
  { signalId, version, ...who }: { readonly signalId: string; readonly version: number } & CasePerson,
): Promise<CaseOpened> =>
  transact(actor, async (tx) => {
    const signal = await lockOwnSignal(tx, actor, signalId)
    if (signal.state === 'case' && signal.caseId) return { kind: 'opened', caseId: signal.caseId }
    if (signal.version !== version) return { kind: 'stale' }
    const result = moveSignal({ ...signal, isMerged: signal.mergedInto !== null }, { kind: 'openCase' })
    if (result.kind === 'refused') return result
    if (who.kind === 'known' && !(await personById(tx, who.personId))) return { kind: 'unknownPerson' }
    if (who.kind === 'new') await createPerson(tx, { ...who.person, zoneId: signal.zoneId })
    const personId = who.kind === 'new' ? who.person.id : who.personId
    const caseId = uuidv7()
    const change = { state: result.state, caseId, personId, caseProgress: 'takenUp', dueOn: null } as const
    await changeSignal(tx, signal, change, [{ kind: 'caseOpened', otherId: caseId }])
    const merged = await mergedInto(tx, [signalId])
    await keepAgreementsOfCards(tx, [signalId, ...merged.map(({ id }) => id)], personId)
    await tx.publish(signalBecameCase, {
      signalId,
      caseId,
      personId,
      zoneId: signal.zoneId,
      neighbourhoodId: signal.neighbourhoodId,
      openedBy: actor.userId,
    })
    return { kind: 'opened', caseId }
  })
