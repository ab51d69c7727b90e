import type { Db } from '../../../platform/database/connect.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import type { ModuleJobs } from '../../../platform/jobs/index.ts'
import { newCardsTask } from '../cards/file-cards.ts'
import { caseProgressTask, noteCaseProgressLater } from './case-progress.ts'
import { escalateOverdue } from './escalation.ts'
import { lookAtNewCards } from './new-cards.ts'
import { tellVisitorTeams } from './team-feedback.ts'
import { mailColleague, tellColleagueTask } from './tell-colleague.ts'

type Needs = {
  readonly owner: Db
  readonly transact: Transact
  readonly clock: () => Date
  readonly address: () => string
}

/** What happens to cards and signals without anybody pressing a button. */
export const signalJobs = (needs: Needs): ModuleJobs => ({
  tasks: {
    [newCardsTask]: ({ municipalityId }) => lookAtNewCards(needs.transact, municipalityId),
    [caseProgressTask]: ({ municipalityId, id = '' }) => noteCaseProgressLater(needs.transact, municipalityId, id),
    [tellColleagueTask]: ({ municipalityId, id = '' }) => mailColleague(needs, municipalityId, id),
  },
  recurring: {
    // Every half hour between early morning and evening in Brussels.
    'detection.escalateOverdue': {
      schedule: '*/30 5-19 * * *',
      task: (municipalityId) => escalateOverdue(needs.transact, municipalityId),
    },
    'detection.tellVisitorTeams': {
      schedule: '0 7 1 * *',
      task: (municipalityId) => tellVisitorTeams(needs.transact, municipalityId),
    },
  },
})
