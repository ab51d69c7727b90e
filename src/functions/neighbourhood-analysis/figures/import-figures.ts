import { isoDateIn } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/time-zone.ts'
import type { PublishedFile } from '../../../platform/published-files/published-file.ts'
import { municipalityByNisCode } from '../../../registers/municipalities/without-pages.ts'
import { areaNames, sectorCodesIn } from '../../../registers/places/without-pages.ts'
import {
  type FiguresRead,
  type KeptFigure,
  type NamedArea,
  type ReadingWishes,
  readFigures,
} from '../../../registers/published-figures/index.ts'
import {
  keepDataset,
  type MergedFigures,
  mergeFigures,
  type NewDataset,
  noteCoverage,
  noteReplaced,
  rememberedMappings,
  sectorsInDatasets,
} from './dataset-store.ts'
import { provenanceOf, type StatedProvenance } from './provenance.ts'

/** A file with what whoever imports says about it. */
export type FiguresToImport = {
  readonly file: PublishedFile
  readonly nisCode: string
  readonly wishes: Omit<ReadingWishes, 'municipality' | 'ownSectors' | 'remembered' | 'names'>
  readonly provenance: StatedProvenance
}

/** Why a file that can be read is still not imported: something that must stand beside every figure is not known. */
export type NotImported =
  | 'period-not-stated'
  | 'source-not-stated'
  | 'municipality-not-stated'
  | 'nothing-of-municipality'
  | 'name-not-known'

/** A file that was read and may be kept; plain data, so that it can wait for a yes. */
export type ReadyToImport = { readonly dataset: NewDataset; readonly figures: readonly KeptFigure[] }

/** What came of reading a file of figures: ready to be kept, or refused because something must be told first. */
export type ReadForImport =
  | { readonly kind: 'refused'; readonly reason: NotImported; readonly read: FiguresRead }
  | ({ readonly kind: 'ready'; readonly read: FiguresRead } & ReadyToImport)

/** What came of an import at once; `replacesId` is the dataset that these figures stand instead of from now on. */
export type ImportedFigures =
  | (ReadForImport & { readonly kind: 'refused' })
  | {
      readonly kind: 'imported'
      readonly read: FiguresRead
      readonly dataset: NewDataset & { readonly isNew: boolean; readonly replacesId: string | null }
      readonly figures: MergedFigures
    }

type Needs = { readonly transact: Transact; readonly clock: () => Date }

/**
 * Reads a published file for the actor's municipality and keeps nothing yet. Throws `FileRefused` for a file that is not what
 * it should be; refuses one about which something is not known that must stand beside every figure.
 */
export async function readForImport(
  { transact, clock }: Needs,
  actor: Actor,
  { file, nisCode, wishes, provenance: stated }: FiguresToImport,
  onRows?: (read: number) => void,
): Promise<ReadForImport> {
  const { ownSectors, remembered, names } = await transact(actor, async (tx) => ({
    ownSectors: new Set([...(await sectorCodesIn(tx, nisCode)), ...(await sectorsInDatasets(tx))]),
    remembered: await rememberedMappings(tx),
    names: await namesKnown(tx, nisCode),
  }))
  const read = await readFigures(file, { ...wishes, remembered, names, municipality: nisCode, ownSectors }, onRows)
  const provenance = provenanceOf(file, read.mapping, stated, isoDateIn(municipalTimeZone, clock()))
  const reason = reasonAgainst(read, provenance !== undefined, ownSectors.size > 0)
  if (reason || !provenance) return { kind: 'refused', reason: reason ?? 'source-not-stated', read }
  const dataset = {
    ...provenance,
    id: uuidv7(),
    mapping: {
      ...read.mapping,
      stated: { period: wishes.period, edition: wishes.edition, decimal: wishes.decimal, ...wishes.missing },
    },
    indicators: read.indicators,
    remarks: read.remarks,
    rowsRead: read.tables.reduce((sum, table) => sum + table.read, 0),
    importedBy: actor.kind === 'staff' ? actor.userId : null,
  }
  return { kind: 'ready', read, dataset, figures: read.kept }
}

/** Keeps what was read: all of it. The same file again changes nothing. */
export async function keepFigures(tx: Tx, { dataset, figures }: ReadyToImport) {
  const { id, isNew } = await keepDataset(tx, dataset)
  const merged = await mergeFigures(tx, id, figures)
  await noteCoverage(tx, id)
  const replacesId = isNew ? await noteReplaced(tx, id) : null
  return { dataset: { ...dataset, id, isNew, replacesId }, figures: merged }
}

/** Reads a published file and keeps the figures of the actor's municipality: all of it, or nothing. */
export async function importFigures(
  needs: Needs,
  actor: Actor,
  asked: FiguresToImport,
  onRows?: (read: number) => void,
): Promise<ImportedFigures> {
  const ready = await readForImport(needs, actor, asked, onRows)
  if (ready.kind === 'refused') return ready
  const kept = await needs.transact(actor, (tx) => keepFigures(tx, ready))
  return { kind: 'imported', read: ready.read, ...kept }
}

/** Names of areas: of one's own municipality, and of what is kept. */
async function namesKnown(tx: Tx, nisCode: string): Promise<readonly NamedArea[]> {
  const own = await municipalityByNisCode(tx.db, nisCode)
  const named = { level: 'municipality', code: nisCode, municipality: nisCode } as const
  return [...(own ? [{ ...named, name: own.name }] : []), ...(await areaNames(tx))]
}

function reasonAgainst(read: FiguresRead, hasProvenance: boolean, knowsSectors: boolean): NotImported | undefined {
  const has = (kind: FiguresRead['remarks'][number]['kind']) => read.remarks.some((remark) => remark.kind === kind)
  if (has('period-not-stated')) return 'period-not-stated'
  if (!hasProvenance) return 'source-not-stated'
  if (read.kept.length > 0) return undefined
  if (has('names-not-known')) return 'name-not-known'
  return !knowsSectors && has('municipality-not-stated') ? 'municipality-not-stated' : 'nothing-of-municipality'
}
