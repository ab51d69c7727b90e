import type { Transact } from '../../platform/database/transact.ts'
import { type Ctx, notFound, restricted, staffOf } from '../../platform/http/index.ts'
import { readVolunteer } from './actions.ts'
import { type FrozenFile, frozenFile } from './frozen/freezing-store.ts'
import type { Volunteer } from './volunteer.ts'

type Needs = { readonly transact: Transact }

/** The file that the address names, with its audit line; refused while it is frozen (P16), not found when it is not one's to see. */
export async function fileOf(needs: Needs, c: Ctx): Promise<Volunteer> {
  await refuseFrozen(needs, c)
  const id = idOf(c)
  return (await readVolunteer(needs, staffOf(c), id)) ?? notFound('volunteer', id)
}

/** Refuses (423) when the file that the address names is frozen. */
export async function refuseFrozen(needs: Needs, c: Ctx): Promise<void> {
  const frozen = await frozenFileOf(needs, c)
  if (frozen) restricted('volunteer', frozen.since)
}

/** The frozen file that the address names, for who would see it otherwise. */
export function frozenFileOf({ transact }: Needs, c: Ctx): Promise<FrozenFile | undefined> {
  return transact(staffOf(c), (tx) => frozenFile(tx, idOf(c)))
}

const idOf = (c: Ctx) => c.req.param('id') ?? ''
