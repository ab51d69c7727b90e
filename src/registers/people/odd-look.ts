import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import { colleagues, tellColleague } from '../../platform/identity/index.ts'

/** Why the data protection officer is asked to ask about a look (P17); no judgement, and never who it was about. */
export type Oddness = 'ownName' | 'ownAddress' | 'outsideWork'

/** What is odd about the actor looking at somebody; undefined: nothing. */
export async function oddnessOfLook(tx: Tx, personId: string): Promise<Oddness | undefined> {
  const { actor } = tx
  if (actor.kind !== 'staff') return undefined
  const covered = actor.neighbourhoods === 'all' ? null : [...actor.neighbourhoods]
  const { rows } = await sql<{ odd: Oddness | null }>`
    select people.oddness_of_look(${personId}::uuid, ${actor.name}, ${covered}::uuid[], ${tx.now}) as odd`.execute(
    tx.db,
  )
  return rows[0]?.odd ?? undefined
}

/** Whether somebody searches for the own name: every word of it was typed. */
export function isOwnName(typed: string, ownName: string): boolean {
  const own = wordsOf(ownName)
  const asked = new Set(wordsOf(typed))
  return own.length > 1 && own.every((word) => asked.has(word))
}

/** Lets the data protection officers know by a mail that says nothing; what to ask about stands on their "Vandaag". */
export async function tellOfficers(tx: Tx): Promise<void> {
  const officers = await colleagues(tx, { roles: ['dataProtectionOfficer'] })
  for (const userId of new Set(officers.map((one) => one.userId))) await tellColleague(tx, userId)
}

const wordsOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
