import type { Transact } from '../../platform/database/transact.ts'
import { type Ctx, notFound, staffOf } from '../../platform/http/index.ts'
import { neighbourhoodsOf } from './neighbourhood-store.ts'
import type { Neighbourhood } from './place.ts'

/** The neighbourhood that the address of the page names; not found when it is of another municipality, or is no identifier. */
export async function neighbourhoodAsked(c: Ctx, transact: Transact): Promise<Neighbourhood> {
  const id = c.req.param('id') ?? ''
  const [found] = isUuid(id) ? await transact(staffOf(c), (tx) => neighbourhoodsOf(tx, { ids: [id] })) : []
  return found ?? notFound('neighbourhood', id)
}

/** As above, and composed by hand: the only kind that can be changed. */
export async function composedAsked(c: Ctx, transact: Transact): Promise<Neighbourhood> {
  const asked = await neighbourhoodAsked(c, transact)
  return asked.origin === 'composed' ? asked : notFound('composed neighbourhood', asked.id)
}

export const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
