import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { type Signal, signalFrom, signalRows, somethingIsPromised } from '../signal-store.ts'

/** How many overdue signals are held at once. */
export const overdueAtOnce = 500

/**
 * Signals whose promise has passed and that can still go to somebody else, by identifier after `after`, at most `overdueAtOnce`;
 * held for this transaction. None of people whose data are frozen: for the program, which would see them.
 */
export async function overdueSignals(tx: Tx, today: IsoDate, after: string | null): Promise<readonly Signal[]> {
  const rows = await signalRows(tx)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .where('merged_into', 'is', null)
    .where(somethingIsPromised)
    .where('due_on', '<', today)
    .where('escalated', '<>', 'headOfService')
    .where(sql<boolean>`id not in (select detection.frozen_cards())`)
    .orderBy('id')
    .limit(overdueAtOnce)
    .forUpdate()
    .execute()
  return rows.map(signalFrom)
}

/** Open signals that were passed on to somebody because they were late. */
export async function escalatedTo(tx: Tx, userId: string): Promise<readonly Signal[]> {
  const rows = await signalRows(tx)
    .where('escalated_to', '=', userId)
    .where(somethingIsPromised)
    .where('merged_into', 'is', null)
    .orderBy('due_on')
    .limit(20)
    .execute()
  return rows.map(signalFrom)
}
