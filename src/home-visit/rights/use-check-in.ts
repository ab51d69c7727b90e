import { useEffect, useState } from 'preact/hooks'
import { type CheckWords, loadCheckWords, loadRules } from '../../functions/guidance/contract.ts'
import type { PersonLanguage } from '../texts.ts'

type Rules = ReturnType<typeof loadRules>

/** The check in the language of the person, as far as it is on this phone. */
export type CheckIn =
  | { readonly kind: 'coming' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'ready'; readonly t: CheckWords; readonly rules: Rules }

/** Makes the check ready in a language, from the first moment that somebody may want it. */
export function useCheckIn(language: PersonLanguage): CheckIn {
  const [checkIn, setCheckIn] = useState<CheckIn>({ kind: 'coming' })
  useEffect(() => {
    let isWanted = true
    const set = (next: CheckIn) => isWanted && setCheckIn(next)
    const rules = loadRules(language)
    rules.catch(() => set({ kind: 'missing' }))
    loadCheckWords(language).then(
      (t) => set({ kind: 'ready', t, rules }),
      () => set({ kind: 'missing' }),
    )
    return () => {
      isWanted = false
    }
  }, [language])
  return checkIn
}
