import { Command, CommanderError } from 'commander'
import type { CommandResult, RunCommand } from '../platform/command-line/command.ts'
import { CommandRefused } from '../platform/command-line/command.ts'
import type { Opened } from './open.ts'
import { type Output, printFailure, printResult, progressLine } from './output.ts'
import type { LineStreams } from './rights-check.ts'
import type { Settings } from './settings.ts'

/** What the command line is made of. */
export type ProgramNeeds = {
  readonly open: () => Promise<Opened>
  /** The settings and where the program's files are; throws when the settings are wrong. */
  readonly settings: () => Settings
  readonly output: Output
  /** The standard input and output, for commands that answer line by line. */
  readonly streams: LineStreams
}

/** What a command gets to be added with. */
export type AddingNeeds = ProgramNeeds & {
  readonly run: RunCommand
  readonly print: (result: CommandResult) => void
  readonly showProgress: (text: string | undefined) => void
}

/** Adds its commands to the program. */
export type AddCommands = (program: Command, needs: AddingNeeds) => void

/** Runs one of the commands that `add` adds, `args` as typed behind `meernet`; gives the exit code. */
export async function runCommandLine(add: AddCommands, args: readonly string[], needs: ProgramNeeds): Promise<number> {
  const { output } = needs
  let foundWrong = false
  const program = programWith(add, needs, (result) => {
    printResult(output, result)
    foundWrong ||= result.foundWrong ?? false
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return foundWrong ? 1 : 0
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    printFailure(output, error instanceof CommanderError ? new CommandRefused('usage', usageOf(error)) : error)
    return 1
  }
}

function programWith(add: AddCommands, needs: ProgramNeeds, print: (result: CommandResult) => void): Command {
  const { open, output } = needs
  const run: RunCommand = async (work) => {
    const opened = await open()
    try {
      print(await work(opened.needs))
    } finally {
      await opened.close()
    }
  }
  const program = new Command('meernet')
    .description('Command line of Meernet')
    .option('--json', 'print one JSON object, errors included')
    .configureOutput({ writeOut: output.out, writeErr: () => undefined })
    .exitOverride()
  add(program, { ...needs, run, print, showProgress: progressLine(output) })
  return program
}

/** Commander says "error: …" and, for a command without its verb, gives only a code. */
function usageOf({ message }: CommanderError): string {
  const sentence = message.replace(/^error: /, '')
  return `${sentence === '(outputHelp)' ? 'say what to do' : sentence}. See npx meernet help.`
}
