import { createHash } from 'node:crypto'
import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'

/** Always the same: to draw one would change everything that is invented after it. */
const invented = '01900000-0000-7000-8000-00000000a3ea'

/** Says of the neighbourhoods of Netegem that they were invented, where others say who published them. */
export async function demoAreaSource(tx: Tx, world: DemoWorld, areaIds: readonly string[]): Promise<void> {
  await tx.db
    .insertInto('places.area_source')
    .values({
      municipality_id: tx.actor.municipalityId,
      id: invented,
      kind: 'areas',
      source: 'Netegem (verzonnen)',
      licence: 'CC0',
      file_name: 'netegem-wijken-2025.geojson',
      sha256: createHash('sha256').update('Netegem').digest('hex'),
      form: 'GeoJSON',
      crs: 'EPSG:31370',
      crs_stated: true,
      retrieved_on: world.day(-20),
      counts: JSON.stringify([
        { level: 'neighbourhood', edition: '2025', own: areaIds.length, elsewhere: 0, unplaced: 0 },
      ]),
      remarks: '[]',
      imported_at: tx.now,
    })
    .execute()
  const { municipalityId } = tx.actor
  await tx.db
    .updateTable('places.area')
    .set({ source_id: invented })
    .where('municipality_id', '=', municipalityId)
    .where('id', 'in', areaIds)
    .execute()
}
