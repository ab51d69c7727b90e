import { useEffect, useState } from 'preact/hooks'
import type { RoundsAnswer } from '../../../functions/detection/contract.ts'
import type { KeptNotebook } from '../../device/phone.ts'

/** Whether somebody is signed in for whom a notebook can be prepared on this phone. */
export type Access =
  | { readonly kind: 'asking' | 'signedOut' | 'noNetwork' }
  /** Who is signed in has a notebook here already: another must not begin one in that session. */
  | { readonly kind: 'someoneElse' }
  /** A notebook of an earlier version does not say whose it is before it is opened once. */
  | { readonly kind: 'openOtherFirst' }
  | { readonly kind: 'signedIn'; readonly visitor: RoundsAnswer['visitor'] }

/** Asks who is signed in, now and when the network is back. */
export function useAccess(others: readonly KeptNotebook[]): Access {
  const [access, setAccess] = useState<Access>({ kind: 'asking' })
  useEffect(() => {
    const ask = async () => {
      const asked = fetch('/api/visits/rounds', { cache: 'no-store' }).then((response) => accessFrom(response, others))
      setAccess(await asked.catch(() => ({ kind: 'noNetwork' }) as const))
    }
    void ask()
    addEventListener('online', ask)
    return () => removeEventListener('online', ask)
  }, [])
  return access
}

/** Reads the answer; a server that is away, or the page of another network, is no network to prepare a notebook on. */
export async function accessFrom(response: Response, others: readonly KeptNotebook[]): Promise<Access> {
  if (response.status === 401 || response.status === 403) return { kind: 'signedOut' }
  if (!response.ok) return { kind: 'noNetwork' }
  // Our own server's answer, typed by the contract it is made from.
  const { visitor } = (await response.json()) as RoundsAnswer
  if (others.some(({ own }) => own.visitorId === visitor.id)) return { kind: 'someoneElse' }
  if (others.some(({ own }) => own.visitorId === null)) return { kind: 'openOtherFirst' }
  return { kind: 'signedIn', visitor }
}
