/**
 * On a shared phone the session ends with the notebook: who takes the phone next must not go on in the name of who had it. Without a
 * network it ends as soon as there is one, unless the same notebook was opened again before.
 */
const place = 'meernet-leaving'

/**
 * Ends the session, now or at the next contact: of who put this notebook away, or of whoever it is. NOTE: what is not known keeps who
 * it was before.
 */
export async function endSession(notebook?: string): Promise<void> {
  localStorage.setItem(place, notebook ?? localStorage.getItem(place) ?? '')
  await finishLeaving()
}

/** Ends a session that could not be ended before; nothing when there is none to end. */
export async function finishLeaving(): Promise<void> {
  if (localStorage.getItem(place) === null) return
  await fetch('/sign-out', { method: 'POST', redirect: 'manual', cache: 'no-store' }).then(
    () => localStorage.removeItem(place),
    () => undefined,
  )
}

/** The same notebook was opened again before there was a network: its session may go on. */
export function stay(notebook: string): void {
  if (localStorage.getItem(place) === notebook) localStorage.removeItem(place)
}
