import type { Command } from 'commander'
import { systemActor } from '../platform/access/actor.ts'
import { verifyAudit } from '../platform/audit/index.ts'
import type { RunCommand } from '../platform/command-line/command.ts'
import { allMunicipalities } from '../registers/municipalities/index.ts'
import { groupOf } from './group.ts'

/** `audit verify`: recomputes the log of every municipality and names the first line that does not follow. */
export function addAuditVerify(program: Command, run: RunCommand): void {
  groupOf(program, 'audit', 'the log of who read or changed data')
    .command('verify')
    .description('recompute the chain of every municipality; ends with 1 when one is broken')
    .action(() =>
      run(async ({ owner, transact }) => {
        const municipalities = []
        for (const { id, name } of await allMunicipalities(owner))
          municipalities.push({ id, name, ...(await transact(systemActor(id, 'check audit log'), verifyAudit)) })
        const broken = municipalities.filter(({ kind }) => kind === 'broken')
        return {
          lines: municipalities.length > 0 ? municipalities.map(sentenceOf) : ['There is no municipality yet.'],
          json: { whole: broken.length === 0, municipalities },
          foundWrong: broken.length > 0,
        }
      }),
    )
}

type Checked = { readonly name: string } & Awaited<ReturnType<typeof verifyAudit>>

function sentenceOf(check: Checked): string {
  if (check.kind === 'whole') return `${check.name}: whole, ${check.lines} lines recomputed.`
  const where =
    check.from === undefined ? 'the last lines are missing' : `from line ${check.from} on it does not follow`
  return `${check.name}: BROKEN, ${where}. Keep the database as it is and tell the data protection officer.`
}
