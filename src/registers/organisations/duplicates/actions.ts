import { type IsoDate, isoDateIn } from '@meernet/calendar'
import { type Alike, findAlike } from '@meernet/duplicates'
import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { Organisation, OrganisationInput } from '../organisation.ts'
import { changeOrganisation, organisationById, organisationsByIds } from '../organisation-store.ts'
import { reindexServicesOfAll } from '../search/service-document-store.ts'
import { type Filled, filledFrom, type MergeRefusal, mayUndo, mergeRefusal, undoDays, withoutFilled } from './merge.ts'
import {
  hasMerged,
  keepMerge,
  lockSheets,
  type Merge,
  mergesSince,
  moveServices,
  noteUndone,
  setMergedInto,
} from './merge-store.ts'
import { comparableRegister, differentPairs, pairKey } from './register-store.ts'

type Needs = { readonly transact: Transact }

/** Two sheets to compare, and why. */
export type Pair = Alike & { readonly sheets: readonly [Organisation, Organisation] }

/** Pairs that may be one organisation and nobody looked at yet, most alike first, at most `limit`. */
export async function alikeSheets(tx: Tx, limit: number): Promise<readonly Pair[]> {
  const { register, places } = await comparableRegister(tx)
  const different = await differentPairs(tx)
  const alike = findAlike(register, { places })
    .filter(({ first, second }) => !different.has(pairKey(first, second)))
    .slice(0, limit)
  const ids = [...new Set(alike.flatMap(({ first, second }) => [first, second]))]
  const sheets = new Map((await organisationsByIds(tx, ids)).map((one) => [one.id, one]))
  return alike.flatMap((pair) => {
    const [first, second] = [sheets.get(pair.first), sheets.get(pair.second)]
    return first && second ? [{ ...pair, sheets: [first, second] as const }] : []
  })
}

/** Merges that can still be taken back, latest first. */
export const recentMerges = (tx: Tx): Promise<readonly Merge[]> =>
  mergesSince(tx, new Date(tx.now.getTime() - (undoDays + 1) * 24 * 60 * 60 * 1000))

export type Merging =
  | { readonly kind: 'merged'; readonly mergeId: string }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly reason: MergeRefusal }
  | { readonly kind: 'unknown' }

/** Which sheet is kept, which goes into it, and the versions of both that were compared. */
export type MergeWish = {
  readonly keptId: string
  readonly keptVersion: number
  readonly otherId: string
  readonly otherVersion: number
}

/** Lets one sheet go into another, with its services and what the kept one lacks. */
export const mergeOrganisations = ({ transact }: Needs, actor: StaffActor, wish: MergeWish): Promise<Merging> =>
  transact(actor, async (tx) => {
    await lockSheets(tx, [wish.keptId, wish.otherId])
    const [kept, other] = [await organisationById(tx, wish.keptId), await organisationById(tx, wish.otherId)]
    if (!kept || !other) return { kind: 'unknown' }
    const reason = mergeRefusal(kept, other, await hasMerged(tx, other.id))
    if (reason) return { kind: 'refused', reason }
    if (kept.version !== wish.keptVersion || other.version !== wish.otherVersion) return { kind: 'stale' }
    const mergeId = uuidv7()
    const filled = filledFrom(kept, other)
    const serviceIds = await moveServices(tx, other.id, kept.id)
    await setMergedInto(tx, other.id, { keptId: kept.id, today: todayOf(tx) })
    await change(tx, kept, filled)
    await keepMerge(tx, actor.userId, { id: mergeId, keptId: kept.id, otherId: other.id, serviceIds, filled })
    await reindexServicesOfAll(tx, [kept.id])
    tx.audit({
      action: 'merge organisations',
      subject: { type: 'organisation', id: kept.id },
      details: { other: other.id },
    })
    return { kind: 'merged', mergeId }
  })

/** Takes a merge back within 30 days; false when it was taken back already or is too long ago. */
export const undoMerge = ({ transact }: Needs, actor: StaffActor, mergeId: string): Promise<boolean> =>
  transact(actor, async (tx) => {
    const [merge] = await mergesSince(tx, new Date(0), mergeId)
    if (!merge || !mayUndo(isoDateIn(municipalTimeZone, merge.mergedAt), todayOf(tx))) return false
    await lockSheets(tx, [merge.keptId, merge.otherId])
    const kept = await organisationById(tx, merge.keptId)
    if (!kept) return false
    await moveServices(tx, merge.keptId, merge.otherId, merge.serviceIds)
    await setMergedInto(tx, merge.otherId, null)
    await change(tx, kept, withoutFilled(kept, merge.filled))
    await noteUndone(tx, mergeId, actor.userId)
    await reindexServicesOfAll(tx, [merge.keptId, merge.otherId])
    tx.audit({
      action: 'separate organisations',
      subject: { type: 'organisation', id: merge.keptId },
      details: { other: merge.otherId },
    })
    return true
  })

async function change(tx: Tx, { endedOn: _, mergedInto: __, version, ...kept }: Organisation, filled: Filled) {
  const changed: OrganisationInput = { ...kept, ...filled }
  await changeOrganisation(tx, changed, version)
}

const todayOf = (tx: Tx): IsoDate => isoDateIn(municipalTimeZone, tx.now)
