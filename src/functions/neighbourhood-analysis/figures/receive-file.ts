import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { FileRefused } from '../../../platform/published-files/refusal.ts'
import { municipalityById } from '../../../registers/municipalities/index.ts'
import type { Mapping } from '../../../registers/published-figures/index.ts'
import type { StatedAboutFile } from './forms.ts'
import { type NotImported, readForImport } from './import-figures.ts'
import { keepSentFigures } from './sent-figures-store.ts'
import { withSentFile } from './sent-file.ts'

type Needs = { readonly transact: Transact; readonly clock: () => Date }

/** What became of a file that was sent: it waits for a yes under `id`, or it is said what stands in the way. */
export type Received =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'not-known'; readonly reason: NotImported }
  | { readonly kind: 'refused'; readonly refused: FileRefused }

/** Reads a file that was sent, with `mapping` or by what is known of it, and keeps what it holds until somebody says yes. */
export async function receiveFile(
  needs: Needs,
  actor: StaffActor,
  sent: File,
  { source, licence, period, edition, decimal, missing }: StatedAboutFile,
  mapping: Mapping | undefined,
): Promise<Received> {
  const { transact } = needs
  const nisCode = await transact(actor, async (tx) => (await municipalityById(tx.db, actor.municipalityId))?.nisCode)
  try {
    const ready = await withSentFile(sent, (file) =>
      readForImport(needs, actor, {
        file,
        nisCode: nisCode ?? '',
        wishes: { mapping, period, edition, decimal, missing },
        provenance: { source, licence },
      }),
    )
    if (ready.kind === 'refused') return { kind: 'not-known', reason: ready.reason }
    const { dataset, figures, read } = ready
    const id = uuidv7()
    const content = { dataset, figures, totals: read.totals, ofMunicipality: read.ofMunicipality }
    await transact(actor, (tx) => keepSentFigures(tx, actor, id, content))
    return { kind: 'kept', id }
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'refused', refused: error }
    throw error
  }
}
