import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import {
  type FiguresToImport,
  type ImportedFigures,
  importFigures,
  isPeriod,
  type Mapping,
  type MissingKind,
  mappingSchema,
  missingKinds,
  readFigures,
} from '../functions/neighbourhood-analysis/index.ts'
import { systemActor } from '../platform/access/actor.ts'
import {
  type CommandNeeds,
  CommandRefused,
  type CommandResult,
  type RunCommand,
} from '../platform/command-line/command.ts'
import { openTables } from '../platform/published-files/open-tables.ts'
import type { PublishedFile } from '../platform/published-files/published-file.ts'
import { allMunicipalities, municipalityByNisCode } from '../registers/municipalities/index.ts'
import { figuresReport } from './figures-report.ts'
import { groupOf } from './group.ts'
import { isoDay } from './iso-day.ts'
import { nisCode } from './nis-code.ts'

type Options = {
  readonly municipality?: string
  readonly source?: string
  readonly licence?: string
  readonly retrieved?: string
  readonly period?: string
  readonly edition?: string
  readonly mapping?: string
  readonly missing: Readonly<Record<string, MissingKind>>
  readonly dryRun?: boolean
}

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
    .option('--mapping <FILE>', 'JSON that says which column holds what (docs/figures.md)')
    .option(
      '--missing <SIGN=KIND>',
      `a sign that says why there is no figure (${missingKinds.join(', ')}); may be repeated`,
      missing,
      {},
    )
    .option('--dry-run', 'read and count all, keep nothing; needs no database')
    .action(async (path: string, options: Options) => {
      const onRows = (read: number) => showProgress(`${read} rows read`)
      try {
        const mapping = options.mapping === undefined ? undefined : await mappingIn(options.mapping)
        if (options.dryRun) print(await dryRun(path, options, mapping, onRows))
        else await run((needs) => importFor(needs, path, options, mapping, onRows))
      } finally {
        showProgress(undefined)
      }
    })
}

async function dryRun(
  path: string,
  options: Options,
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

async function importFor(
  { owner, transact, clock }: CommandNeeds,
  path: string,
  options: Options,
  mapping: Mapping | undefined,
  onRows: (read: number) => void,
): Promise<CommandResult> {
  const municipality = await municipalityMeant(owner, options.municipality)
  const file = await openTables(path)
  try {
    const imported = await importFigures(
      { transact, clock },
      systemActor(municipality.id, 'import indicators'),
      whatToImport(file, municipality.nisCode, options, mapping),
      onRows,
    )
    if (imported.kind === 'refused') refuseImport(imported, file, municipality.nisCode)
    return figuresReport({ file, read: imported.read, nisCode: municipality.nisCode, imported })
  } finally {
    file.close()
  }
}

const whatToImport = (
  file: PublishedFile,
  nisCode: string,
  options: Options,
  mapping: Mapping | undefined,
): FiguresToImport => ({
  file,
  nisCode,
  wishes: wishesIn(options, mapping),
  provenance: { source: options.source, licence: options.licence, retrievedOn: options.retrieved },
})

const wishesIn = ({ period, edition, missing }: Options, mapping: Mapping | undefined) => ({
  mapping,
  period,
  edition,
  missing,
})

async function municipalityMeant(owner: CommandNeeds['owner'], nis: string | undefined) {
  const all = nis === undefined ? await allMunicipalities(owner) : []
  const [only] = all.length === 1 ? all : [nis === undefined ? undefined : await municipalityByNisCode(owner, nis)]
  if (only) return only
  const sentence =
    nis === undefined
      ? 'Say for which municipality: --municipality NIS. See npx meernet municipality list.'
      : `There is no municipality ${nis} here yet: npx meernet import places makes one. With --dry-run the file is only read.`
  throw new CommandRefused('no-municipality', sentence)
}

function refuseImport(
  { reason, read }: ImportedFigures & { readonly kind: 'refused' },
  { file }: PublishedFile,
  nis: string,
): never {
  const sentences = {
    'period-not-stated': `${file} does not say of which period its figures are. Say it: --period 2023.`,
    'source-not-stated': `Nobody says who published ${file} and on which terms. Say it: --source and --licence.`,
    'municipality-not-stated': `${file} does not say in which municipality its sectors lie, and no sector of ${nis} is known yet. Import the population by sector, or the addresses, first.`,
    'nothing-of-municipality': `${file} holds no figure of municipality ${nis}.`,
  }
  throw new CommandRefused(reason, `${sentences[reason]} Layout: ${read.layout}.`)
}

async function mappingIn(path: string): Promise<Mapping> {
  const file = basename(path)
  const refuse = (sentence: string): never => {
    throw new CommandRefused('mapping', `${file}: ${sentence}`)
  }
  const text = await readFile(path, 'utf8').catch(() => refuse('there is no such file, or it cannot be read.'))
  const parsed = mappingSchema.safeParse(jsonIn(text) ?? refuse('is not JSON.'))
  return parsed.success ? parsed.data : refuse(`is no mapping (docs/figures.md).\n${z.prettifyError(parsed.error)}`)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function period(value: string): string {
  if (!isPeriod(value)) throw new InvalidArgumentError('expected a period such as 2023, 2023-01-01 or 2022-2023')
  return value
}

function edition(value: string): string {
  if (!/^(19|20)[0-9]{2}$/.test(value)) throw new InvalidArgumentError('expected a year of four digits')
  return value
}

function missing(value: string, before: Options['missing']): Options['missing'] {
  const at = value.lastIndexOf('=')
  const kind = missingKinds.find((one) => one === value.slice(at + 1))
  if (at < 1 || !kind) throw new InvalidArgumentError(`expected SIGN=KIND with one of ${missingKinds.join(', ')}`)
  return { ...before, [value.slice(0, at)]: kind }
}
