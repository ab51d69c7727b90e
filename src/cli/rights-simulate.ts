import { belgium } from '@meernet/rights-belgium'
import { dayOf, type GivenParameters, type ParameterRow } from '@meernet/rights-engine'
import type { Command } from 'commander'
import { stringify } from 'csv-stringify/sync'
import type { CommandResult } from '../platform/command-line/command.ts'
import { groupOf } from './group.ts'
import { isoDay, todayBy } from './iso-day.ts'
import { batchesOf } from './rights-simulation/batch.ts'
import { givenValues } from './rights-simulation/given-values.ts'
import type { HouseholdInFile } from './rights-simulation/household-in-file.ts'
import { householdsIn } from './rights-simulation/population-file.ts'
import { type Report, reportOf } from './rights-simulation/report.ts'
import { type ChangedValue, reportLines, type Simulated } from './rights-simulation/report-lines.ts'
import { reportRows } from './rights-simulation/report-rows.ts'
import { simulate } from './rights-simulation/simulate.ts'

type Needs = {
  readonly print: (result: CommandResult) => void
  readonly clock: () => Date
  readonly showProgress: (text: string | undefined) => void
}

type Options = {
  readonly date?: string
  readonly compareDate?: string
  readonly param: readonly string[]
  readonly given: readonly string[]
  readonly csv?: true
  readonly jsonl?: true
}

/** `rights simulate FILE`: the rights of a whole population, and with `--param` or `--compare-date` who gains and who loses. */
export function addRightsSimulate(program: Command, needs: Needs): void {
  groupOf(program, 'rights', 'which rights are worth asking for')
    .command('simulate')
    .argument('<file>', 'households, a JSON object a line or a table with a person a row')
    .description('count for a population who may ask for what, and who gains and loses by a reform')
    .option('--date <date>', 'the law of which day (YYYY-MM-DD); without it that of the file, else today', isoDay)
    .option('--compare-date <date>', 'hold the law of another day against it', isoDay)
    .option(
      '--param <id=value>',
      'a reform: a value of the law that becomes another one, euros; may be repeated',
      repeated,
      [],
    )
    .option('--given <id=value>', 'a value that holds with and without the reform; may be repeated', repeated, [])
    .option('--csv', 'one figure a row, as a table')
    .option('--jsonl', 'one figure a line, as JSON')
    .action(async (file: string, options: Options) => {
      try {
        needs.print(await simulated(file, options, needs))
      } finally {
        needs.showProgress(undefined)
      }
    })
}

const repeated = (text: string, before: readonly string[]) => [...before, text]

async function simulated(file: string, options: Options, { clock, showProgress }: Needs): Promise<CommandResult> {
  const reform = givenValues('--param', options.param, belgium.parameters)
  const given = givenValues('--given', options.given, belgium.parameters)
  const { date, households } = await dated(householdsIn(file, belgium), options.date, clock)
  const compareDate = options.compareDate ?? null
  const withReform = options.param.length > 0 || compareDate !== null
  const tally = await simulate(
    batchesOf(households, { file, date, mayDiffer: options.date !== undefined }),
    {
      before: { date, parameters: given },
      after: withReform ? { date: compareDate ?? date, parameters: { ...given, ...reform } } : null,
    },
    (count) => showProgress(`${count} households`),
  )
  const about: Simulated = { file, date, compareDate, given, reform: changedValues(reform, given, date) }
  return resultOf(about, reportOf(tally, withReform), options)
}

type Chunks = AsyncGenerator<readonly HouseholdInFile[]>

/** The day of the simulation: as asked for, else as the first household has it, else today. */
async function dated(chunks: Chunks, asked: string | undefined, clock: () => Date) {
  const first = await chunks.next()
  const inFile = first.done ? null : (first.value[0]?.date ?? null)
  const told = inFile !== null && dayOf(inFile) !== null ? inFile : null
  return { date: asked ?? told ?? todayBy(clock), households: continued() }

  async function* continued(): Chunks {
    if (!first.done) yield first.value
    yield* chunks
  }
}

function changedValues(reform: GivenParameters, given: GivenParameters, date: string): readonly ChangedValue[] {
  return Object.entries(reform).map(([id, after]) => ({
    id,
    before: id in given ? Number(given[id]) : valueOn(belgium.parameters[id]?.rows ?? [], date),
    after: Number(after),
    unit: belgium.parameters[id]?.unit ?? '',
  }))
}

/** The newest known value on a day. */
function valueOn(rows: readonly ParameterRow[], date: string): number | null {
  const known = rows.filter(({ from, gap }) => !gap && from <= date).sort((a, b) => (a.from < b.from ? 1 : -1))
  return known[0]?.value ?? null
}

function resultOf(about: Simulated, report: Report, { csv, jsonl }: Options): CommandResult {
  const json = { ...about, ...report }
  if (csv) return { lines: [stringify([...reportRows(report)], { header: true }).trimEnd()], json }
  if (jsonl) return { lines: reportRows(report).map((row) => JSON.stringify(row)), json }
  return { lines: reportLines(about, report), json }
}
