/**
 * On a shared phone the session ends with the notebook: who takes the phone next must not go on in the name of who had it. Without a
 * network it ends as soon as there is one, unless the same notebook was opened again before.
 */
const place = 'meernet-leaving'
/** Which notebook of a shared phone is open, in a session as far as is known. It stays when the app is killed. */
const openPlace = 'meernet-open'

/** A notebook of a shared phone is open: if the app ends without a word from here on, its next start ends the session. */
export function noteOpen(notebook: string): void {
  try {
    localStorage.setItem(openPlace, notebook)
  } catch {
    // A phone without room goes without: the server ends the session after half an hour of silence.
  }
}

/** Somebody without a notebook on a shared phone is signed in: the session ends with the app, as that of a notebook would. */
export const noteWithoutNotebook = (): void => noteOpen('')

/** There is no session to end any more: what signs in next is not of who was killed. */
export const noteSignedOut = (): void => localStorage.removeItem(openPlace)

/** At the start of the app: ends the session of a notebook that was still open when the app was killed. */
export async function leaveIfKilled(): Promise<void> {
  const notebook = localStorage.getItem(openPlace)
  if (notebook !== null) await endSession(notebook)
}

/**
 * Ends the session, now or at the next contact: of who put this notebook away, or of whoever it is. NOTE: what is not known keeps who
 * it was before.
 */
export async function endSession(notebook?: string): Promise<void> {
  noteSignedOut()
  try {
    localStorage.setItem(place, notebook ?? localStorage.getItem(place) ?? '')
  } catch {
    // A phone without room cannot remember it for later: it ends now or, without a network, after half an hour of silence.
    await signOut()
  }
  await finishLeaving()
}

/** Ends a session that could not be ended before; nothing when there is none to end. A server that only says what is wrong ended none. */
export async function finishLeaving(): Promise<void> {
  if (localStorage.getItem(place) !== null && (await signOut())) localStorage.removeItem(place)
}

/** The same notebook was opened again before there was a network: its session may go on. */
export function stay(notebook: string): void {
  if (localStorage.getItem(place) === notebook) localStorage.removeItem(place)
}

/** Whether the server ended the session, or said that there is none. */
async function signOut(): Promise<boolean> {
  const answer = await fetch('/sign-out', { method: 'POST', redirect: 'manual', cache: 'no-store' }).catch(
    () => undefined,
  )
  return answer !== undefined && answer.status < 400
}
