import type { Ctx, LimitRate, RateLimit } from '../../http/index.ts'

/**
 * How often one may try, in a quarter of an hour. Per network address there is room for a town hall behind one address; per
 * account there is not.
 */
export const limits = {
  mailsFromAddress: quarter('sign-in mails from an address', 30),
  mailsToAccount: quarter('sign-in mails to an account', 5),
  triesFromAddress: quarter('sign-in tries from an address', 60),
  triesOnAccount: quarter('sign-in tries on an account', 10),
  // The provider itself counts who guesses there.
  providerFromAddress: quarter('ways through a provider from an address', 600),
  reportsFromAddress: quarter('reports of phones from an address', 2000),
  changesOfAccount: quarter('changes of an account', 20),
  demoFromAddress: quarter('demo sign-ins from an address', 600),
} as const

/** Counts an attempt on one account, known or not, besides the count per network address. */
export async function countFor(c: Ctx, limitRate: LimitRate, limit: RateLimit, account: string): Promise<void> {
  await limitRate(limit, () => account)(c, async () => undefined)
}

function quarter(bucket: string, max: number): RateLimit {
  return { bucket, max, windowSeconds: 900 }
}
