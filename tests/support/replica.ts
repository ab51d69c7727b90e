import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type EmbeddedPostgres, startEmbedded } from '../../src/platform/database/embedded.ts'
import { embeddedPaths } from '../../src/platform/database/embedded-paths.ts'

/**
 * Starts a streaming replica of an embedded server, in `folder`, and makes the primary wait for it with every commit, as the
 * guide says. What `pg_basebackup` does is done by hand: it does not come with the binaries.
 */
export async function startReplicaOf(primary: EmbeddedPostgres, itsFolder: string, folder: string) {
  const admin = new pg.Client({ connectionString: primary.url })
  admin.on('error', () => undefined)
  await admin.connect()
  const from = embeddedPaths(itsFolder).dataFolder
  const to = embeddedPaths(folder).dataFolder
  await admin.query(`select pg_create_physical_replication_slot('meernet')`)
  await admin.query(`select pg_backup_start('replica', true)`)
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 })
  execFileSync('cp', ['-a', from, to])
  const { rows } = await admin.query<{ label: string }>('select labelfile as label from pg_backup_stop()')
  rmSync(join(to, 'postmaster.pid'))
  const { hostname, port, username, password } = new URL(primary.url)
  await admin.query(`alter system set synchronous_standby_names = '*'`)
  owned(to, 'backup_label', rows[0]?.label ?? '')
  owned(to, 'standby.signal', '')
  owned(
    to,
    'postgresql.auto.conf',
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\nprimary_slot_name = 'meernet'\n`,
  )
  cpSync(join(itsFolder, 'keys'), join(folder, 'keys'), { recursive: true })
  const replica = await startEmbedded(folder)
  await admin.query('select pg_reload_conf()')
  await untilInStep(admin)
  await admin.end()
  return replica
}

/** Ends the primary as a machine that is gone: nobody is told, nothing is written any more. */
export function loseServerIn(folder: string): void {
  const [pid] = readFileSync(join(embeddedPaths(folder).dataFolder, 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

/** Makes the replica the one that is written to. */
export async function promote(replica: EmbeddedPostgres): Promise<void> {
  const admin = new pg.Client({ connectionString: replica.url })
  await admin.connect()
  await admin.query('select pg_promote()')
  await admin.end()
}

/** A file in a data folder, of the user whose folder it is. */
function owned(folder: string, name: string, content: string): void {
  const path = join(folder, name)
  writeFileSync(path, content)
  chmodSync(path, 0o600)
  const { runAs } = embeddedPaths(dirname(folder))
  if (runAs) execFileSync('chown', [`${runAs.uid}:${runAs.gid}`, path])
}

async function untilInStep(admin: pg.Client): Promise<void> {
  for (let look = 0; look < 300; look += 1) {
    const { rows } = await admin.query<{ state: string }>('select sync_state as state from pg_stat_replication')
    if (rows[0]?.state === 'sync') return
    await sleep(100)
  }
  throw new Error('the replica does not follow')
}
