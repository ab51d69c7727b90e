import type { IsoDate } from '@meernet/calendar'
import type { Tx } from '../database/transact.ts'

/** One thing that waits for somebody, as the page "Vandaag" shows it. No names: the link leads to who it is about. */
export type Waiting = {
  /** Sentence: message key with its values. */
  readonly message: string
  readonly values?: Readonly<Record<string, string | number>>
  /** Which one, in words its reader chose or may read anyway: the name of an own case, or a place and a day. Never a person's name. */
  readonly about?: string | WaitingAbout | undefined
  readonly href: string
  /** The day by which it was promised, when it was. */
  readonly dueOn: IsoDate | undefined
  /** Somebody may be in danger: before all else of its day, and of what is late. */
  readonly isAlarm?: boolean
}

/** Message key with its values; `days` are shown as days of the calendar. */
export type WaitingAbout = {
  readonly message: string
  readonly values?: Readonly<Record<string, string>>
  readonly days?: Readonly<Record<string, IsoDate>>
}

/** What waits for the actor of `tx` in one module; empty for a role it has nothing for. */
export type WaitingOf = (tx: Tx) => Promise<readonly Waiting[]>
