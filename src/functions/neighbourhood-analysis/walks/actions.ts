import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { longestTitle } from '../heard/forms.ts'
import { countOccasions, moveOccasionOfWalk, type NewOccasion } from '../heard/heard-store.ts'
import { addPhotos, type NewPhoto, photosOf, removePhoto, saveSecondLook } from './photo-store.ts'
import { mayLookAsSecond, type Photo, type Walk } from './walk.ts'
import {
  changeWalk,
  type NewObservation,
  type NewWalk,
  noteObservations,
  noteWalk,
  removeObservation,
  removeWalk,
  walkById,
} from './walk-store.ts'

type Needs = { readonly transact: Transact }

/** How a change ended; nothing when it is not there for this actor. */
export type Changed = 'done' | 'stale' | undefined

/** Notes a walk, and how many people of which groups walked as one occasion at which they were heard. */
export function beginWalk(
  { transact }: Needs,
  actor: StaffActor,
  walk: NewWalk,
  walkers: Pick<NewOccasion, 'id' | 'people' | 'groups' | 'counted'>,
): Promise<void> {
  return transact(actor, async (tx) => {
    if (!(await noteWalk(tx, walk))) return
    const { id: walkId, walkedOn: onDay, neighbourhoodId, notedBy } = walk
    await countOccasions(tx, [
      { ...walkers, kind: 'walk', title: titleOf(walk), onDay, neighbourhoodId, walkId, notedBy },
    ])
    tx.audit({ action: 'note walk', subject: { type: 'walk', id: walkId } })
  })
}

/** Changes day, neighbourhood or route, also of the count of who walked. */
export const alterWalk = (
  needs: Needs,
  actor: StaffActor,
  walk: Omit<Walk, 'neighbourhood' | 'notedBy'>,
): Promise<Changed> =>
  changed(needs, actor, walk.id, 'change walk', async (tx) => {
    if (!(await changeWalk(tx, walk))) return false
    const { id, walkedOn: onDay, neighbourhoodId } = walk
    await moveOccasionOfWalk(tx, id, { title: titleOf(walk), onDay, neighbourhoodId })
    return true
  })

/** Takes a walk away, with what was seen, its photos and the count of who walked. */
export const forgetWalk = (needs: Needs, actor: StaffActor, id: string, version: number): Promise<Changed> =>
  changed(needs, actor, id, 'remove walk', (tx) => removeWalk(tx, id, version))

/** Notes something that was seen. */
export const observe = (needs: Needs, actor: StaffActor, observation: NewObservation): Promise<Changed> =>
  changed(needs, actor, observation.walkId, 'change walk', async (tx) => {
    await noteObservations(tx, [observation])
    return true
  })

/** Takes something that was seen away. */
export const forgetObservation = (
  needs: Needs,
  actor: StaffActor,
  walkId: string,
  id: string,
  version: number,
): Promise<Changed> => changed(needs, actor, walkId, 'change walk', (tx) => removeObservation(tx, walkId, id, version))

/** Keeps a photo whose picture was cleaned. */
export function keepPhoto({ transact }: Needs, actor: StaffActor, photo: NewPhoto): Promise<void> {
  return transact(actor, async (tx) => {
    await addPhotos(tx, [photo])
    tx.audit({ action: 'add walk photo', subject: { type: 'walk photo', id: photo.id } })
  })
}

type PhotoAsked = { readonly walkId: string; readonly id: string; readonly version: number }

/** Notes that a second found nobody on a photo; `ownPhoto` for who added it. */
export function lookAsSecond(
  { transact }: Needs,
  actor: StaffActor,
  { walkId, id, version }: PhotoAsked,
  today: string,
): Promise<Changed | 'ownPhoto'> {
  return transact(actor, async (tx) => {
    const photo = await photoById(tx, walkId, id)
    if (!photo) return undefined
    if (photo.addedBy === actor.userId) return 'ownPhoto'
    if (!mayLookAsSecond(photo, actor.userId)) return 'stale'
    if (!(await saveSecondLook(tx, { walkId, id, version, by: actor.userId, on: today }))) return 'stale'
    tx.audit({ action: 'second look at photo', subject: { type: 'walk photo', id } })
    return 'done'
  })
}

/** Takes a photo away for good. */
export function forgetPhoto(
  { transact }: Needs,
  actor: StaffActor,
  { walkId, id, version }: PhotoAsked,
): Promise<Changed> {
  return transact(actor, async (tx) => {
    if (!(await photoById(tx, walkId, id))) return undefined
    if (!(await removePhoto(tx, walkId, id, version))) return 'stale'
    tx.audit({ action: 'remove walk photo', subject: { type: 'walk photo', id } })
    return 'done'
  })
}

/** How a walk is called among the occasions. */
const titleOf = ({ route }: Pick<Walk, 'route'>): string => route.slice(0, longestTitle)

const photoById = async (tx: Tx, walkId: string, id: string): Promise<Photo | undefined> =>
  (await photosOf(tx, walkId)).find((photo) => photo.id === id)

function changed(
  { transact }: Needs,
  actor: StaffActor,
  id: string,
  action: 'change walk' | 'remove walk',
  change: (tx: Tx) => Promise<boolean>,
): Promise<Changed> {
  return transact(actor, async (tx) => {
    if (!(await walkById(tx, id))) return undefined
    if (!(await change(tx))) return 'stale'
    tx.audit({ action, subject: { type: 'walk', id } })
    return 'done'
  })
}
