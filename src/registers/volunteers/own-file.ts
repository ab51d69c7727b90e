import type { Tx } from '../../platform/database/transact.ts'
import { notFound, restricted } from '../../platform/http/index.ts'
import type { Volunteer } from './volunteer.ts'
import { volunteerOf } from './volunteer-store.ts'

/** The file of an account, to change it: not found when there is none, refused (423) while it is frozen (P16). */
export async function ownFileForChange(tx: Tx, userId: string): Promise<Volunteer> {
  const volunteer = (await volunteerOf(tx, userId)) ?? notFound('volunteer', 'of this account')
  if (volunteer.frozenOn !== null) restricted('own volunteer file', volunteer.frozenOn)
  return volunteer
}
