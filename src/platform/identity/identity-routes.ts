import type { LimitRate, Routes } from '../http/index.ts'
import { ownPasswordRoutes, secondFactorRoutes } from './accounts/password-routes.tsx'
import { accountRoutes } from './accounts/routes.tsx'
import { signInAgainRoutes } from './accounts/sign-in-again.tsx'
import type { Auth } from './auth.ts'
import type { AuthNeeds } from './auth-needs.ts'
import { outboxRoutes } from './demo-sign-in/outbox-routes.tsx'
import { demoSignInRoutes } from './demo-sign-in/routes.tsx'
import { phoneReportRoutes } from './devices/phone-routes.ts'
import { invitationRoutes } from './invitations/routes.tsx'
import { membershipRoutes } from './memberships/routes.tsx'
import { passkeyEntryRoutes, passkeyRoutes } from './passkeys/routes.tsx'
import { providerRoutes } from './providers/routes.tsx'
import { passwordResetRoutes, passwordRoutes } from './sign-in/password-routes.tsx'
import { signInRoutes } from './sign-in/routes.tsx'

type Needs = AuthNeeds & {
  readonly auth: Auth
  readonly limitRate: LimitRate
  readonly isDemo: boolean
  readonly outboxFolder?: string | undefined
  readonly municipalityName: (id: string) => Promise<string>
}

/** Signing in and out, one's own account, invitations; on a demo also signing in with one press. */
export function identityRoutes(routes: Routes, needs: Needs): void {
  signInRoutes(routes, needs)
  passwordRoutes(routes, needs)
  passwordResetRoutes(routes, needs)
  membershipRoutes(routes, needs)
  invitationRoutes(routes, needs)
  accountRoutes(routes, needs)
  signInAgainRoutes(routes, needs)
  ownPasswordRoutes(routes, needs)
  secondFactorRoutes(routes, needs)
  passkeyEntryRoutes(routes, needs)
  passkeyRoutes(routes, needs)
  providerRoutes(routes, needs)
  phoneReportRoutes(routes, needs)
  if (!needs.isDemo) return
  demoSignInRoutes(routes, needs)
  outboxRoutes(routes, needs)
}
