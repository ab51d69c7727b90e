import { type Kysely, sql } from 'kysely'
import { insertCards } from '../src/functions/detection/cards/card-store.ts'
import type { CardToFile } from '../src/functions/detection/cards/card-to-file.ts'
import { demoNames, demoWishes } from '../src/functions/detection/signals/demo/demo-wishes.ts'
import { systemActor } from '../src/platform/access/actor.ts'
import type { Tables } from '../src/platform/database/generated/tables.ts'
import { demoWorld } from '../src/platform/demo/demo-world.ts'
import { type Beside, openBeside } from './open.ts'

const cardsAtOnce = 2500
/** Signals on which something is promised, of 50,000; the rest has ended. */
const open = 1500

/** Where cards arrive. */
type Zone = { readonly municipality_id: string; readonly zone_id: string }

/** Files cards in the demo of `varFolder` until there are `total` signals: invented names and wishes, frequent words and rare ones. */
export async function fillInbox(varFolder: string, total: number): Promise<void> {
  const { owner, transact, close } = await openBeside(varFolder)
  try {
    const zone = await owner
      .selectFrom('detection.signal')
      .select(['municipality_id', 'zone_id'])
      .executeTakeFirstOrThrow()
    await withoutWordIndexes(owner, () => addCards({ owner, transact }, zone, { total, open, seed: 50 }))
    await sql`analyze`.execute(owner)
  } finally {
    await close()
  }
}

/** Files cards in a zone, `open` of them waiting; the same ones for the same seed. */
export async function addCards(
  { owner, transact }: Pick<Beside, 'owner' | 'transact'>,
  { municipality_id: municipalityId, zone_id: zoneId }: Zone,
  wishes: { readonly total: number; readonly open: number; readonly seed: number },
): Promise<void> {
  const world = demoWorld(wishes.seed, municipalityId, '2026-11-23')
  const words = vocabulary(world.whole)
  for (let made = 0; made < wishes.total; made += cardsAtOnce) {
    const cards = Array.from({ length: Math.min(cardsAtOnce, wishes.total - made) }, () =>
      cardFor(world, words, zoneId),
    )
    await transact(systemActor(municipalityId, 'fill the inbox'), (tx) =>
      insertCards(
        tx,
        cards,
        cards.map(({ id }) => id),
      ),
    )
  }
  await owner.transaction().execute((db) => addSignals(db, wishes.open))
}

/**
 * Works without the indexes of words and builds them in one go afterwards: entering four hundred numbers a card takes twenty
 * times as long.
 */
export async function withoutWordIndexes(owner: Kysely<Tables>, work: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{ name: string; definition: string }>`
    select schemaname || '.' || indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'detection' and tablename = 'referral_card' and indexdef like '% USING gin %'`.execute(owner)
  for (const { name } of rows) await sql`drop index ${sql.table(name)}`.execute(owner)
  await work()
  await owner.transaction().execute(async (db) => {
    await sql`set local statement_timeout = 0`.execute(db)
    await sql`set local maintenance_work_mem = '512MB'`.execute(db)
    for (const { definition } of rows) await sql.raw(definition).execute(db)
  })
}

function cardFor(world: ReturnType<typeof demoWorld>, words: readonly string[], zoneId: string): CardToFile {
  const [given] = world.pick(demoNames)
  const [, family] = world.pick(demoNames)
  const [wish] = world.pick(demoWishes)
  // Some words are frequent, most are rare, as in any language.
  const others = Array.from({ length: 10 }, () => words[Math.floor(words.length * (world.whole(1000) / 1000) ** 4)])
  return {
    id: world.id().replace('01900000', '01900001'),
    zoneId,
    source: world.pick(['visitor', 'resident', 'partner', 'keyPerson'] as const),
    channel: 'web',
    wish: `${wish} ${others.join(' ')}`,
    name: world.chance(0.001) ? 'Leontine Vermassen' : `${given} ${world.chance(0.5) ? family : world.pick(words)}`,
    phone: `04${world.whole(1e8)}`,
    placeText: `${world.pick(['Kerkstraat', 'Molenstraat', 'Stationslaan', 'Dorpsplein'])} ${world.whole(200)}`,
    language: 'nl',
    needsInterpreter: false,
    agreement: { mayTell: 'Alles', toWhom: ['coordinator'], given: 'spoken' },
    urgency: 'ordinary',
    filledInBy: 'bench',
    filledInOn: world.today,
  }
}

/** Words as Dutch ones look: a beginning, a middle, an end; "strijdam" is one of them, far down. */
function vocabulary(whole: (below: number) => number): readonly string[] {
  const syllables = [
    'str',
    'ver',
    'be',
    'oo',
    'aan',
    'wijk',
    'hulp',
    'dam',
    'kel',
    'lin',
    'gen',
    'tie',
    'ma',
    'ro',
    'pe',
    'zon',
  ]
  const made = Array.from({ length: 8000 }, () =>
    Array.from({ length: 2 + whole(3) }, () => syllables[whole(syllables.length)]).join(''),
  )
  return [...new Set([...made.slice(0, 4000), 'strijdam', ...made.slice(4000)])]
}

/** A signal to every card that has none: the newest ones open with promises around today, the rest ended in some way over three years. */
async function addSignals(owner: Kysely<Tables>, waiting: number): Promise<void> {
  // No request takes this long; filling may.
  await sql`set local statement_timeout = 0`.execute(owner)
  await sql`
    insert into detection.signal (municipality_id, id, zone_id, state, triage, urgency, source, neighbourhood_id, received_at,
      changed_at, due_on, closed_because, assignee_user_id)
    select municipality_id, id, zone_id, state, case when state <> 'received' then 'ordinary' end, 'ordinary', source,
      (select a.id from places.area a where a.municipality_id = numbered.municipality_id order by a.id offset nth % 3 limit 1),
      now() - make_interval(mins => nth * 30), now(),
      case when nth < ${waiting}::int then current_date + (nth % 14) - 2 end,
      case when state = 'closed' then 'helped' end, null
    from (
      select c.*, case when nth < ${waiting}::int then (array['received', 'acknowledged', 'triaged', 'contacted'])[1 + nth % 4]
        else (array['closed', 'closed', 'closed', 'declined'])[1 + nth % 4] end as state
      from (select *, row_number() over (order by id desc)::int as nth from detection.referral_card c
        where not exists (select from detection.signal s where s.municipality_id = c.municipality_id and s.id = c.id)) c
    ) numbered`.execute(owner)
}
