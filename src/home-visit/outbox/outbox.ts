import { type ActAnswer, type RefusalReason, visibleHoursAfterHandover } from '../../functions/detection/contract.ts'

/** An act in the outbox, as far as sending is concerned. */
export type Waiting = { readonly sequence: number; readonly id: string }

/** Acts in the first request of each go at sending: little enough to get through on a weak connection. */
export const firstBatch = 200
const smallestBatch = 20
const largestBatch = 10_000
/** A request should be answered in so many milliseconds, and hold no more than so many bytes: half of what the server takes. */
const goodWhileMs = 5000
const heaviest = 16_000_000

/** A request with acts that was answered: how many, how heavy as text, and the milliseconds it took. */
export type Carried = { readonly acts: number; readonly bytes: number; readonly tookMs: number }

/** Acts in the next request: what this network carried just now says how many. Each go at sending begins small again. */
export function batchAfter({ acts, bytes, tookMs }: Carried): number {
  const bySpeed = (acts * goodWhileMs) / Math.max(tookMs, 1)
  const byWeight = (acts * heaviest) / Math.max(bytes, 1)
  return Math.max(smallestBatch, Math.floor(Math.min(bySpeed, byWeight, largestBatch)))
}

/** The acts to send next, oldest first. */
export function nextBatch<Item extends Waiting>(waiting: readonly Item[], size = firstBatch): readonly Item[] {
  return waiting.toSorted((a, b) => a.sequence - b.sequence).slice(0, size)
}

/** What the answers mean for the outbox. Acts without an answer stay and are sent again. */
export type Settling<Item> = {
  /** Committed by the server: leave the outbox. */
  readonly done: readonly Item[]
  /** Not applied: stay to be read, until they are forgotten; the coordinator has them too. */
  readonly refused: readonly { readonly item: Item; readonly reason: RefusalReason }[]
}

/** Sorts what was sent by its answers. */
export function settle<Item extends Waiting>(batch: readonly Item[], answers: readonly ActAnswer[]): Settling<Item> {
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const answered = batch.flatMap((item) => {
    const answer = byId.get(item.id)
    return answer ? [{ item, answer }] : []
  })
  return {
    done: answered.flatMap(({ item, answer }) => (answer.status === 'refused' ? [] : [item])),
    refused: answered.flatMap(({ item, answer }) =>
      answer.status === 'refused' ? [{ item, reason: answer.reason }] : [],
    ),
  }
}

const firstWaitMs = 5_000
const longestWaitMs = 5 * 60_000

/** How long to wait after this many failures in a row: doubled each time, up to five minutes; `chance` (0–1) spreads phones. */
export function waitBeforeTryMs(failures: number, chance: number): number {
  const wait = Math.min(firstWaitMs * 2 ** Math.max(0, failures - 1), longestWaitMs)
  return Math.round(wait * (0.75 + chance / 2))
}

/** When the phone must have forgotten what was handed over at `handedOverAt` (rule P8). */
export function forgetAfter(handedOverAt: Date): number {
  return handedOverAt.getTime() + visibleHoursAfterHandover * 3_600_000
}
