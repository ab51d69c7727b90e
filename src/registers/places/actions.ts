import type { StaffActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { streetsOf } from './address-store.ts'
import { neighbourhoodsChanged } from './events.ts'
import type { CompositionInput } from './forms.ts'
import {
  changeComposed,
  editionsOf,
  isNameTaken,
  neighbourhoodsOf,
  saveComposed,
  setGone,
} from './neighbourhood-store.ts'
import type { Neighbourhood } from './place.ts'

type Needs = { readonly transact: Transact }

/** `field` and `reason` (a message key) name what is wrong; `changed` when somebody else saved in between. */
export type Composed =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'refused'; readonly field: string; readonly reason: string }
  | { readonly kind: 'changed' }

/** Makes or changes a neighbourhood of one's own, in the newest edition. Sending the same new one twice makes one. */
export const composeNeighbourhood = (
  { transact }: Needs,
  actor: StaffActor,
  { id, version, name, areaIds, streetIds }: CompositionInput,
): Promise<Composed> =>
  transact(actor, async (tx) => {
    const [known] = await neighbourhoodsOf(tx, { ids: [id] })
    const edition = known?.edition ?? (await editionsOf(tx))[0]
    if (edition === undefined || !(await areParts(tx, { id, areaIds, streetIds })))
      return { kind: 'refused', field: 'areaIds', reason: 'form.error.choose' }
    if (await isNameTaken(tx, name, edition, id)) return { kind: 'refused', field: 'name', reason: 'places.error.name' }
    const parts = { id, name, areaIds: [...new Set(areaIds)], streetIds: [...new Set(streetIds)] }
    if (version === undefined) await saveComposed(tx, { ...parts, edition })
    else if (!(await changeComposed(tx, parts, version))) return { kind: 'changed' }
    tx.audit({ action: 'compose neighbourhood', subject: { type: 'neighbourhood', id } })
    await tx.publish(neighbourhoodsChanged, { neighbourhoodId: id })
    return { kind: 'saved', id }
  })

/** Takes a composed neighbourhood out of use on `day`, or back into use with null; false when its name is taken meanwhile. */
export const dissolveNeighbourhood = (
  { transact }: Needs,
  actor: StaffActor,
  { id, name, edition }: Neighbourhood,
  day: string | null,
): Promise<boolean> =>
  transact(actor, async (tx) => {
    if (day === null && (await isNameTaken(tx, name, edition, id))) return false
    await setGone(tx, id, day)
    tx.audit({
      action: day === null ? 'restore neighbourhood' : 'dissolve neighbourhood',
      subject: { type: 'neighbourhood', id },
    })
    await tx.publish(neighbourhoodsChanged, { neighbourhoodId: id })
    return true
  })

/** Whether these are imported areas and streets of this municipality's places. */
async function areParts(
  tx: Tx,
  { areaIds, streetIds }: Pick<CompositionInput, 'id' | 'areaIds' | 'streetIds'>,
): Promise<boolean> {
  const areas = await neighbourhoodsOf(tx, { ids: areaIds })
  const streets = await streetsOf(tx, { ids: streetIds })
  return (
    areas.length === new Set(areaIds).size &&
    areas.every(({ origin }) => origin === 'imported') &&
    streets.length === new Set(streetIds).size
  )
}
