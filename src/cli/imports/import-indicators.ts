import type { Command } from 'commander'
import type { CommandResult, RunCommand } from '../../platform/command-line/command.ts'
import { openTables } from '../../platform/published-files/open-tables.ts'
import { type Mapping, missingKinds, readFigures } from '../../registers/published-figures/index.ts'
import { groupOf } from '../group.ts'
import { isoDay } from '../iso-day.ts'
import { edition } from './edition.ts'
import { decimal, type ImportOptions, mappingIn, missing, period, wishesIn } from './figures-options.ts'
import { figuresReport } from './figures-report.ts'
import { nisCode } from './nis-code.ts'

type Needs = {
  readonly run: RunCommand
  readonly print: (result: CommandResult) => void
  readonly showProgress: (text: string | undefined) => void
}

/** `import indicators`: figures per area out of a published file, for one municipality; with `--dry-run` nothing is opened. */
export function addImportIndicators(program: Command, { run, print, showProgress }: Needs): void {
  groupOf(program, 'import', 'load published data')
    .command('indicators')
    .argument('<FILE>', 'CSV or text with | ; , or tab, plain, gzip or zip; or a workbook (xlsx, xls, ods)')
    .description('load figures per sector, neighbourhood or municipality; doing it again changes only what changed')
    .option('--municipality <NIS>', 'whose figures are kept, five digits; may be left out where there is one', nisCode)
    .option('--source <TEXT>', 'who published it, when the layout does not say')
    .option('--licence <TEXT>', 'on which terms, when the layout does not say')
    .option('--retrieved <DATE>', 'the day on which the file was fetched; without it today', isoDay)
    .option('--period <PERIOD>', 'the period, when the file does not say: 2023, 2023-01-01, 2022-2023', period)
    .option(
      '--edition <YEAR>',
      'edition of the areas (2018, 2024, 2025), when the codes and the year do not tell',
      edition,
    )
    .option(
      '--decimal <SIGN>',
      'the decimal sign (. or ,), when numbers such as 1.234 can be read in two ways',
      decimal,
    )
    .option('--mapping <FILE>', 'JSON that says which column holds what (docs/figures.md)')
    .option(
      '--missing <SIGN=KIND>',
      `a sign that says why there is no figure (${missingKinds.join(', ')}); may be repeated`,
      missing,
      {},
    )
    .option('--dry-run', 'read and count all, keep nothing; needs no database')
    .action(async (path: string, options: ImportOptions) => {
      const onRows = (read: number) => showProgress(`${read} rows read`)
      try {
        const mapping = options.mapping === undefined ? undefined : await mappingIn(options.mapping)
        if (options.dryRun) print(await dryRun(path, options, mapping, onRows))
        else {
          const { importFiguresFor } = await import('./import-figures-for.ts')
          await run((needs) => importFiguresFor(needs, path, options, mapping, onRows))
        }
      } finally {
        showProgress(undefined)
      }
    })
}

async function dryRun(
  path: string,
  options: ImportOptions,
  mapping: Mapping | undefined,
  onRows: (read: number) => void,
): Promise<CommandResult> {
  const file = await openTables(path)
  try {
    const wishes = { ...wishesIn(options, mapping), municipality: options.municipality, ownSectors: new Set<string>() }
    return figuresReport({ file, read: await readFigures(file, wishes, onRows), nisCode: options.municipality })
  } finally {
    file.close()
  }
}
