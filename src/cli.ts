import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { programFor } from './cli/program-for.ts'
import { runCommandLine } from './cli/run-command-line.ts'
import { configFrom } from './platform/config/config.ts'
import { readEnvironment } from './platform/config/env.ts'

// The built program is dist/server/cli.js, two levels under the checkout.
const projectFolder = fileURLToPath(new URL('../..', import.meta.url))
const err = (text: string) => void process.stderr.write(text)
const args = process.argv.slice(2)

const settings = () => ({
  config: configFrom(readEnvironment(), projectFolder),
  migrationsFolder: `${projectFolder}/migrations`,
})

// Who reads our output may have enough of it (`| head`); the work goes on to its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const addCommands = await programFor(args)

process.exitCode = await runCommandLine(addCommands, args, {
  open: async () => {
    const { openForCommand } = await import('./cli/open.ts')
    const { config, migrationsFolder } = settings()
    return openForCommand(config, migrationsFolder, (sentence) => err(`${sentence}\n`))
  },
  settings,
  streams: { lines: process.stdin, write: (text) => writeToOutput(text) },
  output: {
    out: (text) => void process.stdout.write(text),
    err,
    isJson: args.includes('--json'),
    isWatched: process.stderr.isTTY,
  },
})

/** Waits while who reads our output is behind. */
async function writeToOutput(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
