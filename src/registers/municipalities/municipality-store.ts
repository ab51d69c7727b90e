import { uuidv7 } from 'uuidv7'
import type { Db } from '../../platform/database/connect.ts'
import type { PublicMunicipality } from '../../platform/http/index.ts'
import { isLanguage, type Language } from '../../platform/messages/languages.ts'

/** What is needed to begin in a municipality. */
export type NewMunicipality = {
  readonly nisCode: string
  readonly name: string
  readonly slug: string
  readonly jurisdiction: 'flanders' | 'brussels'
  readonly languages: readonly string[]
  readonly contact?: { readonly name: string; readonly phone: string; readonly address: string; readonly hours: string }
}

/** A controller of personal data, whose rows others do not see. */
export type DataZone = {
  readonly id: string
  readonly kind: 'municipality' | 'ocmw' | 'partner'
  readonly name: string
}
/** A municipality with what only staff and the style sheet need; colours as `#rrggbb`. */
export type Municipality = PublicMunicipality & {
  readonly nisCode: string
  readonly primaryColour: string
  readonly accentColour: string
}

/** What an administrator keeps of the municipality. */
export type Settings = {
  readonly name: string
  readonly languages: readonly Language[]
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly contactAddress: string | null
  readonly contactHours: string | null
  /** Called in alarm, whoever is on duty. */
  readonly onCallPhone: string | null
  readonly primaryColour: string
  readonly accentColour: string
  /** Zone in which residents' cards arrive; null: the municipality's own. */
  readonly frontDoorZoneId: string | null
}

/**
 * Makes a municipality with the zones every one has: the municipality itself and its OCMW. Gives its identifier, `id` when
 * that was given; `newId` makes the others.
 */
export async function createMunicipality(
  owner: Db,
  wanted: NewMunicipality,
  { newId = uuidv7, id = newId() }: { readonly newId?: () => string; readonly id?: string } = {},
): Promise<string> {
  const write = async (db: Db) => {
    await db
      .insertInto('municipalities.municipality')
      .values({
        id,
        nis_code: wanted.nisCode,
        name: wanted.name,
        slug: wanted.slug,
        jurisdiction: wanted.jurisdiction,
        languages: [...wanted.languages],
        contact_name: wanted.contact?.name ?? null,
        contact_phone: wanted.contact?.phone ?? null,
        contact_address: wanted.contact?.address ?? null,
        contact_hours: wanted.contact?.hours ?? null,
      })
      .execute()
    await db
      .insertInto('municipalities.data_zone')
      .values([
        {
          municipality_id: id,
          id: newId(),
          kind: 'municipality',
          name: wanted.jurisdiction === 'brussels' ? `Gemeente / Commune ${wanted.name}` : `Gemeente ${wanted.name}`,
        },
        {
          municipality_id: id,
          id: newId(),
          kind: 'ocmw',
          name: wanted.jurisdiction === 'brussels' ? `OCMW / CPAS ${wanted.name}` : `OCMW ${wanted.name}`,
        },
      ])
      .execute()
  }
  // Within a transaction it is part of that one.
  await (owner.isTransaction ? write(owner) : owner.transaction().execute(write))
  return id
}

/** Adds the zone of a partner organisation: a controller of its own. Gives its identifier. */
export async function createPartnerZone(
  owner: Db,
  municipalityId: string,
  name: string,
  id = uuidv7(),
): Promise<string> {
  await owner
    .insertInto('municipalities.data_zone')
    .values({ municipality_id: municipalityId, id, kind: 'partner', name })
    .execute()
  return id
}

/** By its name in addresses; undefined for one that is not here, as with the two below. */
export const municipalityBySlug = (db: Db, slug: string) => oneMunicipality(db, 'slug', slug)
export const municipalityById = (db: Db, id: string) => oneMunicipality(db, 'id', id)
export const municipalityByNisCode = (db: Db, nisCode: string) => oneMunicipality(db, 'nis_code', nisCode)

/** All municipalities of the installation, by name. */
export async function allMunicipalities(db: Db): Promise<readonly Municipality[]> {
  const rows = await db.selectFrom('municipalities.municipality').selectAll().orderBy('name').execute()
  return rows.map(municipalityFrom)
}

/** The zones of one municipality. NOTE as the owner: used by composition and command line, not by routes. */
export async function zonesOf(owner: Db, municipalityId: string): Promise<readonly DataZone[]> {
  const rows = await owner
    .selectFrom('municipalities.data_zone')
    .select(['id', 'kind', 'name'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('name')
    .execute()
  return rows as readonly DataZone[]
}

async function oneMunicipality(
  db: Db,
  column: 'slug' | 'id' | 'nis_code',
  value: string,
): Promise<Municipality | undefined> {
  const row = await db
    .selectFrom('municipalities.municipality')
    .selectAll()
    .where(column, '=', value)
    .executeTakeFirst()
  return row && municipalityFrom(row)
}

type Row = Awaited<ReturnType<typeof selectOne>>
const selectOne = (db: Db) => db.selectFrom('municipalities.municipality').selectAll().executeTakeFirstOrThrow()

function municipalityFrom(row: Row): Municipality {
  return {
    id: row.id,
    nisCode: row.nis_code,
    slug: row.slug,
    name: row.name,
    jurisdiction: row.jurisdiction === 'brussels' ? 'brussels' : 'flanders',
    languages: row.languages.filter(isLanguage),
    logo: row.logo_digest ? `/in/${row.slug}/logo?v=${row.logo_digest}` : undefined,
    primaryColour: row.primary_colour,
    accentColour: row.accent_colour,
    contact: {
      name: row.contact_name ?? row.name,
      phone: row.contact_phone ?? '',
      address: row.contact_address ?? '',
      hours: row.contact_hours ?? '',
    },
  }
}
