import type { Refusal } from '../published-files/refusal.ts'

/** Where sent files are laid down, and how large they may be. */
export type SentFileSettings = {
  /** A folder on this machine with room for a few of the largest. */
  readonly folder: string
  readonly largestBytes: number
  /** What is no larger is read while the sender waits; the rest in the background. */
  readonly atOnceBytes: number
}

/** Unless the administrator of the machine sets another. */
export const largestUnlessSet = 250 * 1024 * 1024
/** Half a second of reading. Packed files unpack to ten times that. */
export const readAtOnce = 2 * 1024 * 1024

/** `stopped`: the reader failed or is no longer there; `unknown`: somebody has to say what its columns hold. */
export type SentFileState = 'waiting' | 'reading' | 'stopped' | 'refused' | 'unknown'

/** Why a file was not taken: it is wrong, its bytes are no longer there, or something about it has to be said (`reason`). */
export type WhyNotTaken =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'gone' }
  | { readonly kind: 'asks'; readonly reason: string }

/** A file that was sent and is not read to its end, or not understood. `Asked` is what was said about it, of the module that reads it. */
export type SentFile<Asked> = {
  readonly id: string
  readonly fileName: string
  readonly sizeBytes: number
  readonly sentBy: string
  readonly sentAt: Date
  readonly asked: Asked
  readonly state: SentFileState
  /** What the reader is doing: a message key of its own. */
  readonly step: string | null
  readonly readCount: number
  readonly movedAt: Date
  readonly answer: WhyNotTaken | null
  readonly version: number
}

/** A reader gives a sign every two seconds; one that was silent for this long is taken to be gone. */
export const silentAfterMs = 45_000

/** Where the file stands, for whoever looks: a reader that gave no sign for long has stopped, whatever it last said. */
export function standingOf({ state, movedAt }: Pick<SentFile<unknown>, 'state' | 'movedAt'>, now: Date): SentFileState {
  return state === 'reading' && now.getTime() - movedAt.getTime() > silentAfterMs ? 'stopped' : state
}
