import { setTimeout as sleep } from 'node:timers/promises'

/** A kind of page, and how often it is asked beside the others. */
export type Kind = { readonly what: string; readonly weight: number; readonly ask: () => Promise<Response> }

/** How long answers of one kind took, milliseconds, and how many were no answer. */
export type Timing = { readonly what: string; readonly times: readonly number[]; readonly errors: number }

/** Asks pages by turns, by their weight, as so many people at once who each read a moment in between; for `durationMs`. */
export async function underMixedLoad(
  kinds: readonly Kind[],
  { people, pauseMs, durationMs }: { people: number; pauseMs: number; durationMs: number },
): Promise<readonly Timing[]> {
  const wheel = kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind))
  const timings = new Map(kinds.map(({ what }) => [what, { what, times: [] as number[], errors: 0 }]))
  const until = performance.now() + durationMs
  const read = async (seat: number) => {
    // A step that shares no factor with the wheel brings each person past all kinds, each from another place.
    for (let turn = seat * 3; performance.now() < until; turn += 7) {
      const kind = wheel[turn % wheel.length]
      const timing = timings.get(kind?.what ?? '')
      if (!kind || !timing) continue
      const start = performance.now()
      const isAnswered = await kind.ask().then(
        async (response) => (await response.arrayBuffer()) && response.status < 400,
        () => false,
      )
      if (isAnswered) timing.times.push(performance.now() - start)
      else timing.errors += 1
      await sleep(pauseMs)
    }
  }
  await Promise.all(Array.from({ length: people }, (_, seat) => read(seat)))
  return [...timings.values()]
}

/** How often each kind is asked before it counts. */
export const warmUps = 5

/** Asks each kind so many times with nobody else there, after a few to warm up. */
export async function oneReader(kinds: readonly Kind[], count: number): Promise<readonly Timing[]> {
  const timings: Timing[] = []
  for (const { what, ask } of kinds) {
    const times: number[] = []
    let errors = 0
    for (let turn = -warmUps; turn < count; turn += 1) {
      const start = performance.now()
      const response = await ask()
      await response.arrayBuffer()
      if (response.status >= 400) errors += 1
      else if (turn >= 0) times.push(performance.now() - start)
    }
    timings.push({ what, times, errors })
  }
  return timings
}

/** The time that this share of the answers stayed under. */
export function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN
}
