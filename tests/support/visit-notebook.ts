import { uuidv7 } from 'uuidv7'
import type { RoundsAnswer, VisitAct, VisitorRound } from '../../src/functions/detection/contract.ts'
import type { Change } from '../../src/home-visit/notebook/notebook-store.ts'
import type { NotedVisit } from '../../src/home-visit/notebook/page.ts'

export const firstRound: VisitorRound = {
  id: uuidv7(),
  day: '2026-11-23',
  campaign: 'Winterbezoek',
  until: '2026-11-30',
  partner: null,
  onCall: null,
  isCheckedIn: false,
  doors: [1, 2, 3].map((number) => ({
    id: uuidv7(),
    addressId: uuidv7(),
    street: 'Lindelaan',
    streetNearby: null,
    number: String(number),
    box: null,
    state: 'open' as const,
    outcome: null,
    returnOn: null,
  })),
}

/** What the server answers to Anna on the morning of her round, at `now`. */
export const answerAt = (now: Date): RoundsAnswer => ({
  visitor,
  municipality: { name: 'Netegem', slug: 'netegem', phone: '', jurisdiction: 'flanders' },
  today: '2026-11-23',
  now: now.toISOString(),
  rounds: [firstRound],
  visits: [],
  cards: [],
})

/** A visit as the app writes it at one of the doors of the round: the act, and the note the phone keeps of it. */
export function visitAt(doorId: string, at: Date, sentence = 'Kent de hele straat.') {
  const act = {
    id: uuidv7(),
    kind: 'recordVisit',
    at: at.toISOString(),
    visitId: uuidv7(),
    body: { roundAddressId: doorId, outcome: 'pleasantTalk', sentence },
  } satisfies VisitAct
  const value: NotedVisit = {
    id: act.visitId,
    roundAddressId: doorId,
    outcome: 'pleasantTalk',
    sentence,
    wantsReturnOn: null,
    version: null,
    hasCard: false,
  }
  const changes: readonly Change[] = [{ place: `visit/${act.visitId}`, value }]
  return { act, changes }
}

/** The door with this index on the round. */
export const doorId = (index: number): string => firstRound.doors[index]?.id ?? ''

const visitor = { id: uuidv7(), name: 'Anna' }
