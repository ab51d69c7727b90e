import { isoDateIn } from '@meernet/calendar'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../../platform/database/transact.ts'
import type { PublicMunicipality } from '../../../../platform/http/index.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import { volunteerOf } from '../../../../registers/volunteers/index.ts'
import { roundsForVisitor } from '../../campaigns/index.ts'
import { roundsOut } from '../outings/outing-store.ts'
import { visibleHoursAfterHandover } from '../visit.ts'
import { notesHandedOverSince, returnDays } from '../visit-store.ts'
import type { RecentVisit, RoundsAnswer } from './rounds-answer.ts'
import { sentCardsOf } from './sent-card-store.ts'

type Needs = { readonly transact: Transact }

/** All that the phone of this visitor may keep today: rounds of today and later, own notes of the last day, status of own cards. */
export function roundsForPhone(
  { transact }: Needs,
  actor: StaffActor,
  { name, slug, contact, jurisdiction }: PublicMunicipality,
): Promise<RoundsAnswer> {
  return transact(actor, async (tx) => {
    const today = isoDateIn(municipalTimeZone, tx.now)
    const frozenSince = (await volunteerOf(tx, actor.userId))?.frozenOn ?? null
    return {
      visitor: { id: actor.userId, name: actor.name, frozenSince },
      municipality: { name, slug, phone: contact.phone, jurisdiction },
      today,
      now: tx.now.toISOString(),
      rounds: await phoneRounds(tx, actor.userId, today),
      visits: await recentVisits(tx, actor.userId),
      cards: await sentCardsOf(tx, actor.userId),
    }
  })
}

async function phoneRounds(tx: Tx, visitorId: string, today: string): Promise<RoundsAnswer['rounds']> {
  const rounds = await roundsForVisitor(tx, visitorId, today)
  const out = await roundsOut(tx, visitorId)
  const returns = await returnDays(
    tx,
    rounds.flatMap(({ doors }) => doors.map(({ roundAddressId }) => roundAddressId)),
  )
  return rounds.map(({ id, day, campaignName, until, partner, onCall, doors }) => ({
    id,
    day,
    campaign: campaignName,
    until,
    partner,
    onCall: onCall?.phone ? { name: onCall.name, phone: onCall.phone } : null,
    isCheckedIn: out.has(id),
    doors: doors.map(({ roundAddressId, addressId, street, streetNearby, number, box, state, outcome }) => ({
      id: roundAddressId,
      addressId,
      street,
      streetNearby,
      number,
      box,
      state,
      outcome,
      returnOn: returns.get(roundAddressId) ?? null,
    })),
  }))
}

/** Own notes handed over less than a day ago; reading them is noted (P8, P17). */
async function recentVisits(tx: Tx, visitorId: string): Promise<readonly RecentVisit[]> {
  const visibleMs = visibleHoursAfterHandover * 3_600_000
  const notes = await notesHandedOverSince(tx, visitorId, new Date(tx.now.getTime() - visibleMs))
  for (const { id, sentence } of notes)
    if (sentence) tx.audit({ action: 'read visit', subject: { type: 'visit', id }, reason: 'own note of the last day' })
  return notes.map(({ handedOverAt, ...note }) => ({
    ...note,
    forgetAt: new Date(handedOverAt.getTime() + visibleMs).toISOString(),
  }))
}
