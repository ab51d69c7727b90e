import type { Config } from './platform/config/config.ts'
import type { Db } from './platform/database/connect.ts'

/** Decides at the first start what this installation is, for good: a demo or a real one. */
export async function kindOfInstallation(owner: Db, config: Pick<Config, 'demo'>): Promise<'demo' | 'real'> {
  const existing = await owner.selectFrom('platform.installation').select('kind').executeTakeFirst()
  if (existing) return existing.kind === 'demo' ? 'demo' : 'real'
  const kind = config.demo ? 'demo' : 'real'
  const municipality = await owner.selectFrom('municipalities.municipality').select('id').executeTakeFirst()
  if (kind === 'demo' && municipality) {
    throw new Error(
      'This database already has a municipality in it, so it cannot become a demo. Start with MEERNET_DEMO=no.',
    )
  }
  await owner.insertInto('platform.installation').values({ kind }).execute()
  return kind
}
