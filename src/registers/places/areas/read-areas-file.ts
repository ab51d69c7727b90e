import type { Actor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { refuseLargeHeldWhole } from '../../../platform/published-files/held-whole.ts'
import { isTable } from '../../../platform/published-files/is-table.ts'
import { openTables } from '../../../platform/published-files/open-tables.ts'
import { municipalityById } from '../../municipalities/index.ts'
import { readAreas } from '../../published-areas/index.ts'
import { type AreaFileStated, saidColumns } from './forms.ts'
import { readAreasForImport } from './import-areas.ts'
import type { NotKept } from './kept-area.ts'
import { nisCodesOf } from './known-area-store.ts'
import { neighbouring } from './neighbouring.ts'
import type { SentAreas, SentTable } from './sent-areas-store.ts'
import { readTableForImport } from './tables/import-area-tables.ts'

type Needs = { readonly transact: Transact; readonly clock: () => Date }

/** A file of areas, or a table between them, with what was said about it. */
export type AreasFile = { readonly path: string; readonly stated: AreaFileStated }
/** Told how far the reading is: `neighbours` is the second time, with the municipalities beside one's own. */
export type OnAreas = (step: 'reading' | 'neighbours', read: number) => void
export type AreasFileRead =
  | { readonly kind: 'ready'; readonly content: SentAreas | SentTable }
  | { readonly kind: 'not-known'; readonly reason: NotKept }

/** Reads a file that was sent and keeps nothing yet. Throws `FileRefused` for one that is not what it should be. */
export async function readAreasFile(
  needs: Needs,
  actor: Actor,
  { path, stated }: AreasFile,
  onAreas: OnAreas = () => undefined,
): Promise<AreasFileRead> {
  await refuseLargeHeldWhole(path)
  const own = await needs.transact(actor, (tx) => municipalityById(tx.db, actor.municipalityId))
  const reading = { needs, actor, path, nisCode: own?.nisCode ?? '', stated }
  return (await isTable(path)) ? readTable(reading) : readShapes(reading, onAreas)
}

type Reading = AreasFile & { readonly needs: Needs; readonly actor: Actor; readonly nisCode: string }

async function readTable({ needs, actor, path, nisCode, stated }: Reading): Promise<AreasFileRead> {
  const { saidNisCode, edition, source, licence } = stated
  const file = await openTables(path)
  try {
    const asked = { file, nisCode, beside: [], saidNisCode, edition, provenance: { source, licence } }
    const ready = await readTableForImport(needs, actor, asked)
    if (ready.kind === 'refused') return { kind: 'not-known', reason: ready.reason }
    const { memberships, sectors, read } = ready
    const { rows, notLocalisable } = read
    return {
      kind: 'ready',
      content: { kind: 'table', source: ready.source, memberships, sectors, rows, notLocalisable },
    }
  } finally {
    file.close()
  }
}

/** Twice: once to see which municipalities lie beside one's own, once to hold their areas too. */
async function readShapes({ needs, actor, path, nisCode, stated }: Reading, onAreas: OnAreas): Promise<AreasFileRead> {
  const { saidNisCode, edition, source, licence, isApproximate } = stated
  const file = await readAreas(path, edition, saidColumns(stated))
  try {
    const asked = { file, nisCode, saidNisCode, isApproximate, provenance: { source, licence } }
    const own = await readAreasForImport(needs, actor, { ...asked, beside: [] }, (read) => onAreas('reading', read))
    if (own.kind === 'refused') return { kind: 'not-known', reason: own.reason }
    const nisCodes = await needs.transact(actor, (tx) => nisCodesOf(tx, nisCode))
    const neighbours = neighbouring(own.read.municipalities, nisCodes)
    const beside = neighbours.map((one) => one.nisCode)
    const again = (read: number) => onAreas('neighbours', read)
    const all = beside.length === 0 ? own : await readAreasForImport(needs, actor, { ...asked, beside }, again)
    if (all.kind === 'refused') return { kind: 'not-known', reason: all.reason }
    const { areas, doubled, remarks } = own.read.count
    const content: SentAreas = {
      kind: 'areas',
      source: own.source,
      areas: all.areas,
      nisCodes: [...nisCodes],
      neighbours,
      levels: own.read.levels,
      count: { areas, doubled, remarks },
    }
    return { kind: 'ready', content }
  } finally {
    file.close()
  }
}
