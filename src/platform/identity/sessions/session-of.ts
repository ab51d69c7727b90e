import { isoDateIn } from '@meernet/calendar'
import type { StaffActor } from '../../access/actor.ts'
import { countingSecrecy } from '../../access/secrecy.ts'
import type { Db } from '../../database/connect.ts'
import type { Session } from '../../http/context.ts'
import { isLanguage, municipalTimeZone } from '../../messages/index.ts'
import type { Auth } from '../auth.ts'
import { type OpenMembership, openMembershipsOfSession } from '../memberships/membership-store.ts'
import { isOver, needsNote } from './session-rules.ts'
import { endSession, noteUse } from './session-store.ts'

type Needs = { readonly auth: Auth; readonly owner: Db; readonly clock: () => Date }

/** Somebody who proved an account, whether or not a membership is chosen. */
export type SignedInAccount = {
  readonly sessionId: string
  /** When they signed in. */
  readonly since: Date
  readonly accountId: string
  readonly name: string
  readonly email: string
  readonly language: string
  readonly memberships: readonly OpenMembership[]
  /** The membership this session works in, when it is chosen and still open. */
  readonly chosen: OpenMembership | undefined
  /** Set in a session that the provider of this municipality opened: it works nowhere else. */
  readonly onlyMunicipalityId: string | undefined
}

/** Who the cookies of a request say it is; nobody when the session ended, which is then removed. */
export async function accountOfRequest(needs: Needs, headers: Headers): Promise<SignedInAccount | undefined> {
  const { auth, owner, clock } = needs
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } })
  if (!found) return undefined
  const { session, user } = found
  const memberships = await openMembershipsOfSession(owner, session.id)
  const chosen = memberships.find(({ id }) => id === session.membershipId)
  const now = clock()
  const lastSeenAt = session.lastSeenAt ?? session.createdAt
  const { createdAt, isOnSharedPhone } = session
  if (isOver({ createdAt, lastSeenAt, isOnSharedPhone }, chosen?.role ?? 'administrator', now)) {
    await endSession(owner, user.id, session.id)
    return undefined
  }
  if (needsNote(lastSeenAt, now)) await noteUse(owner, session.id, now)
  const { id: accountId, name, email, language } = user
  return {
    sessionId: session.id,
    since: createdAt,
    accountId,
    name,
    email,
    language: language ?? 'nl',
    memberships,
    chosen,
    onlyMunicipalityId: session.onlyMunicipalityId ?? undefined,
  }
}

/** Who acts in a request, in the membership chosen; nobody when that one ended meanwhile. */
export function sessionOfRequest(needs: Needs): (request: Request) => Promise<Session | undefined> {
  return async (request) => {
    if (!request.headers.has('cookie')) return undefined
    const account = await accountOfRequest(needs, request.headers)
    return account?.chosen && sessionIn(account, account.chosen, needs.clock())
  }
}

function sessionIn(account: SignedInAccount, membership: OpenMembership, now: Date): Session {
  const { secrecy, secrecyReviewOn } = membership
  const actor: StaffActor = {
    kind: 'staff',
    userId: account.accountId,
    membershipId: membership.id,
    name: account.name,
    municipalityId: membership.municipalityId,
    zoneId: membership.zoneId,
    role: membership.role,
    secrecy: countingSecrecy(secrecy, secrecyReviewOn, isoDateIn(municipalTimeZone, now)),
    neighbourhoods: membership.neighbourhoods,
  }
  const language = isLanguage(account.language) ? account.language : 'nl'
  return { actor, language, hasOtherMemberships: account.memberships.length > 1 }
}
