import type { Waiting, WaitingOf } from '../../../platform/waiting/waiting.ts'
import { lookAtPhotos } from '../walks/access.ts'
import { photosWaiting } from '../walks/photo-store.ts'
import { secondReadFindings } from './access.ts'
import { waitingForSecondReader } from './finding-store.ts'

/** For who looks as second: findings about few people, and photos of places, of colleagues. */
export const waitingInFindings: WaitingOf = async (tx) => {
  const { actor } = tx
  if (actor.kind !== 'staff') return []
  const findings = secondReadFindings.allows(actor) ? await waitingForSecondReader(tx, actor.userId) : 0
  const photos = lookAtPhotos.allows(actor) ? await photosWaiting(tx, actor.userId) : { count: 0, walkId: undefined }
  return [
    ...lineOf('analysis.finding.waiting', findings, '/analysis/findings?reading=waiting'),
    ...lineOf('analysis.walk.waiting', photos.count, `/analysis/walks/${photos.walkId}`),
  ]
}

const lineOf = (message: string, count: number, href: string): readonly Waiting[] =>
  count === 0 ? [] : [{ message, values: { count }, href, dueOn: undefined }]
