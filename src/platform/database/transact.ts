import { AsyncLocalStorage } from 'node:async_hooks'
import { sql, type Transaction } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { type AuditLine, appendAuditLines } from '../audit/append.ts'
import type { Vault } from '../encryption/vault.ts'
import type { EventBus, EventType } from '../events/event.ts'
import { enqueueJob, type Job } from '../jobs/enqueue.ts'
import { type Calculate, calculateHere } from '../threads/index.ts'
import type { Database } from './connect.ts'
import type { Tables } from './generated/tables.ts'

/** One transaction of one actor: the only way modules reach the database. */
export type Tx = {
  readonly db: Transaction<Tables>
  readonly actor: Actor
  /** The moment this transaction began, from the clock passed in. */
  readonly now: Date
  readonly vault: Vault
  /** Notes a line for the audit log; written just before the commit, so never without the act and never instead of it. */
  audit(line: AuditLine): void
  /** Hands a notice to subscribers, who work in this same transaction. */
  publish<Payload>(type: EventType<Payload>, payload: Payload): Promise<void>
  /** Queues a job; it exists only if the transaction commits. NOTE identifiers only in the payload, no personal data. */
  enqueue(job: Job): Promise<void>
  /** Works something long out, on a thread beside this one where people wait for answers. */
  readonly calculate: Calculate
}

/** Runs `work` in one transaction as `actor`, under row-level security; throws when called inside another. */
export type Transact = <Result>(actor: Actor, work: (tx: Tx) => Promise<Result>) => Promise<Result>

/** What `transact` is built from. */
export type TransactNeeds = {
  readonly database: Pick<Database, 'app'>
  readonly vault: Vault
  readonly events: EventBus<Tx>
  readonly clock: () => Date
  readonly calculate?: Calculate | undefined
}

const insideTransaction = new AsyncLocalStorage<true>()

/** Makes the way in over these pools; one for a program. */
export function transactWith({ database, vault, events, clock, calculate = calculateHere }: TransactNeeds): Transact {
  return (actor, work) => {
    if (insideTransaction.getStore()) throw new Error('A transaction inside a transaction: pass on `tx` instead.')
    return insideTransaction.run(true, () =>
      database.app.transaction().execute(async (db) => {
        await actAs(db, actor)
        const lines: AuditLine[] = []
        const tx: Tx = {
          db,
          actor,
          vault,
          now: clock(),
          audit: (line) => void lines.push(line),
          publish: (type, payload) => events.publish(tx, type, payload),
          enqueue: (job) => enqueueJob(db, actor.municipalityId, job),
          calculate,
        }
        const result = await work(tx)
        // Last, because the chain of hashes lets one transaction of a municipality at a time through from here on.
        await appendAuditLines(tx, lines)
        return result
      }),
    )
  }
}

/** Tells the database who acts; gone at the end of the transaction. */
async function actAs(db: Transaction<Tables>, actor: Actor): Promise<void> {
  const staff = actor.kind === 'staff' ? actor : undefined
  await sql`select
    set_config('meernet.municipality', ${actor.municipalityId}, true),
    set_config('meernet.actor_kind', ${actor.kind}, true),
    set_config('meernet.user', ${staff?.userId ?? ''}, true),
    set_config('meernet.role', ${staff?.role ?? ''}, true),
    set_config('meernet.secrecy', ${staff?.secrecy ?? ''}, true),
    set_config('meernet.zone', ${staff?.zoneId ?? ''}, true)`.execute(db)
}
