import { isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import {
  certificateOf,
  type KeptCertificate,
  keepCertificate,
  noteDestroyedAgain,
} from '../certificates/certificate-store.ts'
import { eraseLists } from './list-store.ts'

/** That the lists of a campaign are gone, as a restored backup must know it: no address in it. */
export type CampaignLists = KeptCertificate

/** What was destroyed of a campaign; undefined while its lists exist. As the program. */
export async function destroyedLists(tx: Tx, campaignId: string): Promise<CampaignLists | undefined> {
  const found = await certificateOf(tx, campaignId)
  if (!found) return undefined
  const { againAt: _at, againRows: _rows, ...certificate } = found
  return certificate
}

/**
 * Destroys again what an older backup brought back of the lists of a campaign, ends the campaign if it went on in that backup,
 * and says so on its certificate. Gives how many rows were there; nothing for a campaign that is not here. As the program.
 */
export async function destroyListsAgain(tx: Tx, certificate: CampaignLists): Promise<number> {
  const { campaignId, destroyedAt, hash } = certificate
  const day = isoDateIn(municipalTimeZone, destroyedAt)
  const zoneId = await endedHere(tx, campaignId, day)
  if (zoneId === undefined) return 0
  const erased = await eraseLists(tx, campaignId, day)
  const rows = Object.values(erased).reduce((sum, count) => sum + count, 0)
  if (!(await certificateOf(tx, campaignId))) await keepCertificate(tx, certificate)
  if (rows === 0) return 0
  await noteDestroyedAgain(tx, campaignId, rows)
  tx.audit({
    action: 'delete again after restore',
    subject: { type: 'campaign', id: campaignId },
    zoneId,
    details: { rows, certificate: hash },
  })
  return rows
}

/** The zone of the campaign, which has ended from here on. */
async function endedHere(tx: Tx, campaignId: string, day: string): Promise<string | undefined> {
  const { rows } = await sql<{ zone_id: string }>`
    update detection.campaign set state = 'ended', ended_on = coalesce(ended_on, ${day}::date)
    where id = ${campaignId}::uuid returning zone_id`.execute(tx.db)
  return rows[0]?.zone_id
}
