import { systemActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import type { ModuleJobs } from '../../../platform/jobs/index.ts'
import { keepSurveyFigures, keepSurveyFiguresTask } from './results/keep-figures.ts'
import { forgetOldForms } from './workbook/waiting-form-store.ts'

/** Work of surveys in the background. */
export const surveyJobs = ({ transact }: { readonly transact: Transact }): ModuleJobs => ({
  tasks: {
    [keepSurveyFiguresTask]: ({ municipalityId, id = '' }) =>
      transact(systemActor(municipalityId, keepSurveyFiguresTask), (tx) => keepSurveyFigures(tx, id)),
  },
  recurring: {
    'analysis.forgetSentForms': {
      schedule: '35 2 * * *',
      task: (municipalityId) => transact(systemActor(municipalityId, 'analysis.forgetSentForms'), forgetOldForms),
    },
  },
})
