import type { Installation } from './installation.ts'
import type { Config } from './platform/config/config.ts'

/** Decides at the first start what this installation is, for good: a demo or a real one. */
export async function prepareFirstStart(
  { database }: Installation,
  config: Config,
  say: (sentence: string) => void,
): Promise<{ isDemo: boolean }> {
  const { owner } = database
  const existing = await owner.selectFrom('platform.installation').select('kind').executeTakeFirst()
  if (existing) return { isDemo: existing.kind === 'demo' }
  const kind = config.demo ? 'demo' : 'real'
  const { some } = await owner
    .selectFrom('municipalities.municipality')
    .select((eb) => eb.fn.countAll<number>().as('some'))
    .executeTakeFirstOrThrow()
  if (kind === 'demo' && some > 0)
    throw new Error(
      'This database already has a municipality in it, so it cannot become a demo. Start with MEERNET_DEMO=no.',
    )
  await owner.insertInto('platform.installation').values({ kind }).execute()
  if (kind === 'demo') say('Loading the demo municipality Netegem…')
  return { isDemo: kind === 'demo' }
}
