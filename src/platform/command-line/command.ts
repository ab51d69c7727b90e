import type { Db } from '../database/connect.ts'
import type { Transact } from '../database/transact.ts'

/** What a command of `npx meernet` works with. */
export type CommandNeeds = {
  /** The owner of the schema, which can make a municipality: a route cannot. */
  readonly owner: Db
  /** As in the application: under row-level security. */
  readonly transact: Transact
  /**
   * As the owner, for what must happen in one transaction with making a municipality.
   * NOTE the owner may see every municipality: name the one that is meant in each query.
   */
  readonly transactAsOwner: Transact
  readonly clock: () => Date
  /** Where people reach this installation, as set; undefined: it is not said. */
  readonly address: string | undefined
}

/** What a command says: sentences for people, the same as one JSON object with `--json`. */
export type CommandResult = {
  readonly lines: readonly string[]
  readonly json: Readonly<Record<string, unknown>>
  /** The command did what was asked and found something wrong: the exit code is then 1. */
  readonly foundWrong?: boolean
}

/**
 * Runs the work of one command on the opened installation, prints what it gives and sets the exit code. A module offers its
 * commands as `add…Commands(program: Command, run: RunCommand)`; each action calls `run` once.
 */
export type RunCommand = (work: (needs: CommandNeeds) => Promise<CommandResult>) => Promise<void>

/** A command that cannot be done as asked: the sentence says what to do. `code` is stable, for scripts. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
  readonly code: string

  constructor(code: string, sentence: string) {
    super(sentence)
    this.code = code
  }
}
