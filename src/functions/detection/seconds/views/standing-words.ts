import type { Texts } from '../../../../platform/messages/index.ts'
import { cardStatus } from '../../cards/card-status.ts'
import type { SecondRequest } from '../second.ts'
import type { Standing } from '../standing-store.ts'

/** How far a signal is, in the word a sender reads too. */
export function standingWord(t: Texts, standing: Standing): string {
  const { step, isFollowed } = cardStatus(standing)
  if (step === 'inHands') return t(isFollowed ? 'detection.sent.followed' : 'detection.sent.takenUp')
  return t(`resident.path.step.${step}`)
}

/** Who has a signal, or how far asking a second came. */
export function whoHasIt(
  t: Texts,
  { assigneeId }: Standing,
  request: SecondRequest | undefined,
  names: ReadonlyMap<string, string>,
): string {
  const holder = assigneeId && names.get(assigneeId)
  if (holder) return t('detection.seconds.heldBy', { name: holder })
  const asked = request && names.get(request.askedOf)
  if (request && asked) return t(`detection.seconds.request.${request.state}`, { name: asked })
  return t('detection.seconds.heldByNobody')
}
