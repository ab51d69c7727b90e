import { type Command, Option } from 'commander'
import type { CommandResult, RunCommand } from '../../platform/command-line/command.ts'
import { isTable } from '../../platform/published-files/is-table.ts'
import { openTables } from '../../platform/published-files/open-tables.ts'
import { countAreas, readAreas, saidLevels } from '../../registers/published-areas/index.ts'
import { groupOf } from '../group.ts'
import { isoDay } from '../iso-day.ts'
import { type AreaOptions, saidColumns } from './area-options.ts'
import { areaTableReport } from './area-table-report.ts'
import { areasReport } from './areas-report.ts'
import { edition } from './edition.ts'
import { nisCode } from './nis-code.ts'

type Needs = {
  readonly run: RunCommand
  readonly print: (result: CommandResult) => void
  readonly showProgress: (text: string | undefined) => void
}

/** `import areas`: the areas of a municipality out of a published file; with `--dry-run` nothing is opened but the file. */
export function addImportAreas(program: Command, { run, print, showProgress }: Needs): void {
  groupOf(program, 'import', 'load published data')
    .command('areas')
    .alias('area-tables')
    .argument(
      '<FILE>',
      'GeoJSON, TopoJSON, GML or GeoPackage, plain, gzip or zip; a shapefile in a zip; or a table that says which area lies in which (CSV, xlsx)',
    )
    .description('load sectors, neighbourhoods, districts and municipalities; doing it again changes only what changed')
    .option('--municipality <NIS>', 'whose areas are kept, five digits; may be left out where there is one', nisCode)
    .option(
      '--also <NIS>',
      'a municipality beside it, for neighbourhoods across the border, or one that merged into it; may be repeated',
      (value: string, before: readonly string[]) => [...before, nisCode(value)],
      [],
    )
    .option('--in <NIS>', 'the municipality of all areas, when the file says of none', nisCode)
    .option('--edition <YEAR>', 'edition of the areas (2018, 2024, 2025), when the file does not say', edition)
    .option('--code <COLUMN>', 'the column of the code, when the columns are not known; say --level too')
    .addOption(
      new Option('--level <LEVEL>', 'of which areas that column holds the code; without it neighbourhoods').choices([
        ...saidLevels,
      ]),
    )
    .option('--name <COLUMN>', 'the column of the name, beside --code')
    .option('--of <COLUMN>', 'the column with the NIS code of the municipality, beside --code')
    .option('--source <TEXT>', 'who published it, when the columns do not tell')
    .option('--licence <TEXT>', 'on which terms, when the columns do not tell')
    .option('--retrieved <DATE>', 'the day on which the file was fetched; without it today', isoDay)
    .option('--approximate', 'the borders are only roughly right, though the file does not say so')
    .option('--dry-run', 'read and count all, keep nothing; needs no database')
    .action(async (path: string, options: AreaOptions) => {
      const onAreas = (read: number) => showProgress(`${read} areas read`)
      try {
        if (options.dryRun) print(await checked(path, options, onAreas))
        else {
          const { importAreasFor } = await import('./import-areas-for.ts')
          await run((needs) => importAreasFor(needs, path, options, onAreas))
        }
      } finally {
        showProgress(undefined)
      }
    })
}

async function checked(path: string, options: AreaOptions, onAreas: (read: number) => void): Promise<CommandResult> {
  if (await isTable(path)) return checkedTable(path, options.edition)
  const file = await readAreas(path, options.edition, saidColumns(options))
  try {
    return areasReport(file, await countAreas(file, onAreas))
  } finally {
    file.close()
  }
}

/** All rows of a table, whatever their municipality. */
async function checkedTable(path: string, edition: string | undefined): Promise<CommandResult> {
  const { readAreaTable } = await import('../../registers/places/without-pages.ts')
  const file = await openTables(path)
  try {
    return areaTableReport(
      file,
      await readAreaTable(file, { nisCodes: new Set(), known: new Map(), said: undefined, edition }),
    )
  } finally {
    file.close()
  }
}
