export { type Account, accountById, accountFor } from './accounts/account-store.ts'
export { type IsLeaked, leakedPasswordsIn } from './accounts/leaked-passwords.ts'
export { type Auth, authOver } from './auth.ts'
export type { AuthNeeds } from './auth-needs.ts'
export { type Colleague, colleagues, namesOf, ownSecrecy } from './colleagues.ts'
export { type DemoStaff, type DemoZones, demoIdentity, demoOfficers } from './demo.ts'
export {
  endSessionsOfColleague,
  isShutByMail,
  openByMailAgain,
  sessionsOfColleague,
} from './devices/colleague-store.ts'
export { actsLostWithPhones, type LostActs, settleLostActs } from './devices/lost-acts-store.ts'
export { askWipe, type Phone, phonesOfColleague } from './devices/phone-store.ts'
export { accountsLeftBefore, emptyAccounts, erasedInIdentity } from './erasing-store.ts'
export { identityFields } from './fields.ts'
export { heldInIdentity, whatIdentityHolds } from './held-store.ts'
export { identityRoutes } from './identity-routes.ts'
export { type Invitation, invitationDays, isOpen, type Offer } from './invitations/invitation.ts'
export { openInvitations, withdrawInvitation } from './invitations/invitation-store.ts'
export { type Inviting, invite } from './invitations/invite.ts'
export { identityJobs } from './jobs.ts'
export {
  changeMember,
  endMembership,
  type Member,
  type MemberChange,
  memberById,
  members,
  membersById,
  openAdministrators,
} from './memberships/member-store.ts'
export { type OpenMembership, openMembershipsOf } from './memberships/membership-store.ts'
export type { Provider } from './providers/provider.ts'
export { checkProvider, type ProviderProblem } from './providers/provider-client.ts'
export { type ProviderChange, providerHere, saveProvider, secretHere } from './providers/provider-store.ts'
export { sessionOfRequest } from './sessions/session-of.ts'
export type { OwnSession as SessionOfColleague } from './sessions/session-store.ts'
export { tellColleague, tellColleagueTask } from './tell-colleague.ts'
