import { sql } from 'kysely'
import type { StaffActor } from '../access/actor.ts'
import type { Transact } from '../database/transact.ts'
import type { LastChange } from '../http/changed-meanwhile.tsx'
import type { Texts } from '../messages/index.ts'
import type { AuditLine } from './append.ts'
import { didWords } from './views/audit-words.ts'

type NamesOf = (
  tx: Parameters<Parameters<Transact>[1]>[0],
  ids: readonly string[],
) => Promise<ReadonlyMap<string, string>>

/** Tells a colleague whose change came too late who was before them, and what was done; undefined when the log does not know. */
export const lastChangeOf =
  (transact: Transact, namesOf: NamesOf) =>
  (actor: StaffActor, subject: AuditLine['subject'], t: Texts): Promise<LastChange | undefined> =>
    transact(actor, async (tx) => {
      const { rows } = await sql<{ actor_user_id: string; action: string; at: Date }>`
        select * from audit.last_change(${subject.type}, ${subject.id})`.execute(tx.db)
      const [last] = rows
      if (!last) return undefined
      const names = await namesOf(tx, [last.actor_user_id])
      return {
        who:
          last.actor_user_id === actor.userId
            ? undefined
            : (names.get(last.actor_user_id) ?? t('audit.formerColleague')),
        what: didWords(t, last.action),
        moment: t.moment(last.at),
      }
    })
