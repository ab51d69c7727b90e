import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type Applied, applyJournal, type Journal, readJournal } from '../direction/retention/index.ts'
import { type CommandNeeds, CommandRefused, type RunCommand } from '../platform/command-line/command.ts'
import { allMunicipalities } from '../registers/municipalities/index.ts'
import { groupOf } from './group.ts'

export type { Applied, Journal }

/** `deletions follow <journals>`: deletes again what a restored backup brought back. */
export function addDeletions(program: Command, run: RunCommand): void {
  groupOf(program, 'deletions', 'the journal of what was deleted')
    .command('follow')
    .description('after a restore: delete again what these journals say was deleted; twice does nothing twice')
    .argument('<journals...>', 'deletions.jsonl, kept beside the database; of several workers the file of each')
    .action(async (names: readonly string[]) => {
      const journal = await readJournalFor(names)
      await run(async (needs) => {
        const followed = await followDeletions(needs, journal)
        return { lines: followedWords(followed, journal), json: { ...followed, cutOff: journal.cutOff } }
      })
    })
}

/** The journal in these files together; refuses one that is none, in words. */
export async function readJournalFor(names: readonly string[]): Promise<Journal> {
  const files = names.map((name) => resolve(name))
  for (const file of files)
    await readJournal(file).catch(() => {
      throw new CommandRefused('no-journal', `${file} is not there, or is no journal of deletions.`)
    })
  return readJournal(...files)
}

/** Deletes again in every municipality that is here. */
export async function followDeletions({ owner, transact }: CommandNeeds, journal: Journal): Promise<Applied> {
  const here = await allMunicipalities(owner)
  return applyJournal(transact, journal, new Set(here.map(({ id }) => id)))
}

/** What came of it, for who runs the command. */
export const followedWords = ({ certificates, rows }: Applied, { cutOff }: Journal): readonly string[] => [
  `Followed ${certificates} certificates of deletion: ${rows} rows deleted again.`,
  ...(cutOff > 0
    ? [
        `Lines of the journal that were cut off while they were written: ${cutOff}. Look for a later copy of it: what they say was deleted may be back.`,
      ]
    : []),
]
