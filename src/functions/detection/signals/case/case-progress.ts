import { systemActor } from '../../../../platform/access/actor.ts'
import { isSecrecyCoordinator } from '../../../../platform/access/rule.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { mailSender } from '../../cards/following/mail-to-sender.ts'
import { changeSignal } from '../actions.ts'
import { signalOfCase } from '../signal-store.ts'
import { tellBackTopics } from '../telling-back/feedback.ts'
import { dropTellBacks } from '../telling-back/tell-back-store.ts'

/** What a case tells about itself, as guidance publishes it. */
export type CaseProgress = {
  readonly caseId: string
  readonly progress: 'takenUp' | 'followed' | 'closed'
  /** The person died: nothing is told back any more. */
  readonly hasNobodyToTell?: boolean
}

/** The job that notes how far a case came, when whoever moved the case may not change the signal. */
export const caseProgressTask = 'detection.noteCaseProgress'

/**
 * Notes how far a case came on the signal it began with: the sender sees "taken up", later "followed"; the person is told back
 * in their own channel. A social worker of the case does not change signals, so then the program does it after the commit.
 */
export async function noteCaseProgress(tx: Tx, progress: CaseProgress): Promise<void> {
  if (isSecrecyCoordinator(tx.actor) || tx.actor.kind === 'system') return keepProgress(tx, progress)
  const words = [progress.caseId, progress.progress, ...(progress.hasNobodyToTell ? [nobodyToTell] : [])]
  await tx.enqueue({ task: caseProgressTask, payload: { id: words.join(' ') } })
}

/** Does the job of `noteCaseProgress`. */
export async function noteCaseProgressLater(transact: Transact, municipalityId: string, id: string): Promise<void> {
  const [caseId = '', word, whom] = id.split(' ')
  const progress = (['takenUp', 'followed', 'closed'] as const).find((known) => known === word)
  if (!progress) return
  await transact(systemActor(municipalityId, 'note progress of a case'), (tx) =>
    keepProgress(tx, { caseId, progress, hasNobodyToTell: whom === nobodyToTell }),
  )
}

/** Stands in the job for `hasNobodyToTell`. */
const nobodyToTell = 'nobodyToTell'

async function keepProgress(tx: Tx, { caseId, progress, hasNobodyToTell }: CaseProgress): Promise<void> {
  const signal = await signalOfCase(tx, caseId)
  if (!signal || signal.caseProgress === progress) return
  await changeSignal(tx, signal, { caseProgress: progress }, [{ kind: 'progressed', detail: progress }])
  if (hasNobodyToTell) await dropTellBacks(tx, signal.id, tellBackTopics)
  if (signal.senderUserId) await mailSender(tx, signal.senderUserId)
}
