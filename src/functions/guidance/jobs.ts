import { addDays, type IsoDate, isoDateIn } from '@meernet/calendar'
import { systemActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { tellColleague } from '../../platform/identity/index.ts'
import type { ModuleJobs } from '../../platform/jobs/index.ts'
import { municipalTimeZone } from '../../platform/messages/index.ts'
import { agreementsEndingBetween } from '../../registers/agreements/index.ts'
import { passLeftCases } from './cases/left-cases.ts'
import { openCasesOf } from './cases/open-case-store.ts'
import { askForAnswers } from './handovers/asking-for-answers.ts'
import { followArrival } from './handovers/follow-up.ts'
import { handoverById } from './handovers/handover-store.ts'
import { endPastLinks } from './handovers/link-store.ts'
import { renewYearlyTerms, tellRefusals } from './rights-followed/index.ts'
import { remindDueTasks } from './tasks/reminder-store.ts'
import { addTasks } from './tasks/task-store.ts'

type Needs = { readonly transact: Transact }

/** Days before the last day of an agreement on which somebody is asked to talk about it. */
const noticeDays = 14

/** Work of guidance in the background. Every job can run twice without doing anything twice. */
export function guidanceJobs(needs: Needs): ModuleJobs {
  const { transact } = needs
  const asProgram = (municipalityId: string, task: string, work: (tx: Tx) => Promise<unknown>) =>
    transact(systemActor(municipalityId, task), async (tx) => void (await work(tx)))
  return {
    tasks: {
      'guidance.followArrival': ({ municipalityId, id = '' }) =>
        asProgram(municipalityId, 'guidance.followArrival', (tx) => followReportedArrival(tx, id)),
    },
    recurring: {
      'guidance.remind': {
        schedule: '0 5 * * *',
        task: (municipalityId) => asProgram(municipalityId, 'guidance.remind', remind),
      },
      'guidance.passLeftCases': {
        schedule: '0 4 * * *',
        task: (municipalityId) => asProgram(municipalityId, 'guidance.passLeftCases', passLeftCases),
      },
      'guidance.endAgreements': {
        schedule: '15 4 * * *',
        task: (municipalityId) => asProgram(municipalityId, 'guidance.endAgreements', announceEndingAgreements),
      },
      'guidance.renewTerms': {
        schedule: '30 4 * * *',
        task: (municipalityId) => asProgram(municipalityId, 'guidance.renewTerms', renewYearlyTerms),
      },
      'guidance.countRefusals': {
        schedule: '45 4 * * *',
        task: (municipalityId) => asProgram(municipalityId, 'guidance.countRefusals', tellRefusals),
      },
      'guidance.endLinks': {
        schedule: '*/10 * * * *',
        task: (municipalityId) => asProgram(municipalityId, 'guidance.endLinks', endPastLinks),
      },
    },
  }
}

/** What an arrival that the receiver reported means in the sender's case. */
async function followReportedArrival(tx: Tx, handoverId: string): Promise<void> {
  const handover = await handoverById(tx, handoverId)
  if (handover?.state === 'arrived' && handover.arrivedOn) await followArrival(tx, handover, handover.arrivedOn)
}

/** One mail to each colleague with something due today or earlier that was not mailed about yet, or a handover without an answer. */
async function remind(tx: Tx): Promise<void> {
  for (const userId of await remindDueTasks(tx, today(tx))) await tellColleague(tx, userId)
  await askForAnswers(tx)
}

/**
 * A task for the lead of every open case of somebody whose agreement ends within two weeks; the database keeps one per last day. Not of
 * one day only: a night may be missed, and an agreement may be given for less.
 */
async function announceEndingAgreements(tx: Tx): Promise<void> {
  const ending = await agreementsEndingBetween(tx, today(tx), addDays(today(tx), noticeDays))
  for (const [lastDay, ofDay] of Map.groupBy(ending, (one) => one.lastDay)) {
    const cases = await openCasesOf(
      tx,
      ofDay.map(({ personId }) => personId),
    )
    await addTasks(
      tx,
      cases.map(({ caseId, zoneId, leadId }) => ({
        caseId,
        zoneId,
        kind: 'agreementExpires' as const,
        dueOn: lastDay,
        assigneeId: leadId,
      })),
    )
  }
}

const today = (tx: Tx): IsoDate => isoDateIn(municipalTimeZone, tx.now)
