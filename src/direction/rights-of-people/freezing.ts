import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { z } from 'zod'
import { freezeCard, frozenCard } from '../../functions/detection/index.ts'
import { type StaffActor, systemActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import { freezePerson, frozenOn } from '../../registers/people/index.ts'
import { freezeVolunteer, volunteerFrozenOn } from '../../registers/volunteers/index.ts'
import { letsGo } from './access.ts'
import type { freeingForm } from './forms.ts'
import { hasSubject, type RightsRequest } from './request.ts'
import { type Changing, note, requestSeen } from './request-seen.ts'
import { saveFreeing } from './request-store.ts'

type Needs = { readonly transact: Transact }
type Subject = Pick<RightsRequest, 'personId' | 'volunteerId' | 'cardId'>

/** Since when the data of whom a request is of are frozen. */
export function frozenFor({ transact }: Needs, actor: StaffActor, subject: Subject): Promise<IsoDate | null> {
  return transact(systemActor(actor.municipalityId, 'rights.frozen'), (tx) => subjectFrozenOn(tx, subject))
}

/**
 * Freezes the data of whom a request to restrict is of: a person in the register, a volunteer, or a card of somebody who is in no
 * register. Once for each request.
 */
export async function freezeData(needs: Needs, actor: StaffActor, id: string): Promise<Changing> {
  const request = await needs.transact(actor, (tx) => requestSeen(tx, id))
  if (!canFreeze(request) || request.freedOn !== null) return 'refused'
  if ((await frozenFor(needs, actor, request)) !== null) return 'stale'
  await needs.transact(actor, async (tx) => noteFreezing(tx, request, 'frozen'))
  return changeFrozen(needs, actor, request, 'frozen')
}

/**
 * Lets them go, with the reason, after the person was told (GDPR art. 18.3). The data protection officer alone: nobody else
 * sees them any more. NOTE the reason is kept first: whoever is interrupted finds the data frozen still, and does it again.
 */
export async function freeData(
  needs: Needs,
  actor: StaffActor,
  id: string,
  { version, because }: z.output<typeof freeingForm>,
): Promise<Changing> {
  const request = await needs.transact(actor, (tx) => requestSeen(tx, id))
  if (!canFreeze(request) || !letsGo(actor)) return 'refused'
  if (request.version !== version || (await frozenFor(needs, actor, request)) === null) return 'stale'
  const isSaved = await needs.transact(actor, async (tx) => {
    const on = isoDateIn(municipalTimeZone, tx.now)
    if (!(await saveFreeing(tx, request, { on, by: actor.userId, because }))) return false
    noteFreezing(tx, request, 'free', because)
    return true
  })
  return isSaved ? changeFrozen(needs, actor, request, 'free') : 'stale'
}

const canFreeze = (request: RightsRequest): boolean => request.kind === 'restrict' && hasSubject(request)

async function changeFrozen(
  { transact }: Needs,
  actor: StaffActor,
  request: RightsRequest,
  to: 'frozen' | 'free',
): Promise<Changing> {
  const isChanged = await transact(systemActor(actor.municipalityId, 'rights.freezing'), async (tx) => {
    const on = isoDateIn(municipalTimeZone, tx.now)
    const freezing = to === 'frozen' ? { on, requestId: request.id } : undefined
    if (request.volunteerId) return freezeVolunteer(tx, request.volunteerId, freezing)
    const card = request.cardId ? await frozenCard(tx, request.cardId) : undefined
    const personId = request.personId ?? card?.personId ?? null
    const isPersonChanged = personId !== null && (await freezePerson(tx, personId, freezing))
    // A card that is no case yet is nobody's in the register: it is frozen by itself, beside the person who gave its code.
    const isOfItself = request.cardId !== null && card?.personId === null
    const isCardChanged = isOfItself && (await freezeCard(tx, request.cardId ?? '', freezing))
    return isPersonChanged || isCardChanged
  })
  return isChanged ? 'done' : 'stale'
}

async function subjectFrozenOn(tx: Tx, subject: Subject): Promise<IsoDate | null> {
  if (subject.volunteerId) return volunteerFrozenOn(tx, subject.volunteerId)
  const personId = await personOf(tx, subject)
  if (personId) return frozenOn(tx, personId)
  return subject.cardId ? (await frozenCard(tx, subject.cardId)).since : null
}

/** The person in the register, also when the card whose code was typed became a case since. */
const personOf = async (tx: Tx, { personId, cardId }: Subject): Promise<string | null> =>
  personId ?? (cardId ? (await frozenCard(tx, cardId)).personId : null)

/** In the log with the request, and with the file of a volunteer, whose log is by the file. */
function noteFreezing(tx: Tx, request: RightsRequest, to: 'frozen' | 'free', because?: string): void {
  const { id, personId, volunteerId, kind } = request
  const reason = because ?? kind
  note(tx, to === 'frozen' ? 'freeze data of person' : 'free data of person', id, personId, reason)
  if (!volunteerId) return
  const file = { subject: { type: 'volunteer', id: volunteerId }, reason, details: { request: id } } as const
  if (to === 'frozen') tx.audit({ action: 'freeze volunteer file', ...file })
  else tx.audit({ action: 'free volunteer file', ...file })
}
