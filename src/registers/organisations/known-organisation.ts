import type { Tx } from '../../platform/database/transact.ts'
import { identifier, notFound } from '../../platform/http/index.ts'
import type { Organisation } from './organisation.ts'
import { organisationById } from './organisation-store.ts'

/** The organisation a request is about; answers 404 when there is none in this municipality or `id` is no identifier. */
export async function knownOrganisation(tx: Tx, id: string): Promise<Organisation> {
  const organisation = identifier().safeParse(id).success ? await organisationById(tx, id) : undefined
  return organisation ?? notFound('organisation', id)
}
