import type { Command } from 'commander'
import { CommandRefused, type CommandResult } from '../platform/command-line/command.ts'
import { countAreas, readAreas } from '../registers/published-areas/index.ts'
import { areasReport } from './areas-report.ts'
import { edition } from './figures-options.ts'
import { groupOf } from './group.ts'

type Options = { readonly edition?: string; readonly dryRun?: boolean }
type Needs = {
  readonly print: (result: CommandResult) => void
  readonly showProgress: (text: string | undefined) => void
}

/** `import areas`: reads and counts the areas in a published file. It keeps none, and refuses to be asked to. */
export function addImportAreas(program: Command, { print, showProgress }: Needs): void {
  groupOf(program, 'import', 'load published data')
    .command('areas')
    .argument('<FILE>', 'GeoJSON, TopoJSON or GeoPackage, plain, gzip or zip; or a shapefile in a zip')
    .description('check a file of areas: what it holds, in which system, and what is wrong (--dry-run only)')
    .option('--edition <YEAR>', 'edition of the areas (2018, 2024, 2025), when the file does not say', edition)
    .option('--dry-run', 'read and count all, keep nothing; needs no database')
    .action(async (path: string, options: Options) => {
      if (!options.dryRun)
        throw new CommandRefused(
          'only-dry-run',
          'Areas are checked here and not yet kept: add --dry-run. Neighbourhoods with their addresses are loaded by import places.',
        )
      try {
        print(await checked(path, options.edition, (read) => showProgress(`${read} areas read`)))
      } finally {
        showProgress(undefined)
      }
    })
}

async function checked(
  path: string,
  asked: string | undefined,
  onAreas: (read: number) => void,
): Promise<CommandResult> {
  const file = await readAreas(path, asked)
  try {
    return areasReport(file, await countAreas(file, onAreas))
  } finally {
    file.close()
  }
}
