import { addDays, isoDateIn } from '@meernet/calendar'
import { isStaff } from '../../platform/access/rule.ts'
import type { Tx } from '../../platform/database/transact.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import type { Waiting, WaitingOf } from '../../platform/waiting/waiting.ts'
import { enterAmounts, guideVolunteers } from './access.ts'
import { debriefsWaiting } from './care/index.ts'
import { conditionsOf } from './conditions-store.ts'
import { isOnboardingComplete } from './onboarding.ts'
import { amountsIn, amountsOf, yearOf } from './reimbursements/index.ts'
import { volunteersIn } from './volunteer-store.ts'

/** Days ahead for which the amounts of a year are asked. */
const amountsNoticeDays = 31

/** Days before the insurance expires that it begins to wait. */
const insuranceNoticeDays = 30

/**
 * For who guides volunteers: talks owed after hard visits, insurance that expires, conditions to fill in, volunteers to talk with before the first task. For an
 * administrator: the amounts of this year, and in December those of the next.
 */
export const waitingInVolunteers: WaitingOf = async (tx) => {
  const { actor } = tx
  const today = isoDateIn(municipalTimeZone, tx.now)
  if (enterAmounts.allows(actor)) return amountsWaiting(tx, today)
  if (!isStaff(actor) || !guideVolunteers.allows(actor)) return []
  const volunteers = (await volunteersIn(tx, { zoneId: actor.zoneId })).filter(({ endedOn }) => endedOn === null)
  if (volunteers.length === 0) return []
  const conditions = await conditionsOf(tx, actor.zoneId)
  const debriefs = await debriefsWaiting(tx)
  const waitingForTalk = volunteers.filter((one) => !isOnboardingComplete(one, today)).length
  return [
    ...debriefs,
    ...(conditions ? insuranceWaiting(conditions.insuredUntil, today) : [conditionsWaiting]),
    ...(conditions && waitingForTalk > 0
      ? [
          {
            message: 'volunteers.waiting.onboarding',
            values: { count: waitingForTalk },
            href: '/volunteers?standing=notReady',
            dueOn: undefined,
          },
        ]
      : []),
  ]
}

const conditionsWaiting: Waiting = {
  message: 'volunteers.waiting.conditions',
  href: '/volunteers/conditions',
  dueOn: undefined,
}

function insuranceWaiting(insuredUntil: string, today: string): readonly Waiting[] {
  if (insuredUntil > addDays(today, insuranceNoticeDays)) return []
  return [{ message: 'volunteers.waiting.insurance', href: '/volunteers/conditions', dueOn: insuredUntil }]
}

async function amountsWaiting(tx: Tx, today: string): Promise<readonly Waiting[]> {
  const amounts = await amountsIn(tx)
  const years = new Set([yearOf(today), yearOf(addDays(today, amountsNoticeDays))])
  return [...years]
    .filter((year) => !amountsOf(amounts, year))
    .map((year) => ({
      message: 'volunteers.reimbursement.waiting.amounts',
      values: { year: String(year) },
      href: '/volunteers/amounts',
      dueOn: `${year}-01-01`,
    }))
}
