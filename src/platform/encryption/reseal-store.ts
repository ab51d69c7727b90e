import { sql } from 'kysely'
import type { Db } from '../database/connect.ts'
import { keyVersionOf, open, seal } from './seal.ts'
import { type SealedColumn, sealedColumns } from './sealed-columns.ts'

/** Opened keys by zone and version. */
export type OpenedKeys = ReadonlyMap<string, ReadonlyMap<number, Buffer>>

/** What one walk over all sealed texts did. `unopened`: rows that no key opens, by column; they stay as they are. */
export type Resealed = { readonly texts: number; readonly unopened: Readonly<Record<string, number>> }

const batchSize = 500

/**
 * Seals every text of an older version again with `version`, batch by batch, each a transaction. A text that somebody changes
 * meanwhile is left alone: the change was sealed anew. Stopped half-way, the next walk does the rest.
 */
export async function resealAll(
  owner: Db,
  keys: OpenedKeys,
  version: number,
  onProgress: (texts: number) => void = () => undefined,
): Promise<Resealed> {
  let texts = 0
  const unopened: Record<string, number> = {}
  const municipalities = await owner.selectFrom('municipalities.municipality').select('id').orderBy('id').execute()
  for (const column of await sealedColumns(owner)) {
    const name = `${column.schema}.${column.table}.${column.column}`
    // NOTE mail of the installation itself belongs to no municipality; that table lets its owner see all.
    const parts = column.schema === 'platform' ? [undefined] : municipalities.map(({ id }) => id)
    for (const municipalityId of parts) {
      let after: readonly string[] | undefined
      do {
        const batch = await resealBatch(owner, { column, keys, version, municipalityId, after })
        after = batch.last
        texts += batch.texts
        if (batch.unopened > 0) unopened[name] = (unopened[name] ?? 0) + batch.unopened
        onProgress(texts)
      } while (after)
    }
  }
  return { texts, unopened }
}

type Batch = {
  readonly column: SealedColumn
  readonly keys: OpenedKeys
  readonly version: number
  readonly municipalityId: string | undefined
  readonly after: readonly string[] | undefined
}
type Row = { readonly key: readonly string[]; readonly sealed: Buffer; readonly zone: string | null }

async function resealBatch(owner: Db, batch: Batch) {
  const { column, version } = batch
  return owner.transaction().execute(async (db) => {
    await sql`select set_config('meernet.municipality', ${batch.municipalityId ?? ''}, true),
      set_config('meernet.actor_kind', 'system', true)`.execute(db)
    const rows = await rowsOfOlderVersions(db, batch)
    let [texts, unopened] = [0, 0]
    for (const row of rows) {
      const place = { column: `${column.schema}.${column.table}.${column.column}`, rowId: rowIdOf(column, row) }
      const again = resealed(batch, place, row)
      if (!again) unopened += 1
      else texts += await replace(db, column, row, again)
    }
    return { texts, unopened, last: rows.length === batchSize ? rows.at(-1)?.key : undefined, version }
  })
}

async function rowsOfOlderVersions(db: Db, { column, version, municipalityId, after }: Batch): Promise<readonly Row[]> {
  const { key, hasZone, hasMunicipality } = column
  const at = sql.ref(column.column)
  const keyRefs = sql.join(key.map((name) => sql.ref(name)))
  const ofMunicipality = municipalityId && hasMunicipality ? sql`municipality_id = ${municipalityId}` : sql`true`
  const further = after ? sql`(${keyRefs}) > (${sql.join(after)})` : sql`true`
  const { rows } = await sql<Row>`
    select array[${sql.join(key.map((name) => sql`${sql.ref(name)}::text`))}] as key, ${at} as sealed,
      ${hasZone ? sql`zone_id::text` : sql`null`} as zone
    from ${sql.table(`${column.schema}.${column.table}`)}
    where ${at} is not null and length(${at}) > 2 and get_byte(${at}, 1) * 256 + get_byte(${at}, 2) < ${version}
      and ${ofMunicipality} and ${further}
    order by ${keyRefs} limit ${batchSize}`.execute(db)
  return rows
}

const rowIdOf = ({ key }: SealedColumn, row: Row): string =>
  row.key.filter((_, index) => key[index] !== 'municipality_id').join('/')

/** The same text under the newest key of the zone that opens it: the row's own zone, or else any other. */
function resealed({ keys, version }: Batch, place: { column: string; rowId: string }, { sealed, zone }: Row) {
  const zones = zone && keys.has(zone) ? [zone, ...[...keys.keys()].filter((id) => id !== zone)] : [...keys.keys()]
  for (const id of zones) {
    const versions = keys.get(id)
    const [old, fresh] = [versions?.get(keyVersionOf(sealed)), versions?.get(version)]
    if (!old || !fresh) continue
    try {
      return seal(
        { version, key: fresh },
        place,
        open(() => old, place, sealed),
      )
    } catch {
      // Sealed in another zone; the next may fit.
    }
  }
  return undefined
}

/** NOTE the key is compared as it is, not as text: a row found without the index costs a walk over the whole table. */
async function replace(db: Db, column: SealedColumn, row: Row, again: Buffer): Promise<number> {
  const at = sql.ref(column.column)
  const isRow = sql.join(
    column.key.map((name, index) => sql`${sql.ref(name)} = ${row.key[index]}`),
    sql` and `,
  )
  const { numAffectedRows = 0n } = await sql`
    update ${sql.table(`${column.schema}.${column.table}`)} set ${at} = ${again}
    where ${isRow} and ${at} = ${row.sealed}`.execute(db)
  return Number(numAffectedRows)
}
