import { type IsoDate, isoDateIn } from '@meernet/calendar'
import type { Tx } from '../../../platform/database/transact.ts'
import { type Language, municipalTimeZone } from '../../../platform/messages/index.ts'
import { neighbourhoodsOf } from '../../places/index.ts'
import { organisationsByIds, putOrganisations } from '../organisation-store.ts'
import { reindexServicesOfAll } from '../search/service-document-store.ts'
import { putServices, servicesByIds } from '../service-store.ts'
import type { Incoming } from './incoming.ts'
import { type ImportPlan, planImport } from './plan.ts'
import { readFileContent } from './read-file.ts'
import { readHsds } from './read-hsds.ts'
import type { LeftOut, Problem } from './source.ts'

/** A sent file, read: what it says, and what we have no place for; or all that is wrong in it. */
export type OfferFile =
  | { readonly kind: 'read'; readonly incoming: Incoming; readonly leftOut: readonly LeftOut[] }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

/** Reads a file of HSDS 3; `language` is that of its texts when it does not say so. Changes nothing. */
export async function readOfferFile(tx: Tx, bytes: Uint8Array, language: Language): Promise<OfferFile> {
  const content = await readFileContent(bytes)
  if (content.kind === 'unreadable') return { kind: 'refused', problems: [content.problem] }
  const neighbourhoods = await neighbourhoodsOf(tx)
  const { problems, leftOut, ...incoming } = readHsds(content.json, { language, neighbourhoods, today: todayOf(tx) })
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', incoming, leftOut }
}

/** What an import of this would do now. */
export async function planOfferImport(tx: Tx, incoming: Incoming): Promise<ImportPlan> {
  const owners = [...incoming.organisations.map(({ id }) => id), ...incoming.services.map((one) => one.organisationId)]
  const known = {
    organisations: await organisationsByIds(tx, [...new Set(owners)]),
    services: await servicesByIds(
      tx,
      incoming.services.map(({ id }) => id),
    ),
  }
  return planImport(incoming, known, todayOf(tx))
}

/** Does what the plan says, all of it or, when something fails, nothing; `id` is that of the import, for the log. */
export async function carryOut(tx: Tx, plan: ImportPlan, id: string): Promise<void> {
  await putOrganisations(tx, plan.organisations)
  await putServices(tx, plan.services)
  const renamed = plan.changes.filter(({ of, kind }) => of === 'organisation' && kind === 'changed')
  await reindexServicesOfAll(
    tx,
    renamed.map((one) => one.id),
  )
  const { organisations, services } = plan.counts
  tx.audit({
    action: 'import offer',
    subject: { type: 'offerImport', id },
    details: {
      organisationsNew: organisations.new,
      organisationsChanged: organisations.changed,
      servicesNew: services.new,
      servicesChanged: services.changed,
    },
  })
}

const todayOf = (tx: Tx): IsoDate => isoDateIn(municipalTimeZone, tx.now)
