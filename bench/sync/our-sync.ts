import { setTimeout as sleep } from 'node:timers/promises'
import type { Carried } from '../../src/home-visit/outbox/outbox.ts'
import { signInAs } from '../answers.ts'
import { ownProcessorSeconds, processorSecondsOf } from '../processor-time.ts'
import type { Program } from '../program.ts'
import type { SentAct } from './acts.ts'
import type { WalkedRound } from './walked-round.ts'

/** Seconds that one run took, and the processor time of both sides for its push. */
export type Run = { readonly push: number; readonly pull: number; readonly pushProcessor: number }

/** How many acts go in a request: the first, and after one that was answered. */
export type Batches = { readonly first: number; readonly after: (carried: Carried) => number }

/**
 * Pushes the acts over HTTP in `batches`, one request after the other as the phone does, each answer read and every
 * act in it applied; then pulls what a phone may keep: the round, the notes of the last day and the status of cards.
 */
export async function syncOurs(
  { address, child }: Program,
  round: WalkedRound,
  acts: readonly SentAct[],
  batches: Batches,
): Promise<Run> {
  const headers = { cookie: await signInAs(address, round.membershipId), origin: address }
  const used = () => ownProcessorSeconds() + processorSecondsOf(child.pid ?? 0)
  const usedBefore = used()
  const push = await secondsOf(async () => {
    let size = batches.first
    for (let start = 0; start < acts.length; ) {
      const batch = acts.slice(start, start + size)
      const body = JSON.stringify({ visitor: round.visitorId, acts: batch })
      const begun = performance.now()
      const response = await fetch(`${address}/api/visits/acts`, {
        method: 'POST',
        body,
        headers: { ...headers, 'content-type': 'application/json' },
      })
      if (response.status !== 200) throw new Error(`acts answered ${response.status}: ${await response.text()}`)
      const { answers } = (await response.json()) as { answers: readonly { status: string }[] }
      const other = answers.find(({ status }) => status !== 'applied')
      if (other) throw new Error(`an act was not applied: ${JSON.stringify(other)}`)
      start += batch.length
      size = batches.after({ acts: batch.length, bytes: body.length, tookMs: performance.now() - begun })
    }
  })
  const pushProcessor = used() - usedBefore
  // What cards start afterwards is not the sync.
  await sleep(1000)
  const pull = await secondsOf(async () => {
    const response = await fetch(`${address}/api/visits/rounds`, { headers })
    const { visits } = (await response.json()) as { visits: readonly { sentence: string | null }[] }
    const expected = acts.filter(({ kind }) => kind === 'recordVisit').length
    if (visits.filter(({ sentence }) => sentence).length !== expected) throw new Error('a visit did not come back')
  })
  return { push, pull, pushProcessor }
}

export async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
