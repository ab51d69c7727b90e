import type { Tx } from '../../../../platform/database/transact.ts'
import { neighbourhoodsOf } from '../../../../registers/places/index.ts'
import type { Report } from '../report.ts'
import type { Contents, ReportArea } from './contents.ts'

type Asked = Pick<Report, 'areaIds' | 'leftOutFindings' | 'leftOutIndicators'>

/** Puts together what is known today of the neighbourhoods of a report. */
export async function gatherContents(tx: Tx, report: Asked): Promise<Contents> {
  const areas = await areasOf(tx, report.areaIds)
  return { areas, figures: [], sources: [], findings: [], places: [], heard: [] }
}

async function areasOf(tx: Tx, ids: readonly string[]): Promise<readonly ReportArea[]> {
  if (ids.length === 0) return []
  const found = await neighbourhoodsOf(tx, { ids })
  return found.map(({ id, name, edition, version }) => ({ id, name, edition, version }))
}
