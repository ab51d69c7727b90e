import { systemActor } from '../../../platform/access/actor.ts'
import { isSecrecyCoordinator } from '../../../platform/access/rule.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { tellColleague } from '../../../platform/identity/index.ts'
import { changeSignal } from './actions.ts'
import { signalOfCase } from './signal-store.ts'

/** What a case tells about itself, as guidance publishes it. */
export type CaseProgress = {
  readonly caseId: string
  readonly progress: 'takenUp' | 'followed' | 'closed'
}

/** The job that notes how far a case came, when whoever moved the case may not change the signal. */
export const caseProgressTask = 'detection.noteCaseProgress'

/**
 * Notes how far a case came on the signal it began with: the sender sees "taken up", later "followed"; the person is told back
 * in their own channel. A social worker of the case does not change signals, so then the program does it after the commit.
 */
export async function noteCaseProgress(tx: Tx, progress: CaseProgress): Promise<void> {
  if (isSecrecyCoordinator(tx.actor) || tx.actor.kind === 'system') return keepProgress(tx, progress)
  await tx.enqueue({ task: caseProgressTask, payload: { id: `${progress.caseId} ${progress.progress}` } })
}

/** Does the job of `noteCaseProgress`. */
export async function noteCaseProgressLater(transact: Transact, municipalityId: string, id: string): Promise<void> {
  const [caseId = '', word] = id.split(' ')
  const progress = (['takenUp', 'followed', 'closed'] as const).find((known) => known === word)
  if (!progress) return
  await transact(systemActor(municipalityId, 'note progress of a case'), (tx) => keepProgress(tx, { caseId, progress }))
}

async function keepProgress(tx: Tx, { caseId, progress }: CaseProgress): Promise<void> {
  const signal = await signalOfCase(tx, caseId)
  if (!signal || signal.caseProgress === progress) return
  await changeSignal(tx, signal, { caseProgress: progress }, [{ kind: 'progressed', detail: progress }])
  if (signal.senderUserId) await tellColleague(tx, signal.senderUserId)
}
