import type { Db } from '../../platform/database/connect.ts'
import { municipalityBySlug, type NewMunicipality } from './municipality-store.ts'

/**
 * Which law holds, from the NIS code: its first digits are the province, 21 is Brussels. Undefined in Wallonia, whose law and
 * bodies are not known here. Source: REFNIS, Statbel.
 */
export function jurisdictionOf(nisCode: string): 'flanders' | 'brussels' | undefined {
  if (nisCode.startsWith('21')) return 'brussels'
  return /^(1|23|24|3|4|7)/.test(nisCode) ? 'flanders' : undefined
}

/**
 * What a municipality begins with. Its address on the public site is its name, with the code behind it when another has that
 * name; Brussels speaks two languages.
 */
export async function newMunicipalityOf(
  db: Db,
  nisCode: string,
  name: string,
  jurisdiction: 'flanders' | 'brussels',
): Promise<NewMunicipality> {
  const plain = slugOf(name)
  const taken = await municipalityBySlug(db, plain)
  const languages = jurisdiction === 'brussels' ? ['nl', 'fr'] : ['nl']
  return { nisCode, name, slug: taken ? `${plain}-${nisCode}` : plain, jurisdiction, languages }
}

/** `Sint-Pieters-Leeuw` → `sint-pieters-leeuw`, `Liège` → `liege`. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return slug || 'gemeente'
}
