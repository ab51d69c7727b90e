import { Command, CommanderError } from 'commander'
import type { CommandResult, RunCommand } from '../platform/command-line/command.ts'
import { CommandRefused } from '../platform/command-line/command.ts'
import { addIdentityCommands } from '../registers/municipalities/index.ts'
import { addAuditVerify } from './audit-verify.ts'
import { addBackup, addRestore } from './backup.ts'
import { addDeletions } from './deletions.ts'
import { addDoctor } from './doctor.ts'
import { addExchangeServices } from './exchange-services.ts'
import { addImportIndicators } from './import-indicators.ts'
import { addImportPlaces } from './import-places.ts'
import { addKeys } from './keys.ts'
import { addMigrate } from './migrate.ts'
import { addMunicipalityList } from './municipality-list.ts'
import type { Opened } from './open.ts'
import { type Output, printFailure, printResult, progressLine } from './output.ts'
import { addRegisters } from './registers.ts'
import { addRightsCheck, type LineStreams } from './rights-check.ts'
import { addRightsExplain } from './rights-explain.ts'
import { addRightsFreshness } from './rights-freshness.ts'
import { addRightsSimulate } from './rights-simulate.ts'
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

/** Runs one command, `args` as typed behind `meernet`; gives the exit code. */
export async function runCommandLine(args: readonly string[], needs: ProgramNeeds): Promise<number> {
  const { output } = needs
  let foundWrong = false
  const program = programWith(needs, (result) => {
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

function programWith(
  { open, settings, output, streams }: ProgramNeeds,
  print: (result: CommandResult) => void,
): Command {
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
  addImportPlaces(program, run, progressLine(output))
  addImportIndicators(program, { run, print, showProgress: progressLine(output) })
  addExchangeServices(program, run)
  addMunicipalityList(program, run)
  addIdentityCommands(program, run)
  addMigrate(program, { open, output })
  addDoctor(program, { settings, print })
  addBackup(program, { settings, print })
  addRestore(program, { settings, print })
  addAuditVerify(program, run)
  addDeletions(program, run)
  addRegisters(program, { open, print })
  addKeys(program, { open, settings, print, showProgress: progressLine(output) })
  addRightsCheck(program, streams)
  addRightsFreshness(program, { print, clock: () => new Date() })
  addRightsExplain(program, { print, clock: () => new Date() })
  addRightsSimulate(program, { print, clock: () => new Date(), showProgress: progressLine(output) })
  return program
}

/** Commander says "error: …" and, for a command without its verb, gives only a code. */
function usageOf({ message }: CommanderError): string {
  const sentence = message.replace(/^error: /, '')
  return `${sentence === '(outputHelp)' ? 'say what to do' : sentence}. See npx meernet help.`
}
