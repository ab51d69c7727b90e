import { isoDateIn } from '@meernet/calendar'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/time-zone.ts'
import type { AreaFile } from '../../published-areas/index.ts'
import { neighbourhoodsChanged } from '../events.ts'
import { forgetArrived, type MergedAreas, mergeAreas, receiveAreas } from './area-merge-store.ts'
import { type AreaSource, keepSource } from './area-source-store.ts'
import type { AreaToKeep, NotKept } from './kept-area.ts'
import { boundsOfDoors, municipalitiesOfAreas, nisCodesOf } from './known-area-store.ts'
import { liesElsewhere } from './lies-elsewhere.ts'
import { followNewestNeighbourhoods, placeDoors } from './placement-store.ts'
import { publishedBy, type StatedProvenance } from './provenance.ts'
import { type AreasRead, readAreasToKeep } from './read-areas-to-keep.ts'

/** A file of areas with what whoever imports says about it. */
export type AreasToImport = {
  readonly file: AreaFile
  /** The municipality that keeps them. */
  readonly nisCode: string
  /** Municipalities beside it of which areas are kept too, for neighbourhoods across a border. */
  readonly beside: readonly string[]
  /** The municipality of all areas, when the file says of none. */
  readonly saidNisCode?: string | undefined
  /** The borders are only roughly right, though the file does not say so. */
  readonly isApproximate?: boolean | undefined
  readonly provenance: StatedProvenance
}

/** Areas that were read and may be kept; plain data, so that they can wait for a yes. */
export type ReadyAreas = { readonly source: AreaSource; readonly areas: readonly AreaToKeep[] }

/** What came of reading a file of areas: ready to be kept, or refused because something must be told first. */
export type AreasReadForImport =
  | { readonly kind: 'refused'; readonly reason: NotKept; readonly read: AreasRead }
  | ({ readonly kind: 'ready'; readonly read: AreasRead } & ReadyAreas)

/** What keeping a file did: per level and edition, and how many addresses now lie in its areas. */
export type KeptFile = {
  readonly sourceId: string
  readonly isNew: boolean
  readonly merged: readonly (MergedAreas & { readonly doors: number })[]
}

export type ImportedAreas =
  | (AreasReadForImport & { readonly kind: 'refused' })
  | { readonly kind: 'imported'; readonly read: AreasRead; readonly source: AreaSource; readonly kept: KeptFile }

type Needs = { readonly transact: Transact; readonly clock: () => Date }

/** Reads a file of areas and keeps nothing yet. Throws `FileRefused` for a file that is not what it should be. */
export async function readAreasForImport(
  { transact, clock }: Needs,
  actor: Actor,
  { file, nisCode, beside, saidNisCode, isApproximate = false, provenance }: AreasToImport,
  onAreas?: (read: number) => void,
): Promise<AreasReadForImport> {
  const [nisCodes, known, doors] = await transact(actor, async (tx) => [
    await nisCodesOf(tx, nisCode, beside),
    await municipalitiesOfAreas(tx),
    await boundsOfDoors(tx, nisCode),
  ])
  const read = await readAreasToKeep(file, { nisCodes, known, said: saidNisCode, isApproximate }, onAreas)
  const by = publishedBy(read.publisher, read.levels, provenance)
  const reason = read.reason ?? (by ? undefined : 'source-not-stated')
  if (liesElsewhere(read.municipalities.get(nisCode)?.bounds, doors))
    return { kind: 'refused', reason: 'lies-elsewhere', read }
  if (reason || !by) return { kind: 'refused', reason: reason ?? 'source-not-stated', read }
  const systems = [...new Set(file.layers.map(({ system }) => system))]
  const source: AreaSource = {
    kind: 'areas',
    ...by,
    fileName: file.file,
    sha256: file.sha256,
    form: file.form,
    crs: systems.join(', '),
    crsStated: file.layers.every(({ isStated }) => isStated),
    retrievedOn: provenance.retrievedOn ?? isoDateIn(municipalTimeZone, clock()),
    counts: read.levels,
    remarks: read.count.remarks,
    importedBy: actor.kind === 'staff' ? actor.userId : null,
  }
  return { kind: 'ready', read, source, areas: read.areas }
}

/** Keeps what was read: all of it. The same file again changes nothing; what it no longer has is gone from today. */
export async function keepAreas(tx: Tx, { source, areas }: ReadyAreas): Promise<KeptFile> {
  const { id: sourceId, isNew } = await keepSource(tx, source)
  await receiveAreas(tx, areas)
  const merged = await mergeAreas(tx, sourceId, isoDateIn(municipalTimeZone, tx.now))
  await forgetArrived(tx)
  const kept = []
  for (const one of merged) {
    kept.push({ ...one, doors: await placeDoors(tx, one) })
    if (one.level === 'neighbourhood') await followNewestNeighbourhoods(tx, one.edition)
  }
  tx.audit({
    action: 'import areas',
    subject: { type: 'municipality', id: tx.actor.municipalityId },
    details: { sourceId, areas: areas.length },
  })
  // Of sectors as well: neighbourhoods are made of other doors then.
  const isChanged = merged.some((one) => one.new + one.changed + one.gone > 0)
  if (isChanged) await tx.publish(neighbourhoodsChanged, { neighbourhoodId: sourceId })
  return { sourceId, isNew, merged: kept }
}

/** Reads a file of areas and keeps those of the actor's municipality and of those named beside it: all of them, or nothing. */
export async function importAreas(
  needs: Needs,
  actor: Actor,
  asked: AreasToImport,
  onAreas?: (read: number) => void,
): Promise<ImportedAreas> {
  const ready = await readAreasForImport(needs, actor, asked, onAreas)
  if (ready.kind === 'refused') return ready
  const kept = await needs.transact(actor, (tx) => keepAreas(tx, ready))
  return { kind: 'imported', read: ready.read, source: ready.source, kept }
}
