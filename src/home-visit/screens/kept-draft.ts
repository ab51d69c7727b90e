import { useEffect, useRef } from 'preact/hooks'
import type { Values } from './draft-form.tsx'
import type { Working } from './working.ts'

/** A pause in typing after which it is kept. */
const pauseMs = 400

/**
 * Keeps what is typed at a door: a moment after the last key, and at once when the screen is left or the phone put away.
 * Gives what hands it in by a write that takes the draft away. Nothing is kept while that runs: on a slow phone it would come after the
 * write, and stay. When the phone could not write, the keeping goes on.
 */
export function useKeptDraft(
  work: Working,
  doorId: string,
  values: Values,
): (write: () => Promise<boolean>) => Promise<boolean> {
  const kept = useRef(values)
  const newest = useRef(values)
  const isHandedIn = useRef(false)
  newest.current = values
  const keep = () => {
    if (isHandedIn.current || newest.current === kept.current) return
    const before = kept.current
    kept.current = newest.current
    // The screen says that it could not be kept; the next key tries again.
    void work.keepDraft({ roundAddressId: doorId, values: newest.current }).then((isKept) => {
      if (!isKept) kept.current = before
    })
  }
  useEffect(() => {
    const timer = setTimeout(keep, pauseMs)
    return () => clearTimeout(timer)
  }, [values])
  useEffect(() => {
    const putAway = () => document.visibilityState === 'hidden' && keep()
    document.addEventListener('visibilitychange', putAway)
    return () => {
      document.removeEventListener('visibilitychange', putAway)
      keep()
    }
  }, [doorId])
  return async (write) => {
    isHandedIn.current = true
    isHandedIn.current = await write()
    return isHandedIn.current
  }
}

/** What was typed at this door before, and not handed in. */
export const draftOf = (work: Working, doorId: string): Values =>
  work.page.drafts.find(({ roundAddressId }) => roundAddressId === doorId)?.values ?? {}
