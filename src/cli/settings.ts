import type { CommandResult } from '../platform/command-line/command.ts'
import type { Config } from '../platform/config/config.ts'

/** The settings, and where the program's own files are. */
export type Settings = { readonly config: Config; readonly migrationsFolder: string }

/** What a command works with that looks after the installation itself, and opens it in its own way. */
export type CareNeeds = {
  readonly settings: () => Settings
  readonly print: (result: CommandResult) => void
}
