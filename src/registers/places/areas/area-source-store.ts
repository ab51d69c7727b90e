import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../../platform/database/transact.ts'

/** A file out of which areas, or what lies in what, were taken over. */
export type AreaSource = {
  readonly kind: 'areas' | 'memberships'
  readonly source: string
  readonly licence: string
  readonly fileName: string
  /** Of the file as it came, in hexadecimal. */
  readonly sha256: string
  readonly form: string
  /** Null for a table. */
  readonly crs: string | null
  readonly crsStated: boolean | null
  /** The day on which the file was fetched. */
  readonly retrievedOn: string
  /** Per level and edition what the file came to; plain data. */
  readonly counts: unknown
  readonly remarks: unknown
  readonly importedBy: string | null
}

/** Keeps where something comes from; the same file is the one that is there already. Gives its identifier. */
export async function keepSource(
  tx: Tx,
  source: AreaSource,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { rows } = await sql<{ id: string; isNew: boolean }>`
    insert into places.area_source (municipality_id, id, kind, source, licence, file_name, sha256, form, crs, crs_stated,
      retrieved_on, counts, remarks, imported_at, imported_by)
    values (${tx.actor.municipalityId}::uuid, ${uuidv7()}::uuid, ${source.kind}, ${source.source}, ${source.licence},
      ${source.fileName}, ${source.sha256}, ${source.form}, ${source.crs}, ${source.crsStated}, ${source.retrievedOn}::date,
      ${JSON.stringify(source.counts)}::jsonb, ${JSON.stringify(source.remarks)}::jsonb, ${tx.now}, ${source.importedBy}::uuid)
    on conflict (municipality_id, kind, sha256) do update
      set source = excluded.source, licence = excluded.licence, counts = excluded.counts, remarks = excluded.remarks
    returning id, (xmax = 0) as "isNew"`.execute(tx.db)
  const [kept] = rows
  if (!kept) throw new Error('A source was not kept.')
  return kept
}

/** Says of areas that are kept out of which file they come. NOTE the import of places runs as the owner: it names its municipality. */
export async function nameSource(
  tx: Tx,
  sourceId: string,
  { level, edition, codes }: { readonly level: string; readonly edition: string; readonly codes: readonly string[] },
): Promise<void> {
  await sql`
    update places.area set source_id = ${sourceId}::uuid
    where municipality_id = ${tx.actor.municipalityId}::uuid and origin = 'imported' and level = ${level}
      and edition = ${edition} and code = any(${[...codes]}) and source_id is distinct from ${sourceId}::uuid`.execute(
    tx.db,
  )
}

/** A source as it stands beside what was taken over from it. */
export type KeptSource = Omit<AreaSource, 'counts' | 'importedBy'> & {
  readonly id: string
  readonly importedAt: Date
  readonly counts: readonly unknown[]
}

/** Everything that was taken over, newest first; those of which nothing is left stay, for they say where it came from. */
export async function keptSources(tx: Tx): Promise<readonly KeptSource[]> {
  const { rows } = await sql<KeptSource>`
    select id, kind, source, licence, file_name as "fileName", sha256, form, crs, crs_stated as "crsStated",
      retrieved_on::text as "retrievedOn", counts, remarks, imported_at as "importedAt"
    from places.area_source order by imported_at desc, id`.execute(tx.db)
  return rows
}
