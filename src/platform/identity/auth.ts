import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { magicLink } from 'better-auth/plugins/magic-link'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { keptAsDigests, newBackupCodes } from './accounts/backup-codes.ts'
import { passwordLength } from './accounts/password.ts'
import type { AuthNeeds } from './auth-needs.ts'
import { onlyMembershipOf } from './memberships/membership-store.ts'
import { deviceOf } from './sessions/device.ts'
import { sessionHours } from './sessions/session-rules.ts'
import { linkMinutes, queueResetMail, queueSignInMail } from './sign-in/mails.ts'

export type Auth = ReturnType<typeof authOver>

/**
 * Better Auth over our own tables in the schema `identity`. Its web handler is not mounted: our pages call `auth.api` and pass
 * the cookies on. Accounts come from invitations only, so every way to sign up is shut.
 */
export function authOver(needs: AuthNeeds) {
  const { owner, secret, isHttps } = needs
  return betterAuth({
    appName: 'Meernet',
    // Only there because the library wants one: links in mails are made from `address`.
    baseURL: isHttps ? 'https://meernet.invalid' : 'http://meernet.invalid',
    secret: secret.toString('base64'),
    database: { db: owner, type: 'postgres', schemaName: 'identity', transaction: true },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    ...tables,
    advanced: {
      // Over https the browser itself holds the cookie to this host. The library would write `__Secure-`, which holds it to less.
      cookiePrefix: isHttps ? '__Host-meernet' : 'meernet',
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/', secure: isHttps },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => uuidv7(), validateSchema: false },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: linkMinutes * 60,
      sendResetPassword: ({ user, token }) => queueResetMail(needs, user.email, token),
    },
    databaseHooks: { session: { create: { before: (session) => beginSession(needs, session) } } },
    plugins: [
      magicLink({
        expiresIn: linkMinutes * 60,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token }) => queueSignInMail(needs, email, token),
      }),
      twoFactor({
        schema: twoFactorColumns,
        totpOptions: { digits: 6, period: 30 },
        backupCodeOptions: { customBackupCodesGenerate: newBackupCodes, storeBackupCodes: keptAsDigests(secret) },
      }),
      entrance,
    ],
  })
}

/** Our names for the library's tables and columns. */
const tables = {
  user: {
    modelName: 'account',
    fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    additionalFields: { language: { type: 'string', input: false } },
  },
  session: {
    expiresIn: sessionHours * 3600,
    disableSessionRefresh: true,
    fields: {
      userId: 'account_id',
      userAgent: 'device',
      expiresAt: 'expires_at',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    additionalFields: {
      membershipId: { type: 'string', required: false, input: false, fieldName: 'membership_id' },
      lastSeenAt: { type: 'date', required: false, input: false, fieldName: 'last_seen_at' },
      onlyMunicipalityId: { type: 'string', required: false, input: false, fieldName: 'only_municipality_id' },
      isOnSharedPhone: { type: 'boolean', defaultValue: false, input: false, fieldName: 'is_on_shared_phone' },
    },
  },
  account: {
    modelName: 'credential',
    fields: {
      userId: 'account_id',
      providerId: 'provider',
      accountId: 'provider_account',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
  },
  verification: {
    storeIdentifier: 'hashed',
    fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
  },
} as const

const twoFactorColumns = {
  user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
  twoFactor: {
    modelName: 'two_factor',
    fields: {
      userId: 'account_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
} as const

/** A session starts in the only membership there is; with more, it is chosen on a page. No network address is kept. */
async function beginSession(
  { owner, clock }: AuthNeeds,
  session: { readonly userId: string; readonly userAgent?: string | null | undefined; readonly membershipId?: unknown },
) {
  return {
    data: {
      ...session,
      ipAddress: undefined,
      userAgent: deviceOf(session.userAgent ?? ''),
      // A session that follows another one (after the first code) goes on where that one was.
      membershipId: session.membershipId ?? (await onlyMembershipOf(owner, session.userId)),
      lastSeenAt: clock(),
    },
  }
}

/**
 * Opens a session for an account that proved itself in a way of ours (an accepted invitation, the buttons of a demo), and tells
 * of whom a code is waited for after the password.
 */
const entrance = {
  id: 'entrance',
  endpoints: {
    enter: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ accountId: z.uuid() }) }, async (ctx) => {
      const { internalAdapter } = ctx.context
      const user = await internalAdapter.findUserById(ctx.body.accountId)
      const session = user && (await internalAdapter.createSession(user.id))
      if (!session) throw new Error('There is no account to open a session for.')
      await setSessionCookie(ctx, { session, user })
      return { token: session.token }
    }),
    whoseCode: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (ctx) => {
      const { name } = ctx.context.createAuthCookie('two_factor')
      const asked = await ctx.getSignedCookie(name, ctx.context.secret)
      const waiting = asked ? await ctx.context.internalAdapter.findVerificationValue(asked) : null
      return { accountId: waiting?.value }
    }),
  },
} as const
