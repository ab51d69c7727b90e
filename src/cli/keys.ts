import type { Command } from 'commander'
import { CommandRefused } from '../platform/command-line/command.ts'
import { changeMasterKeyFile, changeZoneKeys, rewrapUnderFirst } from '../platform/encryption/rotation.ts'
import { groupOf } from './group.ts'
import type { Opened } from './open.ts'
import type { CareNeeds } from './settings.ts'

type Needs = CareNeeds & {
  readonly open: () => Promise<Opened>
  readonly showProgress: (text: string | undefined) => void
}

/** `keys rotate`: a new master key and new keys of the data zones, while everybody works. */
export function addKeys(program: Command, { open, settings, print, showProgress }: Needs): void {
  groupOf(program, 'keys', 'the keys that seal texts about people')
    .command('rotate')
    .description('change the master key and the keys of all data zones, and seal every text again; go on after a stop')
    .option('--master-only', 'change only the master key: quick, no text is sealed again')
    .option('--no-wait', 'only when no other process runs: do not wait until all know the new keys')
    .action(async ({ masterOnly, wait }: { masterOnly?: boolean; wait: boolean }) => {
      const { config } = settings()
      const opened = await open()
      try {
        const { owner } = opened.needs
        const all = opened.masterKey.all
        const isInFile = opened.masterKey.file !== undefined
        if (!isInFile && !config.oldMasterKey && masterOnly)
          throw new CommandRefused(
            'one-key',
            'The master key is in MEERNET_MASTER_KEY. Put a new one there and the present one in MEERNET_MASTER_KEY_OLD.',
          )
        const underMaster = isInFile
          ? await changeMasterKeyFile(owner, config.varFolder)
          : await rewrapUnderFirst(owner, all)
        const lines = [masterWords(isInFile, config.oldMasterKey !== undefined, underMaster)]
        if (masterOnly) return print({ lines, json: { underMaster } })
        const rotation = await changeZoneKeys(owner, all, {
          ...(!wait && { delayMs: 0 }),
          onProgress: (texts) => showProgress(`sealed again: ${texts}`),
        })
        showProgress(undefined)
        const { version, zones, texts, continued, unopened } = rotation
        const lost = Object.entries(unopened)
        print({
          lines: [
            ...lines,
            `${continued ? 'Went on with' : 'Made'} version ${version} of the keys of ${zones} zones and sealed ${texts} texts again.`,
            ...lost.map(([column, count]) => `${column}: ${count} texts that no key opens; they are as they were.`),
          ],
          json: { underMaster, ...rotation },
          foundWrong: lost.length > 0,
        })
      } finally {
        await opened.close()
      }
    })
}

function masterWords(isInFile: boolean, hasOld: boolean, count: number): string {
  if (isInFile) return `New master key; ${count} keys are under it. Backups made before hold the one before.`
  return hasOld
    ? `${count} keys are under MEERNET_MASTER_KEY now. Take MEERNET_MASTER_KEY_OLD away everywhere.`
    : `${count} keys are under MEERNET_MASTER_KEY, as they were: it was not changed.`
}
