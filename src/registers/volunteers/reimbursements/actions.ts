import type { IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import type { Volunteer } from '../volunteer.ts'
import { volunteerById } from '../volunteer-store.ts'
import type { TravelRate, YearAmounts } from './amounts.ts'
import { amountsIn, keepTravelRate, keepYearAmounts } from './amounts-store.ts'
import { type Claim, type ClaimRefusal, judgeClaim, type Use } from './ceilings.ts'
import type { DeclarationInput, ReimbursementInput } from './forms.ts'
import type { KeptDeclaration } from './reimbursement.ts'
import {
  cancelOne,
  countedFor,
  declarationOf,
  isNoted,
  keepDeclaration,
  noteReimbursement,
  oneAtATime,
} from './reimbursement-store.ts'

type Needs = { readonly transact: Transact }

export type Noted =
  | { readonly kind: 'noted'; readonly near: readonly Use[] }
  | { readonly kind: 'refused'; readonly reasons: readonly ClaimRefusal[] }
  | { readonly kind: 'notFound' }

/** Notes a reimbursement whole, or not at all. Sending the same form twice notes it once. */
export const noteOne = (
  { transact }: Needs,
  actor: StaffActor,
  { volunteerId, today, input }: { volunteerId: string; today: IsoDate; input: ReimbursementInput },
): Promise<Noted> =>
  transact(actor, async (tx) => {
    const volunteer = await volunteerById(tx, volunteerId)
    if (!volunteer) return { kind: 'notFound' }
    await oneAtATime(tx, volunteer.userId ?? volunteer.id)
    if (await isNoted(tx, input.id)) return { kind: 'noted', near: [] }
    const claim = claimOf(input)
    const judged = await judgeFor(tx, volunteer, claim, today)
    if (judged.kind === 'refused') return judged
    await noteReimbursement(tx, { id: input.id, volunteerId, claim, travelCents: judged.travelCents })
    audit(tx, 'note reimbursement', volunteerId)
    return { kind: 'noted', near: judged.near }
  })

async function judgeFor(tx: Tx, { id }: Volunteer, claim: Claim, today: IsoDate) {
  return judgeClaim(claim, {
    today,
    amounts: await amountsIn(tx),
    declaration: await declarationOf(tx, id, Number(claim.day.slice(0, 4))),
    counted: await countedFor(tx, id, claim.day),
  })
}

const claimOf = (input: ReimbursementInput): Claim => ({
  day: input.day,
  kind: input.kind,
  amountCents: input.amount,
  activity: input.activity,
  travel: input.means ? { means: input.means, hectometres: input.kilometres } : null,
  elsewhereThatDayCents: input.elsewhereThatDay,
})

/** Cancels a reimbursement that was a mistake; it stays readable. False when there is none to cancel. */
export const cancelReimbursement = ({ transact }: Needs, actor: StaffActor, volunteerId: string, id: string) =>
  transact(actor, async (tx) => {
    const isCancelled = await cancelOne(tx, volunteerId, id)
    if (isCancelled) audit(tx, 'cancel reimbursement', volunteerId)
    return isCancelled
  })

/** Keeps what a volunteer declares for a year; `changed` when another declaration came in between. */
export const declare = (
  { transact }: Needs,
  actor: StaffActor,
  { volunteerId, today, input }: { volunteerId: string; today: IsoDate; input: DeclarationInput },
): Promise<'kept' | 'changed'> =>
  transact(actor, async (tx) => {
    const kept: KeptDeclaration = {
      year: input.year,
      elsewhere: input.elsewhere,
      lumpSumCents: input.lumpSum,
      travelHectometres: input.kilometres,
      meetsRaisedConditions: input.meetsRaisedConditions,
      declaredOn: today,
      version: input.version,
    }
    if (!(await keepDeclaration(tx, volunteerId, kept))) return 'changed'
    audit(tx, 'keep reimbursement declaration', volunteerId)
    return 'kept'
  })

/** Enters the amounts of a year that the program does not know. */
export const enterYearAmounts = ({ transact }: Needs, actor: StaffActor, amounts: YearAmounts): Promise<void> =>
  transact(actor, async (tx) => {
    await keepYearAmounts(tx, amounts)
    auditAmounts(tx, { year: amounts.year, dayCents: amounts.dayCents, yearCents: amounts.yearCents })
  })

/** Enters a rate for travel between two days. */
export const enterTravelRate = ({ transact }: Needs, actor: StaffActor, rate: TravelRate): Promise<void> =>
  transact(actor, async (tx) => {
    await keepTravelRate(tx, rate)
    auditAmounts(tx, { means: rate.means, from: rate.from, tenThousandths: rate.tenThousandthsPerKilometre })
  })

const audit = (tx: Tx, action: string, id: string) => tx.audit({ action, subject: { type: 'volunteer', id } })
const auditAmounts = (tx: Tx, details: Readonly<Record<string, string | number>>) =>
  tx.audit({
    action: 'enter volunteer amounts',
    subject: { type: 'municipality', id: tx.actor.municipalityId },
    details,
  })
