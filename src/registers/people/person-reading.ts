import type { Tx } from '../../platform/database/transact.ts'
import { notFound } from '../../platform/http/index.ts'
import { oddnessOfLook, tellOfficers } from './odd-look.ts'
import type { Person } from './person.ts'
import { personById } from './person-store.ts'

/** Somebody the actor may see, with the line in the audit log that every reading leaves and what is odd about it; `reason` in code words. */
export async function personFor(tx: Tx, id: string, reason: string): Promise<Person> {
  const person = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await personById(tx, id) : undefined
  if (!person) notFound('person', 'of this identifier')
  const odd = await oddnessOfLook(tx, person.id)
  tx.audit({
    action: 'read person',
    subject: { type: 'person', id: person.id },
    personId: person.id,
    reason,
    ...(odd && { details: { odd } }),
  })
  if (odd === 'ownName' || odd === 'ownAddress') await tellOfficers(tx)
  return person
}
