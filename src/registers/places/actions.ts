import type { StaffActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { streetsOf } from './address-store.ts'
import { type BorderFault, doorFault, faultOf, fewestDoors, readCorners, shapeOf } from './drawn/border.ts'
import { doorsWithin, placeDrawn } from './drawn/drawn-store.ts'
import { neighbourhoodsChanged } from './events.ts'
import type { CompositionInput, DrawingInput } from './forms.ts'
import { neighbourhoodsOf } from './neighbourhood-store.ts'
import { changeOwn, isKept, isNameTaken, type OwnNeighbourhood, saveOwn, setGone } from './own-neighbourhood-store.ts'
import { editionOfParts, fixedEdition, isPart, type Neighbourhood } from './place.ts'
import { keepVersion } from './versions/version-store.ts'

type Needs = { readonly transact: Transact }

/** `field` and `reason` (a message key) name what is wrong; `changed` when somebody else saved in between. */
export type Saved =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string }
  | { readonly kind: 'changed' }

/** Makes or changes a neighbourhood composed of areas and streets. Sending the same new one twice makes one. */
export const composeNeighbourhood = (
  { transact }: Needs,
  actor: StaffActor,
  { id, version, name, why, streetIds, ...input }: CompositionInput,
): Promise<Saved> =>
  transact(actor, async (tx) => {
    const areaIds = [...new Set([...input.areaIds, ...input.sectorIds, ...input.districtIds])]
    const areas = await neighbourhoodsOf(tx, { ids: areaIds })
    const streets = await streetsOf(tx, { ids: streetIds })
    if (areas.length !== areaIds.length || !areas.every(isPart) || streets.length !== new Set(streetIds).size)
      return { kind: 'refused', field: 'areaIds', reason: 'form.error.choose' }
    const doors = streets.reduce((sum, { addressCount }) => sum + addressCount, 0)
    if (areas.length === 0 && doors < fewestDoors)
      return { kind: 'refused', field: 'streetIds', reason: 'places.border.too-few-doors' }
    const parts = { areaIds, streetIds: streets.map((street) => street.id) }
    return save(tx, { ...parts, id, name, edition: editionOfParts(areas), border: null }, version, why)
  })

/** Makes or changes a neighbourhood with a border of its own, and notes which addresses lie in it. */
export const drawNeighbourhood = (
  { transact }: Needs,
  actor: StaffActor,
  { id, version, name, why, corners }: DrawingInput,
): Promise<Saved> =>
  transact(actor, async (tx) => {
    const border = readCorners(corners)
    const fault: BorderFault | undefined = typeof border === 'string' ? border : faultOf(border)
    if (fault || typeof border === 'string') return refusedBorder(fault ?? 'unreadable')
    const shape = shapeOf(border)
    const tooFew = doorFault(await doorsWithin(tx, shape))
    if (tooFew) return refusedBorder(tooFew)
    const own = { id, name, edition: fixedEdition, areaIds: [], streetIds: [], border: shape }
    const saved = await save(tx, own, version, why)
    if (saved.kind === 'saved') await placeDrawn(tx, [id])
    return saved
  })

/** Takes a neighbourhood of one's own out of use on `day`, or back into use with null; false when its name is taken meanwhile. */
export const dissolveNeighbourhood = (
  { transact }: Needs,
  actor: StaffActor,
  { id, name }: Neighbourhood,
  day: string | null,
): Promise<boolean> =>
  transact(actor, async (tx) => {
    if (day === null && (await isNameTaken(tx, name, id))) return false
    await setGone(tx, id, day)
    tx.audit({
      action: day === null ? 'restore neighbourhood' : 'dissolve neighbourhood',
      subject: { type: 'neighbourhood', id },
    })
    await tx.publish(neighbourhoodsChanged, { neighbourhoodId: id })
    return true
  })

const refusedBorder = (fault: BorderFault): Saved => ({
  kind: 'refused',
  field: 'corners',
  reason: `places.border.${fault}`,
})

/** What composing and drawing share: the name is free, nobody saved in between, and what it was stays known. */
async function save(
  tx: Tx,
  own: OwnNeighbourhood,
  version: number | undefined,
  why: string | undefined,
): Promise<Saved> {
  if (await isNameTaken(tx, own.name, own.id)) return { kind: 'refused', field: 'name', reason: 'places.error.name' }
  // Kept already: sent twice, or changed after going back, which would be lost.
  if (version === undefined && !(await saveOwn(tx, own)))
    return (await isKept(tx, own)) ? { kind: 'saved', id: own.id } : { kind: 'changed' }
  if (version !== undefined && !(await changeOwn(tx, own, version))) return { kind: 'changed' }
  await keepVersion(tx, own.id, why ?? null)
  tx.audit({
    action: own.border ? 'draw neighbourhood' : 'compose neighbourhood',
    subject: { type: 'neighbourhood', id: own.id },
  })
  await tx.publish(neighbourhoodsChanged, { neighbourhoodId: own.id })
  return { kind: 'saved', id: own.id }
}
