import type { Transact } from '../../../platform/database/transact.ts'
import type { ModuleJobs } from '../../../platform/jobs/index.ts'
import { newCardsTask } from '../cards/file-cards.ts'
import { keepMissingAgreements, partAgreement, partAgreementTask } from '../cards/following/card-agreements.ts'
import { indexAgainTask, indexCardsAgain } from '../cards/index-again.ts'
import { caseProgressTask, noteCaseProgressLater } from './case/case-progress.ts'
import { lookAtNewCards } from './new-cards.ts'
import { escalateOverdue } from './promises/escalation.ts'
import { tellVisitorTeams } from './telling-back/team-feedback.ts'

type Needs = { readonly transact: Transact }

/** What happens to cards and signals without anybody pressing a button. */
export const signalJobs = (needs: Needs): ModuleJobs => ({
  tasks: {
    [newCardsTask]: ({ municipalityId }) => lookAtNewCards(needs.transact, municipalityId),
    [indexAgainTask]: ({ municipalityId }) => indexCardsAgain(needs.transact, municipalityId),
    [partAgreementTask]: ({ municipalityId, id = '' }) => partAgreement(needs.transact, municipalityId, id),
    [caseProgressTask]: ({ municipalityId, id = '' }) => noteCaseProgressLater(needs.transact, municipalityId, id),
  },
  recurring: {
    // Every half hour between early morning and evening in Brussels.
    'detection.escalateOverdue': {
      schedule: '*/30 5-19 * * *',
      task: (municipalityId) => escalateOverdue(needs.transact, municipalityId),
    },
    'detection.indexCardsNightly': {
      schedule: '40 1 * * *',
      task: (municipalityId) => indexCardsAgain(needs.transact, municipalityId),
    },
    'detection.keepAgreements': {
      schedule: '40 3 * * *',
      task: (municipalityId) => keepMissingAgreements(needs.transact, municipalityId),
    },
    'detection.tellVisitorTeams': {
      schedule: '0 7 1 * *',
      task: (municipalityId) => tellVisitorTeams(needs.transact, municipalityId),
    },
  },
})
