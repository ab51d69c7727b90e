/**
 * Under which names publishers write the code, the name and the municipality of an area. The same field changes its name with
 * the edition: `CS01012020`, then `cd_sector`, then `CS01012025`. Everything here is about names of columns; no figure and no
 * municipality is ever guessed from a code.
 */

/** What kind of area a code stands for. */
export type AreaLevel =
  | 'sector'
  | 'neighbourhood'
  | 'district'
  | 'subMunicipality'
  | 'municipality'
  | 'arrondissement'
  | 'province'
  | 'region'

/** Who publishes in the names of these columns; what stands beside every area that is kept. */
export type AreaPublisher = 'statbel' | 'provinces' | 'brussels'

/** Where in the fields of a layer things stand. */
export type AreaColumns = {
  readonly code: string
  /** The first that is filled. */
  readonly names: readonly string[]
  /** Holds the NIS code of the municipality. */
  readonly municipality: string | undefined
  /** Hold its name, beside that code. The first that is filled. */
  readonly municipalityNames: readonly string[]
  /** Undefined when neither columns nor layer tell. */
  readonly level: AreaLevel | undefined
  /** Year that the names of the columns or of the layer tell. */
  readonly year: number | undefined
  /** The year is only that in which such names were used: whoever imports may know better. */
  readonly isYearLikely?: boolean
  /** Holds the day of which the borders are. */
  readonly situation: string | undefined
  /** Holds in which way the borders were only come near to; empty or `exact…` where they were not. */
  readonly approximation: string | undefined
  readonly publisher: AreaPublisher | undefined
  /** Codes of a city's own: any text, as short as a code is. */
  readonly hasOwnCodes?: boolean
  /** Codes of larger areas, which stand beside smaller ones too: one that stands twice is not of the area itself. */
  readonly mayBeBeside?: boolean
}

type Known = {
  readonly code: RegExp
  readonly names: readonly string[]
  readonly municipality?: readonly string[]
  /** `byLayer`: the name of the layer or of the column tells. */
  readonly level: AreaLevel | 'byLayer'
  readonly year?: number
  readonly publisher?: AreaPublisher
  /** The name of the column is a word that others write names under: where it holds one, it is not this column. */
  readonly isWord?: true
}

/** Of sectors whose column has a name that nobody knows beforehand, `CODSEC` or `Sector`: what may stand beside it. */
const besideSectors: Omit<Known, 'code'> = {
  names: ['T_SEC_NL', 'sectornaam', 'sector_naam', 'naam', 'name', 'name_nl', 'nom', 'nom_secteur', 'omschrijving'],
  municipality: ['cd_munty_refnis', 'nis5', 'nis_5', 'niscode', 'nis_code', 'nis', 'refnis', 'mun_code', 'code_ins'],
  level: 'sector',
}

/** Nothing but a sector is written so: nine characters that are not all digits. */
const isSectorCode = (text: string) => /^[0-9]{5}(?=.*[A-Z])[0-9A-Z-]{4}$/.test(text)

/** Beside the NIS code of a sector. */
const namesOfMunicipality = ['tx_munty_descr_nl', 'tx_munty_descr_fr', 'T_MUN_NL', 'T_MUN_FR'] as const

/** In this order: a table of sectors names the municipality too. `{year}` is the year in the name of the code's column. */
const known: readonly Known[] = [
  {
    code: /^CS(?:01)?01((?:19|20)[0-9]{2})$/i,
    names: ['T_SEC_NL', 'T_SEC_FR', 'SECTOR_NL', 'SECTOR_FR'],
    municipality: ['CNIS5_{year}', 'NIS_01{year}', 'CNIS5', 'NIS5'],
    level: 'sector',
    publisher: 'statbel',
  },
  // Statbel wrote these names for the borders of 2022 to 2024, one edition; later ones say their day in dt_situation.
  {
    code: /^cd_sector$/i,
    // Beside the population of sectors the same things are called otherwise; both are joined to borders.
    names: [
      'tx_sector_descr_nl',
      'tx_sector_descr_fr',
      'tx_sector_descr_de',
      'tx_descr_sector_nl',
      'tx_descr_sector_fr',
    ],
    municipality: ['cd_munty_refnis', 'cd_refnis'],
    level: 'sector',
    year: 2024,
    publisher: 'statbel',
  },
  {
    code: /^(nis_?9|sector_?code|sec_code)$/i,
    names: ['naam', 'name', 'sectornaam', 'sec_name_nl', 'sec_name_fr'],
    municipality: ['cd_munty_refnis', 'nis5', 'niscode', 'mun_code'],
    level: 'sector',
  },
  { code: /^sectorId$/i, names: ['sectorName'], municipality: ['cd_munty_refnis', 'nis5'], level: 'sector' },
  { code: /^MDRC$/i, names: ['NAME_DUT', 'NAME_FRE'], level: 'district', publisher: 'brussels' },
  { code: /^geoitem$/i, names: ['naam', 'name'], level: 'byLayer', publisher: 'provinces' },
  { code: /^(statsec|ggw7)(20[0-9]{2})?$/i, names: ['naam', 'name'], level: 'byLayer', publisher: 'provinces' },
  {
    code: /^cd_sub_mun(ty)?$/i,
    names: ['tx_sub_munty_nl', 'tx_sub_munty_fr'],
    municipality: ['cd_munty_refnis'],
    level: 'subMunicipality',
    publisher: 'statbel',
  },
  {
    code: /^cd_munty_r(efnis)?$/i,
    names: ['tx_munty_descr_nl', 'tx_munty_descr_fr'],
    level: 'municipality',
    publisher: 'statbel',
  },
  {
    code: /^CNIS5_((?:19|20)[0-9]{2})$/i,
    names: ['T_MUN_NL', 'T_MUN_FR'],
    level: 'municipality',
    publisher: 'statbel',
  },
  {
    code: /^cd_dstr_re(fnis)?$/i,
    names: ['tx_adm_dstr_descr_nl', 'tx_adm_dstr_descr_fr'],
    level: 'arrondissement',
    publisher: 'statbel',
  },
  {
    code: /^cd_prov_re(fnis)?$/i,
    names: ['tx_prov_descr_nl', 'tx_prov_descr_fr'],
    level: 'province',
    publisher: 'statbel',
  },
  { code: /^cd_rgn_ref(nis)?$/i, names: ['tx_rgn_descr_nl', 'tx_rgn_descr_fr'], level: 'region', publisher: 'statbel' },
  { code: /^NIS5$/i, names: ['naam', 'name', 'name_nl'], level: 'municipality' },
  {
    code: /^(lau2|nis|niscode|nis_code|mun_code)$/i,
    names: [
      'nameNl',
      'name_nl',
      'namedut',
      'mun_name_nl',
      'namefre',
      'mun_name_fr',
      'nameFr',
      'name_fr',
      'naam',
      'name',
    ],
    level: 'byLayer',
  },
  {
    code: /^(gemeente|deelgemeente|kern)(20[0-9]{2})?$/i,
    names: ['naam', 'name'],
    level: 'byLayer',
    publisher: 'provinces',
    isWord: true,
  },
]

/**
 * The columns of `fields`, the names of all fields of a layer, by their names, or, where those tell of no sectors, by what the first area
 * has in them (`textIn`); undefined when none holds a code that is known.
 */
export function columnsOf(
  fields: readonly string[],
  layer: string,
  textIn: (field: string) => string = () => '',
): AreaColumns | undefined {
  const found = known.flatMap((one) => {
    const code = fields.find((field) => one.code.test(field) && !(one.isWord && /^\D+$/.test(textIn(field))))
    return code === undefined ? [] : [{ ...one, code }]
  })
  const [first] = found
  if (first && (first.level === 'sector' || levelOfLayer(layer))) return columnsBeside(first, fields, layer)
  const isOfProvinces = (field: string) =>
    known.some(({ code, publisher }) => publisher === 'provinces' && code.test(field))
  const unnamed = fields.filter((field) => isSectorCode(textIn(field)) && !isOfProvinces(field))
  const [code, ...others] = unnamed
  // Of two that hold codes of sectors nobody can say which is meant.
  if (others.length > 0) return undefined
  const one = code === undefined ? first : { ...besideSectors, code }
  return one && columnsBeside(one, fields, layer)
}

function columnsBeside(
  { code, names, municipality = [], level, year, publisher }: Omit<Known, 'code'> & { readonly code: string },
  fields: readonly string[],
  layer: string,
): AreaColumns {
  const inName = /((?:19|20)[0-9]{2})$/.exec(code)?.[1] ?? yearOfLayer(layer)
  const named = (wanted: string) => fieldNamed(wanted.replace('{year}', inName ?? ''), fields)
  const byLayer = levelOfLayer(layer)
  return {
    code,
    names: [...new Set(names.flatMap((name) => named(name) ?? []))],
    municipality: municipality.map(named).find((name) => name !== undefined && name !== code),
    municipalityNames: municipality.length === 0 ? [] : namesOfMunicipality.flatMap((name) => named(name) ?? []),
    level: level === 'byLayer' ? (byLayer ?? levelOfLayer(code)) : level,
    year: Number(inName ?? (publisher === 'statbel' ? yearOfFile(layer) : undefined)) || year,
    isYearLikely: inName === undefined,
    situation: named('dt_situation'),
    approximation: named('approximation'),
    publisher,
    mayBeBeside: byLayer === undefined && municipality.length === 0 && publisher !== 'provinces',
  }
}

/** A shapefile keeps the first ten characters of a name, and numbers what is then the same. */
export function fieldNamed(wanted: string, fields: readonly string[]): string | undefined {
  const names = [wanted, wanted.slice(0, 10)].map((name) => name.toLowerCase())
  return names.flatMap((name) => fields.find((field) => field.toLowerCase() === name) ?? [])[0]
}

/** The layers of Provincies in Cijfers, of which `ggw72024` is edition 2024 of `ggw7`, and of maps for the web. */
const layerLevels: readonly (readonly [RegExp, AreaLevel])[] = [
  [/^statsec([0-9]{4})?$/i, 'sector'],
  [/^ggw7(20[0-9]{2})?$/i, 'neighbourhood'],
  [/^deelgemeente([0-9]{4})?$/i, 'subMunicipality'],
  [/^(gemeente([0-9]{4})?|municipalit(y|ies)|gemeenten|communes)$/i, 'municipality'],
  [/^(arrondissements?|districts)$/i, 'arrondissement'],
  [/^(provinces?|provincies?)$/i, 'province'],
  [/^(regions?|gewesten|gewest)$/i, 'region'],
]

const levelOfLayer = (name: string) => layerLevels.find(([pattern]) => pattern.test(name))?.[1]
const yearOfLayer = (name: string) =>
  layerLevels.some(([pattern]) => pattern.test(name)) ? /(20[0-9]{2})$/.exec(name)?.[1] : undefined
/** Statbel calls its files `sh_statbel_statistical_sectors_31370_20250101`. */
const yearOfFile = (name: string) => /(?:^|[^0-9])((?:19|20)[0-9]{2})0101(?:[^0-9]|$)/.exec(name)?.[1]

/** How a code of each level is written. A sector may end in a hyphen, and may look like a number to a spreadsheet. */
const codeForms: Readonly<Record<AreaLevel, { readonly form: RegExp; readonly example: string }>> = {
  sector: { form: /^[0-9]{5}[0-9A-Z-]{4}$/, example: '72025A00- or 11002E122' },
  neighbourhood: { form: /^[0-9]{5}[0-9A-Za-z_-]{0,15}$/, example: '72043W01' },
  district: { form: /^[0-9]{1,3}$/, example: '77' },
  subMunicipality: { form: /^[0-9]{5}[0-9A-Za-z_-]{1,15}$/, example: '72025A' },
  municipality: { form: /^[0-9]{5}$/, example: '72043' },
  arrondissement: { form: /^[0-9]{5}$/, example: '72000' },
  province: { form: /^[0-9]{5}$/, example: '70000' },
  region: { form: /^[0-9]{5}$/, example: '02000' },
}

/** Whether `code` is written as codes of its level are; a code of no known level may be anything short. */
export function isCodeOf(level: AreaLevel | undefined, code: string): boolean {
  return level === undefined ? code.length <= 40 : codeForms[level].form.test(code)
}

/** A code such as one of `level`, for a sentence. */
export const exampleOf = (level: AreaLevel | undefined): string =>
  level === undefined ? 'at most 40 characters' : codeForms[level].example

/**
 * The edition in which a code of `level` stood in `year`, named as for figures: municipalities merged on 1 January 2019 and
 * 2025, and the sectors were redrawn on 1 January 2025. Undefined for levels that have none.
 */
export function editionIn(level: AreaLevel | undefined, year: number): string | undefined {
  const edition = year >= 2025 ? '2025' : year >= 2019 ? '2024' : '2018'
  if (level === 'municipality') return edition
  return level === 'sector' || level === 'neighbourhood' || level === 'subMunicipality'
    ? String(Math.max(Number(edition), 2024))
    : undefined
}
