import type { Db } from '../database/connect.ts'

/** Days after which what is over is removed: a challenge that was used, a phone not seen since, an invitation that ran out. */
const keptDays = { challenge: 1, phone: 90, invitation: 83 } as const

/**
 * Removes what is over in a municipality, and of the installation sessions, links and used challenges: the first municipality of the
 * night removes those for all. NOTE as the owner: accounts belong to no municipality.
 */
export async function removeWhatIsOver(owner: Db, municipalityId: string, now: Date): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  await owner.deleteFrom('identity.session').where('expires_at', '<', now).execute()
  await owner.deleteFrom('identity.verification').where('expires_at', '<', now).execute()
  await owner.deleteFrom('identity.used_challenge').where('used_at', '<', daysAgo(keptDays.challenge)).execute()
  await owner
    .deleteFrom('identity.phone')
    .where('municipality_id', '=', municipalityId)
    .where('last_seen_at', '<', daysAgo(keptDays.phone))
    .execute()
  await owner
    .deleteFrom('identity.invitation')
    .where('municipality_id', '=', municipalityId)
    .where('expires_at', '<', daysAgo(keptDays.invitation))
    .execute()
}
