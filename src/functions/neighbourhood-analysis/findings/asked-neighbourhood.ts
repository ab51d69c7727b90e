import type { Tx } from '../../../platform/database/transact.ts'
import { type Ctx, type FormErrors, notFound } from '../../../platform/http/index.ts'
import { type Neighbourhood, neighbourhoodsOf } from '../../../registers/places/index.ts'
import { isIdentifier } from './asked-finding.ts'

/** The neighbourhood a list is narrowed to, of whatever edition; nothing when it is not, not found when there is none. */
export async function neighbourhoodAsked(tx: Tx, c: Ctx): Promise<Neighbourhood | undefined> {
  const asked = c.req.query('neighbourhood')
  if (!asked) return undefined
  const [found] = isIdentifier(asked) ? await neighbourhoodsOf(tx, { ids: [asked] }) : []
  return found ?? notFound('neighbourhood', asked)
}

/** Neighbourhoods to choose from: those of today, with the one that is chosen already. */
export async function neighbourhoodsToChoose(
  tx: Tx,
  chosen: Neighbourhood | undefined,
): Promise<readonly Neighbourhood[]> {
  const today = await neighbourhoodsOf(tx)
  return chosen === undefined || today.some(({ id }) => id === chosen.id) ? today : [...today, chosen]
}

/** Asks again for neighbourhoods that are not there: of another municipality, or made up. */
export async function neighbourhoodErrors(
  tx: Tx,
  field: string,
  ids: readonly (string | undefined)[],
): Promise<FormErrors> {
  const chosen = [...new Set(ids.filter((id) => id !== undefined))]
  const found = chosen.length === 0 ? [] : await neighbourhoodsOf(tx, { ids: chosen })
  return found.length === chosen.length ? [] : [{ field, key: 'form.error.choose', values: {} }]
}
