import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { removeWithDatabase, startEmbedded } from '../../src/platform/database/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { generateAsvs } from './asvs.ts'
import { generateRights } from './rights.ts'
import { schemaDump } from './schema-dump.ts'
import { tableTypes } from './table-types.ts'

const files = { 'src/platform/database/generated/tables.ts': tableTypes, 'migrations/schema.sql': schemaDump }

const isCheck = process.argv.includes('--check')
if (!generateRights(isCheck)) process.exitCode = 1
if (!generateAsvs(isCheck)) process.exitCode = 1

const folder = mkdtempSync(join(tmpdir(), 'meernet-generate-'))
chmodSync(folder, 0o755)
const postgres = await startEmbedded(folder)
const pool = new pg.Pool({ connectionString: postgres.url })
pool.on('error', () => undefined)
pool.on('connect', (client) => client.on('error', () => undefined))
try {
  await migrate(pool, readMigrations('migrations'))
  for (const [file, content] of Object.entries(files)) {
    const text = await content(pool)
    if (!isCheck) writeFileSync(file, text)
    else if (readFileSync(file, 'utf8') !== text) {
      console.error(`${file} is not what the migrations say: run npm run generate.`)
      process.exitCode = 1
    }
  }
} finally {
  await pool.end()
  await postgres.stop()
  removeWithDatabase(folder)
}
