import type { ActsAnswer, RoundsAnswer } from '../../functions/detection/contract.ts'
import type { Notebook } from '../notebook/notebook.ts'
import type { SyncState } from '../notebook/page.ts'
import { batchAfter, firstBatch } from './outbox.ts'

/** How one go at sending ended; `failed` is tried again later. */
export type SendResult = Exclude<SyncState['kind'], 'sending'>

type Fetch = (path: string, init?: RequestInit) => Promise<Response>

/** Sends what waits and fetches the rounds anew; says so when the phone has no room to keep what was answered. */
export async function sendAll(notebook: Notebook, fetch: Fetch): Promise<SendResult> {
  // Everything of the network is an answer; what is thrown comes from the phone itself.
  return sendInBatches(notebook, fetch).catch(() => 'phoneFull' as const)
}

/**
 * Sends what waits, batch after batch, each as large as the network carries, then fetches the rounds anew. Stops at the first thing
 * that does not go well: what was not acknowledged stays in the outbox. The notebook of one visitor is never sent in the session of another.
 */
async function sendInBatches(notebook: Notebook, fetch: Fetch): Promise<SendResult> {
  // A notebook that was just prepared has no rounds yet.
  if (!notebook.page().self) {
    const known = await fetchRounds(notebook, fetch)
    if (known !== 'resting') return known
  }
  let size = firstBatch
  for (let batch = notebook.nextToSend(size); batch.length > 0; batch = notebook.nextToSend(size)) {
    const body = JSON.stringify({ visitor: notebook.ownerId(), acts: batch })
    const start = performance.now()
    const answer = await ask<ActsAnswer>(fetch, '/api/visits/acts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const tookMs = performance.now() - start
    if (answer.kind !== 'answer') return answer.kind
    await notebook.takeAnswers(answer.body.answers)
    // Nothing of the batch was answered: going on would send the same for ever.
    if (notebook.nextToSend()[0]?.id === batch[0]?.id) return 'noNetwork'
    size = batchAfter({ acts: batch.length, bytes: body.length, tookMs })
  }
  return fetchRounds(notebook, fetch)
}

async function fetchRounds(notebook: Notebook, fetch: Fetch): Promise<SendResult> {
  const answer = await ask<RoundsAnswer>(fetch, '/api/visits/rounds')
  if (answer.kind !== 'answer') return answer.kind
  const owner = notebook.ownerId()
  if (owner && owner !== answer.body.visitor.id) return 'otherVisitor'
  await notebook.takeRounds(answer.body)
  return 'resting'
}

type Asked<Body> = { readonly kind: 'answer'; readonly body: Body } | { readonly kind: Exclude<SendResult, 'resting'> }

async function ask<Body>(fetch: Fetch, path: string, init: RequestInit = {}): Promise<Asked<Body>> {
  try {
    const response = await fetch(path, { ...init, cache: 'no-store', credentials: 'same-origin', redirect: 'error' })
    if (response.status === 401 || response.status === 403) return { kind: 'signedOut' }
    if (response.status === 409) return { kind: 'otherVisitor' }
    if (!response.ok) return { kind: 'noNetwork' }
    // Our own server's answer, typed by the contract it is made from.
    return { kind: 'answer', body: (await response.json()) as Body }
  } catch {
    return { kind: 'noNetwork' }
  }
}
