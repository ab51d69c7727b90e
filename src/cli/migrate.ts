import type { Command } from 'commander'
import type { Opened } from './open.ts'
import { type Output, printResult } from './output.ts'

/** `migrate`: brings the database up to date, as every start does, and says what ran. */
export function addMigrate(
  program: Command,
  { open, output }: { readonly open: () => Promise<Opened>; readonly output: Output },
): void {
  program
    .command('migrate')
    .description('bring the database up to date')
    .action(async () => {
      const { ranMigrations: ran, close } = await open()
      await close()
      const lines = ran.length === 0 ? ['The database is up to date.'] : ran.map((name) => `Ran ${name}.`)
      printResult(output, { lines, json: { ran } })
    })
}
