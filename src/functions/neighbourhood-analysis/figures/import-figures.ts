import { isoDateIn } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import type { PublishedFile } from '../../../platform/published-files/published-file.ts'
import { sectorCodesIn } from '../../../registers/places/index.ts'
import { type FiguresRead, type ReadingWishes, readFigures } from '../reading/read-figures.ts'
import { keepDataset, type MergedFigures, mergeFigures, noteReplaced, sectorsInDatasets } from './dataset-store.ts'
import { type Provenance, provenanceOf, type StatedProvenance } from './provenance.ts'

/** A file with what whoever imports says about it. */
export type FiguresToImport = {
  readonly file: PublishedFile
  readonly nisCode: string
  readonly wishes: Omit<ReadingWishes, 'municipality' | 'ownSectors'>
  readonly provenance: StatedProvenance
}

/** Why a file that can be read is still not imported: something that must stand beside every figure is not known. */
export type NotImported =
  | 'period-not-stated'
  | 'source-not-stated'
  | 'municipality-not-stated'
  | 'nothing-of-municipality'

export type ImportedFigures =
  | { readonly kind: 'refused'; readonly reason: NotImported; readonly read: FiguresRead }
  | {
      readonly kind: 'imported'
      readonly read: FiguresRead
      readonly dataset: Provenance & {
        readonly id: string
        readonly isNew: boolean
        readonly replacesId: string | null
      }
      readonly figures: MergedFigures
    }

/**
 * Reads a published file and keeps the figures of the actor's municipality: all of it, or nothing when the file is refused
 * (`FileRefused`) or something about it is not known. The same file again changes nothing.
 */
export async function importFigures(
  { transact, clock }: { readonly transact: Transact; readonly clock: () => Date },
  actor: Actor,
  { file, nisCode, wishes, provenance: stated }: FiguresToImport,
  onRows?: (read: number) => void,
): Promise<ImportedFigures> {
  const ownSectors = await transact(
    actor,
    async (tx) => new Set([...(await sectorCodesIn(tx, nisCode)), ...(await sectorsInDatasets(tx))]),
  )
  const read = await readFigures(file, { ...wishes, municipality: nisCode, ownSectors }, onRows)
  const provenance = provenanceOf(file, read.mapping, stated, isoDateIn(municipalTimeZone, clock()))
  const refused = (reason: NotImported) => ({ kind: 'refused', reason, read }) as const
  if (read.remarks.some(({ kind }) => kind === 'period-not-stated')) return refused('period-not-stated')
  if (!provenance) return refused('source-not-stated')
  if (read.kept.length === 0)
    return refused(
      ownSectors.size === 0 && isWithoutMunicipality(read) ? 'municipality-not-stated' : 'nothing-of-municipality',
    )
  return transact(actor, async (tx) => {
    const dataset = {
      ...provenance,
      id: uuidv7(),
      mapping: { ...read.mapping, stated: { period: wishes.period, edition: wishes.edition, ...wishes.missing } },
      indicators: read.indicators,
      remarks: read.remarks,
      rowsRead: read.tables.reduce((sum, table) => sum + table.read, 0),
      importedBy: actor.kind === 'staff' ? actor.userId : null,
    }
    const { id, isNew } = await keepDataset(tx, dataset)
    const figures = await mergeFigures(tx, id, read.kept)
    const replacesId = isNew ? await noteReplaced(tx, id) : null
    return { kind: 'imported', read, dataset: { ...provenance, id, isNew, replacesId }, figures } as const
  })
}

const isWithoutMunicipality = ({ remarks }: FiguresRead) =>
  remarks.some(({ kind }) => kind === 'municipality-not-stated')
