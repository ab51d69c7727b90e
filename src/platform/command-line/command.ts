import type { Db } from '../database/connect.ts'
import type { Transact } from '../database/transact.ts'

/** What a command of `npx meernet` works with. The owner of the schema acts: it can make a municipality, a route cannot. */
export type CommandNeeds = {
  readonly owner: Db
  /** As in the application, but as the owner of the schema: for what must happen in one transaction with making a municipality. */
  readonly transact: Transact
  readonly clock: () => Date
}

/** What a command says: sentences for people, the same as one JSON object with `--json`. */
export type CommandResult = { readonly lines: readonly string[]; readonly json: Readonly<Record<string, unknown>> }

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
