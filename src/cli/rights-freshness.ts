import { belgium, type Doubtful, type Freshness, freshness } from '@meernet/rights-belgium'
import type { Command } from 'commander'
import type { CommandResult } from '../platform/command-line/command.ts'
import { groupOf } from './group.ts'
import { isoDay, todayBy } from './iso-day.ts'

type Needs = { readonly print: (result: CommandResult) => void; readonly clock: () => Date }

/** `rights freshness`: which dated values of the law are out of date or weak, and which source to look at again first. */
export function addRightsFreshness(program: Command, { print, clock }: Needs): void {
  groupOf(program, 'rights', 'which rights are worth asking for')
    .command('freshness')
    .description('tell which values of the law are out of date or weak, and where to look again first')
    .option('--date <date>', 'on which day (YYYY-MM-DD); without it today', isoDay)
    .action(({ date = todayBy(clock) }: { date?: string }) => {
      const report = freshness(belgium, date)
      print({ lines: linesOf(report), json: report })
    })
}

function linesOf({ date, values, stale, low, derived, round, local }: Freshness): readonly string[] {
  return [
    `On ${date}: ${values} dated values, ${stale.length} out of date, ${low.length} from one weak or old source, ${derived.length} worked out with the index.`,
    ...part('Out of date: a newer value exists or is expected', stale.map(lineOf)),
    ...part('Weak: to be looked at again before it is relied on', low.map(lineOf)),
    ...part('Worked out with the index: the official figure was not seen', derived.map(lineOf)),
    ...part(
      'Look again in this order',
      round.map(({ source, parameters }, at) => `${at + 1}. ${source} (${parameters.join(', ')})`),
    ),
    ...part('Entered by each municipality', local),
  ]
}

function part(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}

function lineOf({ parameter, value, since, knownUntil, note, rights }: Doubtful): string {
  const known =
    value === null ? 'never known' : `${value} since ${since}${knownUntil ? `, known until ${knownUntil}` : ''}`
  const of = rights.length === 0 ? 'shown only' : rights.join(', ')
  return `${parameter}: ${known}${note ? `; ${note}` : ''} [${of}]`
}
