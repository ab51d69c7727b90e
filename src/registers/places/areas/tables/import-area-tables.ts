import { isoDateIn } from '@meernet/calendar'
import type { Actor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../../platform/messages/time-zone.ts'
import type { PublishedFile } from '../../../../platform/published-files/published-file.ts'
import { neighbourhoodsChanged } from '../../events.ts'
import { foreseenAreas, forgetArrived, type MergedAreas, mergeAreas, receiveAreas } from '../area-merge-store.ts'
import { type AreaSource, keepSource } from '../area-source-store.ts'
import type { AreaToKeep, NotKept } from '../kept-area.ts'
import { municipalitiesBeside, municipalitiesOfAreas, nisCodesOf } from '../known-area-store.ts'
import { placeDoors } from '../placement-store.ts'
import { publishedBy, type StatedProvenance } from '../provenance.ts'
import type { AreaMembership } from './membership.ts'
import { compareMemberships, type MergedMemberships, mergeMemberships } from './membership-store.ts'
import { readAreaTable, type TableRead } from './read-area-table.ts'

/** A table between areas with what whoever imports says about it. */
export type TableToImport = {
  readonly file: PublishedFile
  readonly nisCode: string
  readonly beside: readonly string[]
  /** The municipality of all rows, when the table says of none. */
  readonly saidNisCode?: string | undefined
  /** Edition of columns that do not tell it. */
  readonly edition?: string | undefined
  readonly provenance: StatedProvenance
}

/** A table that was read and may be kept; plain data, so that it can wait for a yes. */
export type ReadyTable = {
  readonly source: AreaSource
  readonly memberships: readonly AreaMembership[]
  readonly sectors: readonly AreaToKeep[]
}

/** What came of reading a table of areas: ready to be kept, or refused because something must be told first. */
export type TableReadForImport =
  | { readonly kind: 'refused'; readonly reason: NotKept; readonly read: TableRead }
  | ({ readonly kind: 'ready'; readonly read: TableRead } & ReadyTable)

/** What keeping a table did. */
export type KeptTable = {
  readonly sourceId: string
  readonly memberships: readonly MergedMemberships[]
  readonly sectors: readonly MergedAreas[]
}

type Needs = { readonly transact: Transact; readonly clock: () => Date }

/** Reads a table between areas and keeps nothing yet. Throws `FileRefused` for a file that is not what it should be. */
export async function readTableForImport(
  { transact, clock }: Needs,
  actor: Actor,
  { file, nisCode, beside, saidNisCode, edition, provenance }: TableToImport,
): Promise<TableReadForImport> {
  const [nisCodes, known] = await transact(actor, async (tx) => [
    // A table names a neighbouring municipality along when areas of it are kept already.
    await nisCodesOf(tx, nisCode, [...beside, ...(await municipalitiesBeside(tx, nisCode))]),
    await municipalitiesOfAreas(tx),
  ])
  const read = await readAreaTable(file, { nisCodes, known, said: saidNisCode, edition })
  const by = publishedBy(read.publisher, read.columns, provenance)
  const reason = read.reason ?? (by ? undefined : 'source-not-stated')
  if (reason || !by) return { kind: 'refused', reason: reason ?? 'source-not-stated', read }
  const source: AreaSource = {
    kind: 'memberships',
    ...by,
    fileName: file.file,
    sha256: file.sha256,
    form: file.tables[0]?.kind ?? 'table',
    crs: null,
    crsStated: null,
    retrievedOn: provenance.retrievedOn ?? isoDateIn(municipalTimeZone, clock()),
    counts: read.levels,
    remarks: read.columns,
    importedBy: actor.kind === 'staff' ? actor.userId : null,
  }
  return { kind: 'ready', read, source, memberships: read.memberships, sectors: read.sectors }
}

/** What keeping a table would do; keeps nothing. */
export async function foreseenTable(
  tx: Tx,
  { memberships, sectors }: ReadyTable,
): Promise<{ readonly memberships: readonly MergedMemberships[]; readonly foreseen: readonly MergedAreas[] }> {
  return {
    memberships: await compareMemberships(tx, memberships),
    foreseen: sectors.length === 0 ? [] : await foreseenAreas(tx, sectors),
  }
}

/**
 * Keeps what was read: what lies in what, and sectors with their names where their borders are not known. The same table again
 * changes nothing.
 */
export async function keepTable(tx: Tx, { source, memberships, sectors }: ReadyTable): Promise<KeptTable> {
  const { id: sourceId } = await keepSource(tx, source)
  const merged = await mergeMemberships(tx, sourceId, memberships)
  const kept = sectors.length === 0 ? [] : await keepSectors(tx, sectors, sourceId)
  tx.audit({
    action: 'import areas',
    subject: { type: 'municipality', id: tx.actor.municipalityId },
    details: { sourceId, memberships: memberships.length },
  })
  const isChanged = [...merged, ...kept].some((one) => one.new + one.changed + one.gone > 0)
  if (isChanged) await tx.publish(neighbourhoodsChanged, { neighbourhoodId: sourceId })
  return { sourceId, memberships: merged, sectors: kept }
}

async function keepSectors(tx: Tx, sectors: readonly AreaToKeep[], sourceId: string): Promise<readonly MergedAreas[]> {
  await receiveAreas(tx, sectors)
  const merged = await mergeAreas(tx, sourceId, isoDateIn(municipalTimeZone, tx.now))
  await forgetArrived(tx)
  for (const { level, edition } of merged) await placeDoors(tx, { level, edition })
  return merged
}
