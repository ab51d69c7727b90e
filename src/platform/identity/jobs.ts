import type { ModuleJobs } from '../jobs/index.ts'
import { removeWhatIsOver } from './over-store.ts'
import { mailColleague, type TellNeeds, tellColleagueTask } from './tell-colleague.ts'

/** Mails colleagues that something waits; removes what is over: sessions, links on their way, invitations long past. */
export const identityJobs = (needs: TellNeeds): ModuleJobs => ({
  tasks: { [tellColleagueTask]: ({ municipalityId, id = '' }) => mailColleague(needs, municipalityId, id) },
  recurring: {
    'identity.tidy': {
      schedule: '20 3 * * *',
      task: (municipalityId) => removeWhatIsOver(needs.owner, municipalityId, needs.clock()),
    },
  },
})
