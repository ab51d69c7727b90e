import { addDays, type IsoDate, isoDateIn } from '@meernet/calendar'
import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact, Tx } from '../../../platform/database/transact.ts'
import { colleagues, tellColleague } from '../../../platform/identity/index.ts'
import type { ModuleJobs } from '../../../platform/jobs/index.ts'
import { municipalTimeZone } from '../../../platform/messages/index.ts'
import { forgetSentFilesBefore } from '../exchange/sent-file-store.ts'
import { dueBeforeAs, remindEveryDays } from './freshness.ts'
import { dueServices, forgetRemindersBefore, noteReminders } from './freshness-store.ts'

type Needs = { readonly transact: Transact }

/** Work of the service map in the background. Each can run twice without doing anything twice. */
export function organisationJobs({ transact }: Needs): ModuleJobs {
  const asProgram = (municipalityId: string, task: string, work: (tx: Tx) => Promise<void>) =>
    transact(systemActor(municipalityId, task), work)
  return {
    recurring: {
      'organisations.remindFreshness': {
        schedule: '30 5 * * 1-5',
        task: (municipalityId) => asProgram(municipalityId, 'organisations.remindFreshness', remind),
      },
      'organisations.tidy': {
        schedule: '40 3 * * *',
        task: (municipalityId) => asProgram(municipalityId, 'organisations.tidy', tidy),
      },
    },
  }
}

/** One mail, once a month at most, to each coordinator who has services to look at; it never says what waits (P22). */
async function remind(tx: Tx): Promise<void> {
  const today = todayOf(tx)
  const keepers = await colleagues(tx, { roles: ['partnerCoordinator', 'coordinator'] })
  const withWork = new Map<string, boolean>()
  for (const { role, zoneId } of keepers) {
    const key = keyOf(role, zoneId)
    const due = withWork.has(key) ? undefined : dueBeforeAs(role, zoneId, today)
    if (due) withWork.set(key, (await dueServices(tx, due, 1)).total > 0)
  }
  const asked = keepers.filter(({ role, zoneId }) => withWork.get(keyOf(role, zoneId)))
  const userIds = [...new Set(asked.map(({ userId }) => userId))]
  for (const userId of await noteReminders(tx, userIds, today, addDays(today, -remindEveryDays)))
    await tellColleague(tx, userId)
}

/** Sent files nobody confirmed go after a day, reminders after three months; `fields.ts` says so too. */
async function tidy(tx: Tx): Promise<void> {
  await forgetSentFilesBefore(tx, new Date(tx.now.getTime() - 24 * 60 * 60 * 1000))
  await forgetRemindersBefore(tx, addDays(todayOf(tx), -90))
}

/** All who keep the whole map have the same work. */
const keyOf = (role: string, zoneId: string) => (role === 'partnerCoordinator' ? zoneId : role)

const todayOf = (tx: Tx): IsoDate => isoDateIn(municipalTimeZone, tx.now)
