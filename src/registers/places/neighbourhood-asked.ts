import type { Transact } from '../../platform/database/transact.ts'
import { type Ctx, notFound, staffOf } from '../../platform/http/index.ts'
import { neighbourhoodsOf } from './neighbourhood-store.ts'
import { isOwn, type Neighbourhood } from './place.ts'

/** The neighbourhood that the address of the page names; not found when it is of another municipality or level, or is no identifier. */
export async function neighbourhoodAsked(c: Ctx, transact: Transact): Promise<Neighbourhood> {
  const id = c.req.param('id') ?? ''
  const [found] = isUuid(id) ? await transact(staffOf(c), (tx) => neighbourhoodsOf(tx, { ids: [id] })) : []
  return found?.level === 'neighbourhood' ? found : notFound('neighbourhood', id)
}

/** As above, and composed or drawn by hand, or the one of these that is said: the only kinds that can be changed. */
export async function ownAsked(c: Ctx, transact: Transact, origin?: 'composed' | 'drawn'): Promise<Neighbourhood> {
  const asked = await neighbourhoodAsked(c, transact)
  const isMeant = origin ? asked.origin === origin : isOwn(asked)
  return isMeant ? asked : notFound(`${origin ?? 'own'} neighbourhood`, asked.id)
}

/** Whether a text is shaped as an identifier: one that is not would make the database refuse the query. */
export const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
