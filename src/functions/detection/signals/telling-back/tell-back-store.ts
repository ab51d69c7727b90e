import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { TellBackChannel, TellBackTopic } from './feedback.ts'

/** Something a person must hear back, open until somebody did it. */
export type TellBack = {
  readonly signalId: string
  readonly about: TellBackTopic
  readonly channel: TellBackChannel
  readonly dueOn: IsoDate
  readonly outcome: TellBackOutcome | null
}
/** How telling somebody back ended. */
export const tellBackOutcomes = ['told', 'notReached', 'notWanted'] as const
export type TellBackOutcome = (typeof tellBackOutcomes)[number]

/** Notes what a person must hear back. One topic waits once; what was told before is told again when it happens again. */
export async function planTellBack(
  tx: Tx,
  { id, zoneId }: { readonly id: string; readonly zoneId: string },
  plan: Pick<TellBack, 'about' | 'channel' | 'dueOn'>,
): Promise<void> {
  const planned = { channel: plan.channel, due_on: plan.dueOn, created_at: tx.now }
  await tx.db
    .insertInto('detection.tell_back')
    .values({
      municipality_id: tx.actor.municipalityId,
      signal_id: id,
      zone_id: zoneId,
      about: plan.about,
      ...planned,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_id', 'signal_id', 'about'])
        .doUpdateSet({ ...planned, done_at: null, done_by: null, outcome: null })
        .where('detection.tell_back.done_at', 'is not', null),
    )
    .execute()
}

/** Takes away what is still to be told about these topics: it is not so any more, or there is nobody to tell. */
export async function dropTellBacks(tx: Tx, signalId: string, topics: readonly TellBackTopic[]): Promise<void> {
  await tx.db
    .deleteFrom('detection.tell_back')
    .where('signal_id', '=', signalId)
    .where('about', 'in', [...topics])
    .where('done_at', 'is', null)
    .execute()
}

/** What is or was to be told about one signal, first promised first. */
export async function tellBacksOf(tx: Tx, signalId: string): Promise<readonly TellBack[]> {
  const rows = await tellBackRows(tx).where('signal_id', '=', signalId).orderBy('due_on').execute()
  return rows.map(tellBackFrom)
}

/** What is still to be told in the actor's zone, first promised first. */
export async function openTellBacks(tx: Tx): Promise<readonly TellBack[]> {
  const rows = await tellBackRows(tx).where('done_at', 'is', null).orderBy('due_on').limit(200).execute()
  return rows.map(tellBackFrom)
}

/** Notes how telling went; gives false when that was done already. */
export async function finishTellBack(
  tx: Tx,
  signalId: string,
  about: TellBackTopic,
  outcome: TellBackOutcome,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('detection.tell_back')
    .set({ done_at: tx.now, done_by: tx.actor.kind === 'staff' ? tx.actor.userId : null, outcome })
    .where('signal_id', '=', signalId)
    .where('about', '=', about)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const tellBackRows = (tx: Tx) =>
  tx.db.selectFrom('detection.tell_back').select(['signal_id', 'about', 'channel', 'due_on', 'outcome'])

type Row = Awaited<ReturnType<ReturnType<typeof tellBackRows>['executeTakeFirstOrThrow']>>
const tellBackFrom = (row: Row): TellBack => ({
  signalId: row.signal_id,
  about: row.about as TellBackTopic,
  channel: row.channel as TellBackChannel,
  dueOn: row.due_on,
  outcome: row.outcome as TellBackOutcome | null,
})
