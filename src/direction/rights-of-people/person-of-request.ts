import type { z } from 'zod'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import type { Transact } from '../../platform/database/transact.ts'
import { peopleNamed } from '../../registers/people/index.ts'
import { letsGo } from './access.ts'
import type { personForm } from './forms.ts'
import { hasSubject, type RightsRequest } from './request.ts'
import { type Changing, note, requestSeen } from './request-seen.ts'
import { savePerson } from './request-store.ts'
import { handlersIn, type ZoneHandlers } from './zone-handlers.ts'

type Needs = { readonly transact: Transact }

/** Why a name gives nobody: nobody is called so in this data zone, or more than one is. */
export type NameRefusal = 'nobodyNamed' | 'severalNamed'

/**
 * Whether the data protection officer looks up whom a request is of: only where no coordinator under secrecy works, who
 * would know (decision 0590).
 */
export const mayNamePerson = (
  actor: StaffActor,
  request: RightsRequest,
  { hasHandler }: Pick<ZoneHandlers, 'hasHandler'>,
): boolean => letsGo(actor) && !hasHandler && request.answeredOn === null && !hasSubject(request)

/** Ties a request to the one person of the zone who is called so; the officer learns that there is one, and nothing else. */
export async function namePerson(
  needs: Needs,
  actor: StaffActor,
  id: string,
  { version, name, phone }: z.output<typeof personForm>,
): Promise<Changing | NameRefusal> {
  const { request, handlers } = await needs.transact(actor, async (tx) => {
    const seen = await requestSeen(tx, id)
    note(tx, 'look up person for request', id, undefined, seen.kind)
    return { request: seen, handlers: await handlersIn(tx, seen.zoneId) }
  })
  if (request.version !== version) return 'stale'
  if (!mayNamePerson(actor, request, handlers)) return 'refused'
  const named = await needs.transact(systemActor(actor.municipalityId, 'person of a request about own data'), (tx) =>
    peopleNamed(tx, { zoneId: request.zoneId, name, phone }),
  )
  const [personId] = named
  if (!personId || named.length > 1) return personId ? 'severalNamed' : 'nobodyNamed'
  return (await needs.transact(actor, (tx) => savePerson(tx, request, personId))) ? 'done' : 'stale'
}
