import type { Actor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { refuseLargeHeldWhole } from '../../../platform/published-files/held-whole.ts'
import { openTables } from '../../../platform/published-files/open-tables.ts'
import type { PublishedFile } from '../../../platform/published-files/published-file.ts'
import { FileRefused } from '../../../platform/published-files/refusal.ts'
import { municipalityById } from '../../../registers/municipalities/index.ts'
import { type Mapping, type TablePreview, tablePreviews } from '../../../registers/published-figures/index.ts'
import type { StatedAboutFile } from './forms.ts'
import { type NotImported, readForImport } from './import-figures.ts'
import type { SentFigures } from './sent-figures-store.ts'

/** How a file is to be read: what was said when it was sent, and what its columns hold when somebody said so. */
export type HowToRead = { readonly stated: StatedAboutFile; readonly mapping?: Mapping | undefined }

/** What is in a file: figures to confirm, something that has to be said first, or tables of which nobody knows what they hold. */
export type FiguresFileRead =
  | { readonly kind: 'ready'; readonly content: SentFigures }
  | { readonly kind: 'not-known'; readonly reason: NotImported }
  | { readonly kind: 'unknown'; readonly tables: readonly TablePreview[] }

type Needs = { readonly transact: Transact; readonly clock: () => Date }

/** Reads a file that was sent and keeps nothing yet. Throws `FileRefused` for one that is not what it should be. */
export async function readFiguresFile(
  needs: Needs,
  actor: Actor,
  path: string,
  { stated: { source, licence, period, edition, decimal, missing }, mapping }: HowToRead,
  onRows?: (read: number) => void,
): Promise<FiguresFileRead> {
  await refuseLargeHeldWhole(path)
  const own = await needs.transact(actor, (tx) => municipalityById(tx.db, actor.municipalityId))
  const file = await openTables(path)
  try {
    const asked = {
      file,
      nisCode: own?.nisCode ?? '',
      wishes: { mapping, period, edition, decimal, missing },
      provenance: { source, licence },
    }
    const ready = await readForImport(needs, actor, asked, onRows)
    if (ready.kind === 'refused') return { kind: 'not-known', reason: ready.reason }
    const { dataset, figures, read } = ready
    return { kind: 'ready', content: { dataset, figures, totals: read.totals, ofMunicipality: read.ofMunicipality } }
  } catch (error) {
    const tables = mapping ? [] : await unknownTables(file, error)
    if (tables.length > 0) return { kind: 'unknown', tables }
    throw error
  } finally {
    file.close()
  }
}

/** The tables that somebody can explain, of a file that was refused because no layout of it is known. */
async function unknownTables(file: PublishedFile, error: unknown): Promise<readonly TablePreview[]> {
  return error instanceof FileRefused && error.code === 'header' ? tablePreviews(file) : []
}
