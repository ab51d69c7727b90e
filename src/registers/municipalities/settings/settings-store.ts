import type { Tx } from '../../../platform/database/transact.ts'
import { isLanguage } from '../../../platform/messages/index.ts'
import type { Settings } from '../municipality-store.ts'

/** The settings of the municipality one acts in, and the version they have. */
export async function settingsIn(tx: Tx): Promise<Settings & { readonly version: number }> {
  const row = await tx.db
    .selectFrom('municipalities.municipality')
    .selectAll()
    .where('id', '=', tx.actor.municipalityId)
    .executeTakeFirstOrThrow()
  return {
    name: row.name,
    languages: row.languages.filter(isLanguage),
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    contactAddress: row.contact_address,
    contactHours: row.contact_hours,
    onCallPhone: row.on_call_phone,
    primaryColour: row.primary_colour,
    accentColour: row.accent_colour,
    frontDoorZoneId: row.front_door_zone_id,
    version: row.version,
  }
}

/** Saves settings changed from `version`; false when somebody else was before. */
export async function saveSettings(tx: Tx, version: number, settings: Settings): Promise<boolean> {
  const row = await tx.db
    .updateTable('municipalities.municipality')
    .set({
      name: settings.name,
      languages: [...settings.languages],
      contact_name: settings.contactName,
      contact_phone: settings.contactPhone,
      contact_address: settings.contactAddress,
      contact_hours: settings.contactHours,
      on_call_phone: settings.onCallPhone,
      primary_colour: settings.primaryColour,
      accent_colour: settings.accentColour,
      front_door_zone_id: settings.frontDoorZoneId,
      version: version + 1,
    })
    .where('id', '=', tx.actor.municipalityId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** The number to call in alarm, or null when the municipality set none. */
export async function onCallPhone(tx: Tx): Promise<string | null> {
  const { on_call_phone } = await tx.db
    .selectFrom('municipalities.municipality')
    .select('on_call_phone')
    .where('id', '=', tx.actor.municipalityId)
    .executeTakeFirstOrThrow()
  return on_call_phone
}
