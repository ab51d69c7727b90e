import { useEffect, useRef } from 'preact/hooks'
import type { CheckAtDoor } from '../../functions/guidance/contract.ts'
import type { Notebook } from '../notebook/notebook.ts'
import type { Page } from '../notebook/page.ts'

/** How long what the municipality knows of itself counts as new, in ms. */
const freshMs = 3_600_000

/**
 * Fetches what the check of rights knows of the municipality when there is contact with it, once an hour, whether or not anybody ever
 * wants a check: it is public, and tells nothing of who asks. Has the service worker keep the check in the languages of its residents.
 */
export function useRightsPlace(notebook: Notebook, { self, rightsPlace }: Page): void {
  const fetchedAt = useRef(Number.NEGATIVE_INFINITY)
  const slug = self?.municipality.slug
  useEffect(() => {
    if (!slug || performance.now() - fetchedAt.current < freshMs) return
    void fetchPlace(slug).then((place) => {
      if (!place) return
      fetchedAt.current = performance.now()
      // A full phone goes on with what it has.
      void notebook.keepRightsPlace(place).catch(() => undefined)
    })
  }, [slug, self?.fetchedAt])
  const languages = rightsPlace?.languages.join()
  useEffect(() => {
    if (languages) void keepOnPhone(languages.split(','))
  }, [languages, self?.fetchedAt])
}

async function fetchPlace(slug: string): Promise<CheckAtDoor | undefined> {
  const answer = await fetch(`/in/${slug}/rights-check/place.json`).catch(() => undefined)
  // Our own server's answer; a page of a hotel's network has another type.
  if (!answer?.ok || !answer.headers.get('content-type')?.startsWith('application/json')) return undefined
  return (await answer.json()) as CheckAtDoor
}

async function keepOnPhone(languages: readonly string[]): Promise<void> {
  const worker = await navigator.serviceWorker?.ready
  worker?.active?.postMessage({ keepRightsIn: languages })
}
