import { belgium, freshness, parametersOf } from '@meernet/rights-belgium'
import { explainer, type ParameterRow, type Tongue } from '@meernet/rights-engine'
import { type Command, Option } from 'commander'
import { CommandRefused, type CommandResult } from '../platform/command-line/command.ts'
import { groupOf } from './group.ts'
import { isoDay, todayBy } from './iso-day.ts'

type Needs = { readonly print: (result: CommandResult) => void; readonly clock: () => Date }
type Options = { readonly date?: string; readonly language: Tongue }

/** `rights explain RIGHT`: what must hold, how the amount is worked out, and every value of the law with its date and source. */
export function addRightsExplain(program: Command, { print, clock }: Needs): void {
  groupOf(program, 'rights', 'which rights are worth asking for')
    .command('explain')
    .argument('<right>', 'its id, for instance leefloon')
    .description('tell in words what a right asks, with the values of the law on a day')
    .option('--date <date>', 'on which day (YYYY-MM-DD); without it today', isoDay)
    .addOption(new Option('--language <language>', 'of the sentences').choices(['nl', 'fr', 'en']).default('nl'))
    .action((right: string, { date = todayBy(clock), language }: Options) => {
      const explained = explain(right, date, language)
      print({ lines: linesOf(explained), json: explained })
    })
}

type Explained = ReturnType<typeof explain>

function explain(id: string, date: string, language: Tongue) {
  const right = belgium.rights[id]
  if (!right) {
    const known = Object.keys(belgium.rights).join(', ')
    throw new CommandRefused('unknown_right', `There is no right ${id}. There are: ${known}.`)
  }
  const words = explainer(belgium, language, date)
  const stale = new Set(freshness(belgium, date).stale.map(({ parameter }) => parameter))
  return {
    right: id,
    date,
    name: right.name[language],
    summary: right.summary[language],
    subject: right.subject,
    regions: right.regions,
    conditions: words.conditions(id),
    doubts: (right.doubts ?? []).map(({ id: doubt, say }) => ({ id: doubt, text: say[language] })),
    assumed: (right.assumed ?? []).map((remark) => remark[language]),
    amount: words.amount(id),
    parameters: parametersOf(belgium, id).map((parameter) => ({
      id: parameter,
      ...rowOn(belgium.parameters[parameter]?.rows ?? [], date),
      unit: belgium.parameters[parameter]?.unit ?? '',
      source: belgium.parameters[parameter]?.source ?? '',
      stale: stale.has(parameter),
    })),
    opens: right.opens ?? [],
    excludes: right.excludes ?? [],
    ask: right.ask.body[language],
    sources: right.sources,
    confidence: right.confidence,
  }
}

/** The newest known row on a day. */
function rowOn(rows: readonly ParameterRow[], date: string) {
  const known = rows.filter(({ from, gap }) => !gap && from <= date).sort((a, b) => (a.from < b.from ? 1 : -1))
  const [newest] = known
  return { value: newest?.value ?? null, from: newest?.from ?? null, confidence: newest?.confidence ?? null }
}

function linesOf(explained: Explained): readonly string[] {
  const { name, summary, date, conditions, doubts, assumed, amount, parameters, opens, excludes, ask, sources } =
    explained
  return [
    `${name} (${explained.right}), ${date}`,
    summary,
    ...part(
      'Conditions',
      [...conditions, ...doubts].map(({ id, text }) => `${id}: ${text}`),
    ),
    ...part('Taken as true', assumed),
    ...part('Amount', amount ? [amount] : []),
    ...part('Values of the law', parameters.map(lineOf)),
    ...part('Opens', opens),
    ...part('Not together with', excludes),
    ...part('Ask', [ask]),
    ...part('Sources', sources),
  ]
}

function lineOf({ id, value, from, unit, confidence, source, stale }: Explained['parameters'][number]): string {
  if (value === null) return `${id}: not known on this day (${source})`
  return `${id}: ${value} ${unit} since ${from}, ${confidence}${stale ? ', OUT OF DATE' : ''} (${source})`
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}
