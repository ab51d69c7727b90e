import { hasInInbox } from '../../functions/detection/index.ts'
import type { StaffActor } from '../../platform/access/actor.ts'
import type { Tx } from '../../platform/database/transact.ts'
import type { Texts } from '../../platform/messages/index.ts'
import { frozenSince, fullName, personById } from '../../registers/people/index.ts'
import { frozenFile, volunteerById } from '../../registers/volunteers/index.ts'
import type { RightsRequest } from './request.ts'
import type { RequestSubject } from './views/request-page-props.ts'

type Of = Pick<RightsRequest, 'personId' | 'volunteerId' | 'cardId'>

/** Whom a request is of, as far as the actor may see them; who is frozen, or has a card in the inbox, without a name. */
export async function subjectOf(
  tx: Tx,
  actor: StaffActor,
  t: Texts,
  { personId, volunteerId, cardId }: Of,
): Promise<RequestSubject | undefined> {
  const person = personId ? await personById(tx, personId) : undefined
  if (person) return { kind: 'person', id: person.id, name: fullName(person) }
  const volunteer = volunteerId ? await volunteerById(tx, volunteerId) : undefined
  if (volunteer) return { kind: 'volunteer', id: volunteer.id, name: volunteer.name }
  const name = t('rights.who.frozen')
  if (personId && (await frozenSince(tx, personId))) return { kind: 'person', id: personId, name }
  if (volunteerId && (await frozenFile(tx, volunteerId))) return { kind: 'volunteer', id: volunteerId, name }
  if (personId || !cardId || !(await hasInInbox(tx, actor, cardId))) return undefined
  return { kind: 'card', id: cardId, name: t('rights.who.card') }
}
