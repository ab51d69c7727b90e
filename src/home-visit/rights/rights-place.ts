import { useEffect } from 'preact/hooks'
import type { CheckAtDoor } from '../../functions/guidance/contract.ts'
import type { Notebook } from '../notebook/notebook.ts'
import type { Page } from '../notebook/page.ts'

/**
 * Fetches what the check of rights knows of the municipality at every contact with it, whether or not anybody ever wants a check: it
 * is public, and tells nothing of who asks. Has the service worker keep the check in the languages of its residents.
 */
export function useRightsPlace(notebook: Notebook, { self, rightsPlace }: Page): void {
  const slug = self?.municipality.slug
  useEffect(() => {
    if (!slug) return
    void fetchPlace(slug).then((place) => place && notebook.keepRightsPlace(place).catch(() => undefined))
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
