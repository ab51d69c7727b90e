import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { sizeOf, type ToldByPeriod, type ToldTable } from './told-table.ts'

/** Everything that was ever told of the indicators of one root, by period. */
export async function toldOf(tx: Tx, root: string): Promise<ToldByPeriod> {
  const { rows } = await sql<KeptTable & { period: string }>`
    select period, within, counts, hidden from analysis.told_table
    where municipality_id = ${tx.actor.municipalityId}::uuid and root = ${root}
    order by period, place`.execute(tx.db)
  const tables = new Map<string, ToldTable[]>()
  for (const { period, ...kept } of rows) tables.set(period, [...(tables.get(period) ?? []), tableFrom(kept)])
  return tables
}

/** Keeps what is told now, as far as it is more than was told `before`. Nothing that was told is ever taken out. */
export async function keepTold(tx: Tx, root: string, before: ToldByPeriod, now: ToldByPeriod): Promise<void> {
  const changed = [...now].flatMap(([period, tables]) =>
    tables.flatMap((table, place) => {
      const known = before.get(period)?.[place]
      return known && sizeOf(known) === sizeOf(table) ? [] : { period, place, ...keptFrom(table) }
    }),
  )
  if (changed.length === 0) return
  await sql`
    insert into analysis.told_table (municipality_id, root, period, place, told_at, within, counts, hidden)
    select ${tx.actor.municipalityId}::uuid, ${root}, period, place, ${tx.now}, within, counts, hidden
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      as row (period text, place integer, within jsonb, counts jsonb, hidden jsonb)
    on conflict (municipality_id, root, period, place) do update
      set told_at = excluded.told_at, within = excluded.within, counts = excluded.counts, hidden = excluded.hidden`.execute(
    tx.db,
  )
}

type KeptTable = {
  readonly within: Readonly<Record<string, readonly string[]>>
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** What was told is most of it, so what was not is kept. */
  readonly hidden: Readonly<Record<string, readonly string[]>>
}

function tableFrom({ within, counts, hidden }: KeptTable): ToldTable {
  const byIndicator = new Map(
    Object.entries(counts).map(([indicator, areas]) => [indicator, new Map(Object.entries(areas))]),
  )
  const told = [...byIndicator].map(([indicator, areas]) => {
    const untold = new Set(hidden[indicator])
    return [indicator, new Set([...areas.keys()].filter((area) => !untold.has(area)))] as const
  })
  return {
    within: new Map(Object.entries(within)),
    sums: new Set(Object.keys(within).filter((area) => area.startsWith('sum '))),
    counts: byIndicator,
    told: new Map(told),
  }
}

function keptFrom({ within, counts, told }: ToldTable): KeptTable {
  const hidden = [...counts].map(([indicator, areas]) => {
    const shown = told.get(indicator)
    return [indicator, [...areas.keys()].filter((area) => !shown?.has(area))] as const
  })
  return {
    within: Object.fromEntries(within),
    counts: Object.fromEntries([...counts].map(([indicator, areas]) => [indicator, Object.fromEntries(areas)])),
    hidden: Object.fromEntries(hidden),
  }
}
