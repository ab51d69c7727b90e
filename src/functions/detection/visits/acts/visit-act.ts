/**
 * Acts of the home-visit app, as they wait on the phone, travel and are replayed. The web forms for paper rounds make the
 * same acts. An example of what travels:
 *
 *   { "visitor": "…", "acts": [{ "id": "0199…", "kind": "recordVisit", "at": "2026-11-23T10:04:00.000Z", "visitId": "0199…",
 *     "body": { "roundAddressId": "0199…", "outcome": "pleasantTalk" } }] }
 *
 * `id`, a UUID of version 7, makes sending twice harmless. Acts of one visit are replayed in the order they stand in.
 */
import { z } from 'zod'
import { cardInput, cardText } from '../../cards/card-input.ts'
import { visitOutcomes } from '../visit.ts'

const identifier = z.uuid()
/** Made on the phone, in order of time: acts and visits need no number of the server. */
const madeOnPhone = z.uuidv7()
const moment = z.iso.datetime()
const envelope = { id: madeOnPhone, at: moment }

/** What the visitor writes down; the person may read it (chapter 6). */
export const sentenceLength = 280
const visitBody = {
  outcome: z.enum(visitOutcomes),
  sentence: cardText(sentenceLength).optional(),
  wantsReturnOn: z.iso.date().optional(),
}

/** One act. `basedOn` is the version of the visit that the visitor saw when changing it. */
export const visitAct = z.discriminatedUnion('kind', [
  z.object({
    ...envelope,
    kind: z.literal('checkIn'),
    body: z.object({ roundId: identifier, expectedBackAt: moment.optional() }),
  }),
  z.object({ ...envelope, kind: z.literal('checkOut'), body: z.object({ roundId: identifier }) }),
  z.object({
    ...envelope,
    kind: z.literal('recordVisit'),
    visitId: madeOnPhone,
    body: z.object({ roundAddressId: identifier, ...visitBody }),
  }),
  z.object({
    ...envelope,
    kind: z.literal('correctVisit'),
    visitId: madeOnPhone,
    basedOn: z.int().min(1).optional(),
    body: z.object(visitBody),
  }),
  z.object({ ...envelope, kind: z.literal('fillCard'), visitId: madeOnPhone, body: z.object({ card: cardInput }) }),
  z.object({
    ...envelope,
    kind: z.literal('raiseAlarm'),
    visitId: madeOnPhone.optional(),
    body: z.object({ roundId: identifier.optional() }),
  }),
  z.object({ ...envelope, kind: z.literal('askHelp'), body: z.object({ roundId: identifier.optional() }) }),
  z.object({ ...envelope, kind: z.literal('refuseAddress'), body: z.object({ roundAddressId: identifier }) }),
])
export type VisitAct = z.output<typeof visitAct>

/** What the phone sends: whose acts, and the acts; each is checked by itself, so that one bad act does not stop the others. */
export const actsRequest = z.object({ visitor: identifier, acts: z.array(z.unknown()).max(50_000) })

/** Why an act was not applied: a closed list; each has a sentence for the visitor and one for the coordinator. */
export const refusalReasons = [
  'malformed',
  'numberInText',
  'notYourRound',
  'campaignNotRunning',
  'optedOut',
  'visitUnknown',
  'visitExists',
  'handedOver',
  'changedMeanwhile',
  'notCheckedIn',
  'unexpected',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** The server's answer to one act, in the order asked. `applied` and `duplicate` mean committed. */
export type ActAnswer =
  | { readonly id: string; readonly status: 'applied' | 'duplicate' }
  | { readonly id: string; readonly status: 'refused'; readonly reason: RefusalReason }
export type ActsAnswer = { readonly answers: readonly ActAnswer[] }
