import type { ModuleJobs } from '../jobs/index.ts'
import { mailColleague, type TellNeeds, tellColleagueTask } from './tell-colleague.ts'

/** Mails colleagues that something waits; removes what is over: sessions, links on their way, invitations long past. */
export const identityJobs = (needs: TellNeeds): ModuleJobs => ({
  tasks: { [tellColleagueTask]: ({ municipalityId, id = '' }) => mailColleague(needs, municipalityId, id) },
  recurring: { 'identity.tidy': { schedule: '20 3 * * *', task: (municipalityId) => tidy(needs, municipalityId) } },
})

async function tidy({ owner, clock }: Pick<TellNeeds, 'owner' | 'clock'>, municipalityId: string): Promise<void> {
  const now = clock()
  // Sessions and links belong to the installation: the first municipality of the night removes them for all.
  await owner.deleteFrom('identity.session').where('expires_at', '<', now).execute()
  await owner.deleteFrom('identity.verification').where('expires_at', '<', now).execute()
  await owner
    .deleteFrom('identity.used_challenge')
    .where('used_at', '<', new Date(now.getTime() - 86_400_000))
    .execute()
  await owner
    .deleteFrom('identity.phone')
    .where('municipality_id', '=', municipalityId)
    .where('last_seen_at', '<', new Date(now.getTime() - 90 * 86_400_000))
    .execute()
  await owner
    .deleteFrom('identity.invitation')
    .where('municipality_id', '=', municipalityId)
    .where('expires_at', '<', new Date(now.getTime() - 83 * 86_400_000))
    .execute()
}
