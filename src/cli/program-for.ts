import type { AddCommands } from './run-command-line.ts'

/**
 * Commands that read large published files. Each is loaded alone: the modules of the whole program take more memory than reading
 * a table of a hundred megabytes does.
 */
const alone: Readonly<Record<string, () => Promise<AddCommands>>> = {
  'import area-tables': async () => (await import('./imports/import-areas.ts')).addImportAreas,
  'import areas': async () => (await import('./imports/import-areas.ts')).addImportAreas,
  'import indicators': async () => (await import('./imports/import-indicators.ts')).addImportIndicators,
}

/** What adds the commands that `args`, as typed behind `meernet`, ask for. */
export async function programFor(args: readonly string[]): Promise<AddCommands> {
  const typed = args.filter((arg) => arg !== '--json').slice(0, 2)
  return (await alone[typed.join(' ')]?.()) ?? (await import('./program.ts')).addCommands
}
