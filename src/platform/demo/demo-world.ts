import { addDays, type IsoDate } from '@meernet/calendar'

/** Chance that repeats itself: the same seed gives the same demo. */
export type DemoWorld = {
  readonly today: IsoDate
  readonly municipalityId: string
  /** An identifier, a valid UUIDv7 of the demo's own series. */
  id(): string
  /** A whole number from 0 to `below` − 1. */
  whole(below: number): number
  /** One of the list. */
  pick<Item>(items: readonly Item[]): Item
  /** True with this chance, 0–1. */
  chance(share: number): boolean
  /** `days` before (negative) or after today. */
  day(days: number): IsoDate
}

/** A demo world around `today`. Chance: mulberry32, enough for invention, not for secrets. */
export function demoWorld(seed: number, municipalityId: string, today: IsoDate): DemoWorld {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (below: number) => Math.floor(next() * below)
  const hex = (digits: number) => Array.from({ length: digits }, () => whole(16).toString(16)).join('')
  let made = 0
  return {
    today,
    municipalityId,
    whole,
    id: () => {
      made += 1
      // The time part counts up, so that these sort as they were made.
      return `01900000-${made.toString(16).padStart(4, '0')}-7${hex(3)}-8${hex(3)}-${hex(12)}`
    },
    pick: (items) => items[whole(items.length)] ?? raise('nothing to pick from'),
    chance: (share) => next() < share,
    day: (days) => addDays(today, days),
  }
}

function raise(message: string): never {
  throw new Error(message)
}
