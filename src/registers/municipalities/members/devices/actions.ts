import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import {
  askWipe,
  endSessionsOfColleague,
  isShutByMail,
  type Member,
  openByMailAgain,
  type Phone,
  phonesOfColleague,
  type SessionOfColleague,
  sessionsOfColleague,
} from '../../../../platform/identity/index.ts'

type Needs = { readonly transact: Transact }

/** Where a colleague is signed in in this municipality, and the phones prepared for it. */
export type Devices = {
  readonly sessions: readonly SessionOfColleague[]
  readonly phones: readonly Phone[]
  readonly isShutByMail: boolean
}

/** The devices of a colleague, for the administrator. */
export async function devicesOf(tx: Tx, { accountId }: Member): Promise<Devices> {
  return {
    sessions: await sessionsOfColleague(tx, accountId),
    phones: await phonesOfColleague(tx, accountId),
    isShutByMail: await isShutByMail(tx, accountId),
  }
}

/** Ends all sessions of a colleague here, at their next request. */
export function signOutMember({ transact }: Needs, actor: StaffActor, { id, accountId }: Member): Promise<void> {
  return transact(actor, async (tx) => {
    const count = await endSessionsOfColleague(tx, accountId)
    tx.audit({ action: 'end sessions', subject: { type: 'membership', id }, details: { count } })
  })
}

/** Tells a phone of a colleague to erase itself when it next reports. */
export function wipePhone(
  { transact }: Needs,
  actor: StaffActor,
  { id, accountId }: Member,
  phoneId: string,
): Promise<void> {
  return transact(actor, async (tx) => {
    if (!(await askWipe(tx, actor, accountId, phoneId))) return
    tx.audit({ action: 'ask phone to erase itself', subject: { type: 'membership', id } })
  })
}

/** Lets links by mail open the account of a colleague again, who lost every other way in. */
export function reopenByMail({ transact }: Needs, actor: StaffActor, { id, accountId }: Member): Promise<void> {
  return transact(actor, async (tx) => {
    if (!(await openByMailAgain(tx, accountId))) return
    tx.audit({ action: 'open by mail again', subject: { type: 'membership', id } })
  })
}
