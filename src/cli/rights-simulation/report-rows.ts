import type { Shown } from './disclosure.ts'
import type { ShownMoney } from './money.ts'
import type { Report, ShownGroup, ShownRight, ShownSide } from './report.ts'

/**
 * One figure of a report, for a table or for another program. `value` null: not shown (`hidden`), or nobody can say (`unknown`).
 * `law` is empty where the figure is about the change.
 */
export type ReportRow = {
  readonly right: string
  readonly group: 'all' | 'neighbourhood' | 'kind'
  readonly name: string
  readonly law: 'before' | 'after' | ''
  readonly measure: string
  readonly value: number | null
  readonly note: '' | 'hidden' | 'unknown'
}

/** Every figure of a report, a row each. */
export function reportRows(report: Report): readonly ReportRow[] {
  const { all, neighbourhoods, kinds } = report
  return [
    ...report.rights.flatMap(rowsOfRight),
    ...(all ? rowsOfGroup('all', all) : []),
    ...neighbourhoods.flatMap((group) => rowsOfGroup('neighbourhood', group)),
    ...kinds.flatMap((group) => rowsOfGroup('kind', group)),
  ]
}

type Place = Pick<ReportRow, 'right' | 'group' | 'name' | 'law'>

function rowsOfRight({ right, before, after, change, neighbourhoods }: ShownRight): readonly ReportRow[] {
  const whole: Place = { right, group: 'all', name: '', law: '' }
  return [
    ...rowsOfSide({ ...whole, law: 'before' }, before),
    ...(after && after !== 'hidden' ? rowsOfSide({ ...whole, law: 'after' }, after) : []),
    ...(change ? counts(whole, change.households, 'households that ') : []),
    ...(change
      ? [...amounts(whole, change.meanGain, 'mean gain'), ...amounts(whole, change.meanLoss, 'mean loss')]
      : []),
    ...neighbourhoods.flatMap(({ name, ...standing }) =>
      counts({ ...whole, group: 'neighbourhood', name, law: 'before' }, standing, 'households '),
    ),
  ]
}

function rowsOfSide(place: Place, side: ShownSide): readonly ReportRow[] {
  return [
    ...counts(place, side.households, 'households '),
    ...counts(place, side.subjects, 'subjects '),
    ...amounts(place, side.likelyAmount, 'likely amount a year'),
    ...amounts(place, side.possibleAmount, 'possible amount a year'),
  ]
}

function rowsOfGroup(kind: ReportRow['group'], { name, households, changes }: ShownGroup): readonly ReportRow[] {
  const place: Place = { right: '', group: kind, name: kind === 'all' ? '' : name, law: '' }
  return [...counts(place, { all: households }, 'households '), ...counts(place, changes, 'households that ')]
}

function counts(place: Place, shown: Readonly<Record<string, Shown>>, measure: string): readonly ReportRow[] {
  return Object.entries(shown).map(([name, count]) => ({
    ...place,
    measure: `${measure}${name}`,
    value: count === 'hidden' ? null : count,
    note: count === 'hidden' ? 'hidden' : '',
  }))
}

function amounts(place: Place, amount: ShownMoney | 'hidden' | null, measure: string): readonly ReportRow[] {
  if (amount === null) return []
  if (amount === 'hidden') return [{ ...place, measure, value: null, note: 'hidden' }]
  const most: ReportRow = {
    ...place,
    measure: `${measure}, at most`,
    value: amount.max,
    note: amount.max === null ? 'unknown' : '',
  }
  return [{ ...place, measure: `${measure}, at least`, value: amount.min, note: '' }, most]
}
