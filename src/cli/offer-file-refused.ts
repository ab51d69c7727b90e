import { CommandRefused } from '../platform/command-line/command.ts'
import type { Problem } from '../registers/organisations/index.ts'

/** A file of services in which something is wrong: where in it, and what was expected there. Nothing was changed. */
export class OfferFileRefused extends CommandRefused {
  readonly file: string
  readonly problems: readonly Problem[]

  constructor(file: string, problems: readonly Problem[]) {
    const lines = problems.map(({ path, expected }) => `  ${path}: expected ${expected}`)
    super('file-content', `${file} cannot be imported:\n${lines.join('\n')}`)
    this.file = file
    this.problems = problems
  }
}
