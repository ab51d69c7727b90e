import type { IsoDate } from '@meernet/calendar'
import type { Selectable } from 'kysely'
import type { Tables } from '../../../platform/database/generated/tables.ts'
import type { Tx } from '../../../platform/database/transact.ts'
import { type DatedValue, isLocalParameter, type LocalParameter, type LocalValue } from './local-parameter.ts'

/** A dated value as staff see it: with where it was read and what goes with it. */
export type LocalRow = DatedValue & {
  readonly id: string
  readonly notes: string | null
  readonly source: string
  readonly version: number
}

export type NewLocalRow = Omit<LocalRow, 'version'> & { readonly enteredBy: string; readonly enteredAt: Date }

/** Every dated value of this municipality, newest first; of one parameter when it is named. */
export async function localRows(tx: Tx, parameter?: LocalParameter): Promise<readonly LocalRow[]> {
  let query = tx.db.selectFrom('guidance.local_parameter').selectAll()
  if (parameter) query = query.where('parameter', '=', parameter)
  return rowsFrom(await query.orderBy('parameter').orderBy('valid_from', 'desc').execute())
}

/** Values that began by `day`: what a check needs. */
export async function localValuesBy(tx: Tx, day: IsoDate): Promise<readonly DatedValue[]> {
  const query = tx.db.selectFrom('guidance.local_parameter').selectAll().where('valid_from', '<=', day)
  return rowsFrom(await query.execute())
}

/** One dated value. */
export async function localRowById(tx: Tx, id: string): Promise<LocalRow | undefined> {
  const query = tx.db.selectFrom('guidance.local_parameter').selectAll().where('id', '=', id)
  return rowsFrom(await query.execute())[0]
}

/** Adds a value, once per id. False when another one begins on that day. */
export async function addLocalRow(tx: Tx, row: NewLocalRow): Promise<boolean> {
  if (await localRowById(tx, row.id)) return true
  const added = await tx.db
    .insertInto('guidance.local_parameter')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: row.id,
      parameter: row.parameter,
      ...columnsOf(row),
      entered_by: row.enteredBy,
      entered_at: row.enteredAt,
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'parameter', 'valid_from']).doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

/** Corrects a value. False when somebody changed it since `row.version`. */
export async function changeLocalRow(tx: Tx, row: LocalRow): Promise<boolean> {
  const changed = await tx.db
    .updateTable('guidance.local_parameter')
    .set({ ...columnsOf(row), version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .returning('id')
    .execute()
  return changed.length > 0
}

/** Takes away a value that never held. False when somebody changed it since `version`. */
export async function removeLocalRow(tx: Tx, id: string, version: number): Promise<boolean> {
  const removed = await tx.db
    .deleteFrom('guidance.local_parameter')
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  return removed.length > 0
}

function columnsOf({ validFrom, value, notes, source }: Pick<LocalRow, 'validFrom' | 'value' | 'notes' | 'source'>) {
  const contact = value.kind === 'contact' ? value : undefined
  return {
    valid_from: validFrom,
    kind: value.kind,
    amount_cents: value.kind === 'amount' ? value.cents : null,
    contact_name: contact?.name ?? null,
    contact_phone: contact?.phone ?? null,
    contact_address: contact?.address ?? null,
    contact_hours: contact?.hours ?? null,
    notes,
    source,
  }
}

type Row = Selectable<Tables['guidance.local_parameter']>

/** What the catalogue no longer knows is left out. */
function rowsFrom(rows: readonly Row[]): readonly LocalRow[] {
  return rows.flatMap((row) => {
    const { parameter } = row
    if (!isLocalParameter(parameter)) return []
    const { id, valid_from: validFrom, notes, source, version } = row
    return [{ id, parameter, validFrom, value: valueFrom(row), notes, source, version }]
  })
}

function valueFrom(row: Row): LocalValue {
  if (row.kind === 'amount') return { kind: 'amount', cents: row.amount_cents ?? 0 }
  if (row.kind === 'none' || row.kind === 'statusesOnly') return { kind: row.kind }
  if (row.kind !== 'contact') return { kind: 'unknown' }
  return {
    kind: 'contact',
    name: row.contact_name ?? '',
    phone: row.contact_phone,
    address: row.contact_address,
    hours: row.contact_hours,
  }
}
