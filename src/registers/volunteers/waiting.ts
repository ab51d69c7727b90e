import { addDays, isoDateIn } from '@meernet/calendar'
import { isStaff } from '../../platform/access/rule.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import type { Waiting, WaitingOf } from '../../platform/waiting/waiting.ts'
import { guideVolunteers } from './access.ts'
import { conditionsOf } from './conditions-store.ts'
import { isOnboardingComplete } from './onboarding.ts'
import { volunteersIn } from './volunteer-store.ts'

/** Days before the insurance expires that it begins to wait. */
const insuranceNoticeDays = 30

/** For who guides volunteers: insurance that expires, conditions to fill in, volunteers to talk with before the first task. */
export const waitingInVolunteers: WaitingOf = async (tx) => {
  const { actor } = tx
  if (!isStaff(actor) || !guideVolunteers.allows(actor)) return []
  const today = isoDateIn(municipalTimeZone, tx.now)
  const volunteers = (await volunteersIn(tx, { zoneId: actor.zoneId })).filter(({ endedOn }) => endedOn === null)
  if (volunteers.length === 0) return []
  const conditions = await conditionsOf(tx, actor.zoneId)
  const waitingForTalk = volunteers.filter((one) => !isOnboardingComplete(one, today)).length
  return [
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
