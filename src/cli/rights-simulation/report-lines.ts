import type { GivenParameters } from '@meernet/rights-engine'
import { tableLines } from './columns-of-text.ts'
import type { Shown } from './disclosure.ts'
import type { ShownMoney } from './money.ts'
import type { Report, ShownGroup, ShownRight, ShownSide } from './report.ts'

/** A value of the law that a reform changes; `before` null where it is not known. */
export type ChangedValue = {
  readonly id: string
  readonly before: number | null
  readonly after: number
  readonly unit: string
}

/** What was simulated, as it stands above the figures. */
export type Simulated = {
  readonly file: string
  readonly date: string
  readonly compareDate: string | null
  /** Values that hold under both laws, by their id; euros. */
  readonly given: GivenParameters
  readonly reform: readonly ChangedValue[]
}

/** The report for people to read. */
export function reportLines(simulated: Simulated, report: Report): readonly string[] {
  const { file, date, compareDate, given, reform } = simulated
  const { households, weighted, persons } = report
  const stands = weighted === households ? '' : `, standing for ${number(weighted)} households`
  const hasReform = compareDate !== null || reform.length > 0
  const changed = report.rights.filter(({ change }) => change && Object.values(change.households).some(isChange))
  return [
    `${file}: ${number(households)} households, ${number(persons)} persons${stands}; the law of ${date}`,
    ...(compareDate ? [`Compared with the law of ${compareDate}`] : []),
    ...Object.entries(given).map(([id, value]) => `${id}: ${value}, given`),
    ...reform.map(({ id, before, after, unit }) => `${id}: ${before ?? 'not known'} → ${after} ${unit}`),
    '',
    ...(hasReform ? changeLines(changed, report) : sideLines(report)),
    '',
    'hidden: 1 to 9 households, or a number from which such a number could be worked out. Amounts are indicative, euros a year.',
    'An amount of who has a right already is not counted. likely: every condition holds; possible: a fact is not known.',
    ...(report.rights.some((right) => right.before.stale || sideOf(right)?.stale)
      ? ['* a value of the law was used that is probably no longer the newest: see npx meernet rights freshness']
      : []),
  ]
}

const isChange = (count: Shown) => count !== 0

const sideOf = (right: ShownRight) => (right.after === 'hidden' ? null : right.after)

function changeLines(changed: readonly ShownRight[], report: Report): readonly string[] {
  if (changed.length === 0) return ['For nobody in this file anything changes.']
  return [
    ...tableLines(
      ['Right', 'likely before', 'after', 'a year before', 'after', 'gain', 'mean', 'lose', 'mean', 'unclear'],
      changed.map(({ right, before, after, change }) => [
        `${right}${before.stale ? ' *' : ''}`,
        shown(before.households.likely),
        after === 'hidden' ? 'hidden' : shown(after?.households.likely ?? 'hidden'),
        money(before.likelyAmount),
        after === 'hidden' ? 'hidden' : money(after?.likelyAmount ?? null),
        shown(change?.households.gain ?? 0),
        money(change?.meanGain ?? null),
        shown(change?.households.lose ?? 0),
        money(change?.meanLoss ?? null),
        shown(change?.households.unclear ?? 0),
      ]),
    ),
    ...groupLines('Households by neighbourhood, all rights together', report.neighbourhoods, report.all),
    ...groupLines('Households by kind, all rights together', report.kinds, report.all),
  ]
}

function sideLines(report: Report): readonly string[] {
  return [
    ...tableLines(
      ['Right', 'likely', 'people', 'a year', 'possible', 'people', 'at most a year', 'already'],
      report.rights.map(({ right, before }) => [
        `${right}${before.stale ? ' *' : ''}`,
        shown(before.households.likely),
        shown(before.subjects.likely),
        money(before.likelyAmount),
        shown(before.households.possible),
        shown(before.subjects.possible),
        atMost(before.possibleAmount),
        shown(before.households.already),
      ]),
    ),
    '',
    'By neighbourhood: --csv, --jsonl or --json.',
  ]
}

function groupLines(title: string, groups: readonly ShownGroup[], all: ShownGroup | null): readonly string[] {
  if (groups.length < 2 || !all) return []
  const names = ['gain', 'lose', 'unclear'] as const
  const row = (group: ShownGroup) => [
    group.name,
    shown(group.households),
    ...names.map((name) => shown(group.changes[name])),
  ]
  return ['', title, ...tableLines(['', 'households', ...names], [...groups.map(row), row(all)])]
}

const number = (value: number) => value.toLocaleString('en-US')
const shown = (count: Shown) => (count === 'hidden' ? 'hidden' : number(count))

function money(amount: ShownSide['likelyAmount']): string {
  if (amount === null) return '-'
  if (amount === 'hidden') return 'hidden'
  const { min, max } = amount
  if (max === null) return `from ${number(min)}`
  return min === max ? number(min) : `${number(min)}–${number(max)}`
}

function atMost(amount: ShownMoney | 'hidden' | null): string {
  if (amount === null || amount === 'hidden') return amount ?? '-'
  return amount.max === null ? 'not known' : number(amount.max)
}
