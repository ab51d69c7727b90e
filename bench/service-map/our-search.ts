// Our search over the made-up offer, in a database of its own, asked as a passer-by: transaction and row-level security included.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { publicActor, systemActor } from '../../src/platform/access/actor.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { migrate, readMigrations } from '../../src/platform/database/migrate.ts'
import { transactWith } from '../../src/platform/database/transact.ts'
import { vaultOver } from '../../src/platform/encryption/vault.ts'
import { EventBus } from '../../src/platform/events/event.ts'
import { addToIndex } from '../../src/registers/organisations/search/search-index-store.ts'
import { searchServices } from '../../src/registers/organisations/search/service-search-store.ts'
import type { SearchDocument } from '../../src/registers/organisations/search/words.ts'

export type Searching = {
  /** Identifiers found, best first, at most 20. */
  search(typed: string): Promise<readonly string[]>
  close(): Promise<void>
}

const municipality = '00000000-0000-7000-9000-000000000001'

/** Loads the offer and gives the search. */
export async function ourSearch(documents: readonly SearchDocument[]): Promise<Searching> {
  const folder = mkdtempSync(join(tmpdir(), 'meernet-search-'))
  chmodSync(folder, 0o755)
  const postgres = await startEmbedded(folder, 'bench')
  const database = connect(postgres.url)
  await migrate(database.ownerPool, readMigrations(fileURLToPath(new URL('../../migrations', import.meta.url))))
  const vault = vaultOver(database.owner, Buffer.alloc(32, 1))
  const transact = transactWith({ database, vault, events: new EventBus(), clock: () => new Date() })
  await sql`insert into municipalities.municipality (id, nis_code, name, slug, jurisdiction, languages)
    values (${municipality}, '99001', 'Grootgem', 'grootgem', 'flanders', '{nl}')`.execute(database.owner)
  for (let start = 0; start < documents.length; start += 1000) {
    const some = documents.slice(start, start + 1000)
    await transact(systemActor(municipality, 'bench'), async (tx) => {
      const rows = some.map((one) => ({
        id: one.serviceId,
        name: one.name,
        owner: one.organisation,
        city: one.places[1],
        text: one.texts[0],
      }))
      const list = JSON.stringify(rows)
      await sql`insert into organisations.organisation (municipality_id, id, name)
        select ${municipality}, id, left(owner, 160) from json_to_recordset(${list}) as x (id uuid, owner text)`.execute(
        tx.db,
      )
      await sql`insert into organisations.service (municipality_id, id, organisation_id, name, city, is_free, verified_on)
        select ${municipality}, id, id, left(name, 160), left(city, 80), true, current_date
        from json_to_recordset(${list}) as x (id uuid, name text, city text)`.execute(tx.db)
      await sql`insert into organisations.service_text (municipality_id, service_id, language, description)
        select ${municipality}, id, 'nl', text from json_to_recordset(${list}) as x (id uuid, text text)`.execute(tx.db)
      await addToIndex(tx, some)
    })
  }
  await sql`vacuum analyze`.execute(database.owner)
  return {
    search: (typed) =>
      transact(publicActor(municipality), async (tx) => {
        const { services } = await searchServices(tx, { words: typed, limit: 20 })
        return services.map(({ id }) => id)
      }),
    close: async () => {
      await database.close()
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
