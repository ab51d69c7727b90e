import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import { isTable } from '../../../platform/published-files/is-table.ts'
import { openTables } from '../../../platform/published-files/open-tables.ts'
import { FileRefused } from '../../../platform/published-files/refusal.ts'
import { readAreas } from '../../published-areas/index.ts'
import type { AreaFileStated } from './forms.ts'
import { readAreasForImport } from './import-areas.ts'
import type { NotKept } from './kept-area.ts'
import { nisCodesOf } from './known-area-store.ts'
import { neighbouring } from './neighbouring.ts'
import { keepSent, type SentAreas, type SentTable } from './sent-areas-store.ts'
import { readTableForImport } from './tables/import-area-tables.ts'

type Needs = { readonly transact: Transact; readonly clock: () => Date }

/** What became of a file that was sent: it waits for a yes under `id`, or it is said what stands in the way. */
export type Received =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'not-known'; readonly reason: NotKept }
  | { readonly kind: 'refused'; readonly refused: FileRefused }

/** Reads a file of areas, or a table between them, that was sent to the municipality `nisCode`; keeps it until somebody says yes. */
export async function receiveFile(
  needs: Needs,
  actor: StaffActor,
  sent: File,
  nisCode: string,
  stated: AreaFileStated,
): Promise<Received> {
  try {
    const read = await withSentFile(sent, async (path) => {
      const reading = { needs, actor, path, nisCode, stated }
      return (await isTable(path)) ? readTable(reading) : readShapes(reading)
    })
    if ('reason' in read) return { kind: 'not-known', reason: read.reason }
    const id = uuidv7()
    await needs.transact(actor, (tx) => keepSent(tx, actor, id, read))
    return { kind: 'kept', id }
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'refused', refused: error }
    throw error
  }
}

type Reading = {
  readonly needs: Needs
  readonly actor: StaffActor
  readonly path: string
  readonly nisCode: string
  readonly stated: AreaFileStated
}
type NotRead = { readonly reason: NotKept }

async function readTable({ needs, actor, path, nisCode, stated }: Reading): Promise<SentTable | NotRead> {
  const { saidNisCode, edition, source, licence } = stated
  const file = await openTables(path)
  try {
    const asked = { file, nisCode, beside: [], saidNisCode, edition, provenance: { source, licence } }
    const ready = await readTableForImport(needs, actor, asked)
    if (ready.kind === 'refused') return { reason: ready.reason }
    const { memberships, sectors, read } = ready
    const { rows, notLocalisable } = read
    return { kind: 'table', source: ready.source, memberships, sectors, rows, notLocalisable }
  } finally {
    file.close()
  }
}

/** Twice: once to see which municipalities lie beside one's own, once to hold their areas too. */
async function readShapes({ needs, actor, path, nisCode, stated }: Reading): Promise<SentAreas | NotRead> {
  const { saidNisCode, edition, source, licence, isApproximate } = stated
  const file = await readAreas(path, edition)
  try {
    const asked = { file, nisCode, saidNisCode, isApproximate, provenance: { source, licence } }
    const own = await readAreasForImport(needs, actor, { ...asked, beside: [] })
    if (own.kind === 'refused') return { reason: own.reason }
    const nisCodes = await needs.transact(actor, (tx) => nisCodesOf(tx, nisCode))
    const neighbours = neighbouring(own.read.municipalities, nisCodes)
    const all =
      neighbours.length === 0
        ? own
        : await readAreasForImport(needs, actor, { ...asked, beside: neighbours.map((one) => one.nisCode) })
    if (all.kind === 'refused') return { reason: all.reason }
    const { areas, doubled, remarks } = own.read.count
    return {
      kind: 'areas',
      source: own.source,
      areas: all.areas,
      nisCodes: [...nisCodes],
      neighbours,
      levels: own.read.levels,
      count: { areas, doubled, remarks },
    }
  } finally {
    file.close()
  }
}

/** Lays a file that was sent in a folder of its own for as long as `work` takes, under its own name: refusals and provenance name it. */
async function withSentFile<Result>(sent: File, work: (path: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'meernet-areas-'))
  try {
    const path = join(folder, basename(sent.name.replaceAll('\\', '/')).slice(-200) || 'file')
    await writeFile(path, sent.stream(), { mode: 0o600 })
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
