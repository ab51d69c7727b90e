import type { IsoDate } from '@meernet/calendar'
import type { Selectable } from 'kysely'
import type { Tables } from '../../platform/database/generated/tables.ts'
import type { Tx } from '../../platform/database/transact.ts'
import type { ZoneKey } from '../../platform/encryption/vault.ts'
import type {
  FreeingReason,
  IdentityCheck,
  RequestChannel,
  RequestKind,
  RequestOutcome,
  RightsRequest,
} from './request.ts'

/** What is written down when a request comes in. */
export type NewRequest = Pick<
  RightsRequest,
  | 'id'
  | 'zoneId'
  | 'kind'
  | 'channel'
  | 'receivedOn'
  | 'identityChecked'
  | 'personId'
  | 'cardId'
  | 'volunteerId'
  | 'asker'
  | 'ask'
>

/** Keeps a request; false when it is there already: that one is left as it is. */
export async function addRequest(tx: Tx, request: NewRequest): Promise<boolean> {
  const zone = await tx.vault.zone(tx.actor.municipalityId, request.zoneId)
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('rights.request')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: request.id,
      zone_id: request.zoneId,
      kind: request.kind,
      channel: request.channel,
      received_on: request.receivedOn,
      identity_checked: request.identityChecked,
      person_id: request.personId,
      card_id: request.cardId,
      volunteer_id: request.volunteerId,
      asker_sealed: sealed(zone, 'asker_sealed', request.id, request.asker),
      ask_sealed: sealed(zone, 'ask_sealed', request.id, request.ask),
      recorded_by: tx.actor.kind === 'staff' ? tx.actor.userId : null,
      recorded_at: tx.now,
    })
    // NOTE without columns: with them the database asks that who notes a request may read it back.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** One request that the actor may see. */
export async function requestById(tx: Tx, id: string): Promise<RightsRequest | undefined> {
  const row = await tx.db.selectFrom('rights.request').selectAll().where('id', '=', id).executeTakeFirst()
  return row && requestFrom(tx, row)
}

/** Requests to answer that the actor may see, oldest first. */
export async function openRequests(tx: Tx): Promise<readonly RightsRequest[]> {
  const rows = await tx.db
    .selectFrom('rights.request')
    .selectAll()
    .where('answered_on', 'is', null)
    .orderBy('received_on')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => requestFrom(tx, row)))
}

/** Requests that the actor may see: the open ones, oldest first, then the answered ones of the last `answered`, newest first. */
export async function requestsSeen(tx: Tx, answered: number): Promise<readonly RightsRequest[]> {
  const done = await tx.db
    .selectFrom('rights.request')
    .selectAll()
    .where('answered_on', 'is not', null)
    .orderBy('answered_on', 'desc')
    .orderBy('id')
    .limit(answered)
    .execute()
  return [...(await openRequests(tx)), ...(await Promise.all(done.map((row) => requestFrom(tx, row))))]
}

/** The requests of somebody, newest first. */
export async function requestsOf(tx: Tx, personId: string): Promise<readonly RightsRequest[]> {
  const rows = await tx.db
    .selectFrom('rights.request')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('received_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return Promise.all(rows.map((row) => requestFrom(tx, row)))
}

/** The people among these with a request that is not answered. */
export async function peopleWithOpenRequest(tx: Tx, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('rights.request')
    .select('person_id')
    .where('person_id', 'in', [...personIds])
    .where('answered_on', 'is', null)
    .execute()
  return new Set(rows.flatMap(({ person_id }) => person_id ?? []))
}

/** Lets a request bear a card, and the person it became a case of. False when it changed since `version`. */
export function saveCard(
  tx: Tx,
  { id, version }: RightsRequest,
  { cardId, personId }: Pick<RightsRequest, 'personId'> & { readonly cardId: string },
): Promise<boolean> {
  return saved(tx, id, version, { card_id: cardId, person_id: personId })
}

/** Ties a request to a person in the register. False when it changed since `version`. */
export const savePerson = (tx: Tx, { id, version }: RightsRequest, personId: string): Promise<boolean> =>
  saved(tx, id, version, { person_id: personId })

/** Makes the term longer, with the reason. False when it changed since `version`. */
export async function saveExtension(
  tx: Tx,
  { id, zoneId, version }: RightsRequest,
  { on, reason }: { readonly on: IsoDate; readonly reason: string },
): Promise<boolean> {
  const zone = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  return saved(tx, id, version, { extended_on: on, extension_sealed: sealed(zone, 'extension_sealed', id, reason) })
}

/** Keeps the answer. False when it changed since `version`. */
export async function saveAnswer(
  tx: Tx,
  { id, zoneId, version }: RightsRequest,
  given: { readonly on: IsoDate; readonly outcome: RequestOutcome; readonly answer: string; readonly by: string },
): Promise<boolean> {
  const zone = await tx.vault.zone(tx.actor.municipalityId, zoneId)
  return saved(tx, id, version, {
    answered_on: given.on,
    outcome: given.outcome,
    answer_sealed: sealed(zone, 'answer_sealed', id, given.answer),
    answered_by: given.by,
  })
}

/** Keeps that frozen data are let go, by whom and why. False when it changed since `version`. */
export function saveFreeing(
  tx: Tx,
  { id, version }: RightsRequest,
  { on, by, because }: { readonly on: IsoDate; readonly by: string; readonly because: FreeingReason },
): Promise<boolean> {
  return saved(tx, id, version, { freed_on: on, freed_by: by, freed_because: because })
}

type Change = Partial<
  Pick<
    Selectable<Tables['rights.request']>,
    | 'card_id'
    | 'person_id'
    | 'extended_on'
    | 'extension_sealed'
    | 'answered_on'
    | 'outcome'
    | 'answer_sealed'
    | 'answered_by'
    | 'freed_on'
    | 'freed_by'
    | 'freed_because'
  >
>

async function saved(tx: Tx, id: string, version: number, change: Change): Promise<boolean> {
  const rows = await tx.db
    .updateTable('rights.request')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute()
  return rows.length > 0
}

const place = (column: string, rowId: string) => ({ column: `rights.request.${column}`, rowId })
const sealed = (zone: ZoneKey, column: string, id: string, text: string | null) =>
  text ? zone.seal(place(column, id), text) : null

async function requestFrom(tx: Tx, row: Selectable<Tables['rights.request']>): Promise<RightsRequest> {
  const zone = await tx.vault.zone(row.municipality_id, row.zone_id)
  const open = (column: string, bytes: Buffer | null) => bytes && zone.open(place(column, row.id), bytes)
  return {
    id: row.id,
    zoneId: row.zone_id,
    // The checks of the table are the closed lists of the types.
    kind: row.kind as RequestKind,
    channel: row.channel as RequestChannel,
    receivedOn: row.received_on,
    identityChecked: row.identity_checked as IdentityCheck,
    personId: row.person_id,
    cardId: row.card_id,
    volunteerId: row.volunteer_id,
    asker: open('asker_sealed', row.asker_sealed),
    ask: open('ask_sealed', row.ask_sealed),
    extendedOn: row.extended_on,
    extension: open('extension_sealed', row.extension_sealed),
    answeredOn: row.answered_on,
    outcome: row.outcome as RequestOutcome | null,
    answer: open('answer_sealed', row.answer_sealed),
    freedOn: row.freed_on,
    freedBecause: row.freed_because as FreeingReason | null,
    version: row.version,
  }
}
