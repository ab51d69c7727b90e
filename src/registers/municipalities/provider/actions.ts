import type { StaffActor } from '../../../platform/access/actor.ts'
import type { Transact } from '../../../platform/database/transact.ts'
import {
  checkProvider,
  type Provider,
  type ProviderChange,
  type ProviderProblem,
  providerHere,
  saveProvider,
  secretHere,
} from '../../../platform/identity/index.ts'

type Needs = { readonly transact: Transact; readonly mayBeHttp: boolean; readonly mayBeInside: boolean }

/** What came of saving a provider; on a stale version the provider as it is now. */
export type ProviderSaving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'stale'; readonly now: Provider | undefined }
  | { readonly kind: 'unusable'; readonly problem: ProviderProblem }

/**
 * Saves the provider colleagues of this municipality enter through. One that is on is asked first, outside the transaction: a
 * provider that cannot be used would shut its colleagues out.
 */
export async function keepProvider(
  { transact, mayBeHttp, mayBeInside }: Needs,
  actor: StaffActor,
  returnTo: string,
  { version, change }: { readonly version: number; readonly change: ProviderChange },
): Promise<ProviderSaving> {
  if (change.isOn) {
    const clientSecret = change.clientSecret ?? (await transact(actor, secretHere)) ?? ''
    const checked = await checkProvider({ ...change, clientSecret, returnTo, mayBeHttp, mayBeInside })
    if (checked.kind === 'problem') return { kind: 'unusable', problem: checked.problem }
  }
  return transact(actor, async (tx) => {
    if (!(await saveProvider(tx, version, change))) return { kind: 'stale', now: await providerHere(tx) }
    tx.audit({
      action: 'change sign-in provider',
      subject: { type: 'sign-in provider', id: actor.municipalityId },
      details: { isOn: change.isOn },
    })
    return { kind: 'saved' }
  })
}
