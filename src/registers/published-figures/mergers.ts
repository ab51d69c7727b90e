/**
 * Municipalities that merged on 1 January 2019 and 2025, or in Hainaut got another code: which ones a municipality was made of. A file of
 * an earlier year knows it under those codes only.
 * Source: REFNIS of 2019 and 2025.
 */
export type Merger = {
  /** From 1 January of this year on. */
  readonly year: 2019 | 2025
  readonly into: string
  /** What it was made of; Antwerpen took Borsbeek in and kept its code, all others got a new one. */
  readonly from: readonly string[]
}

export const mergers: readonly Merger[] = [
  ...mergersOf(2019, [
    '12041 = 12030 12034',
    '44083 = 44011 44049',
    '44084 = 44001 44029',
    '44085 = 44036 44072 44080',
    '45068 = 45017 45057',
    '51067 = 55010',
    '51068 = 55039',
    '51069 = 55023',
    '55085 = 52063',
    '55086 = 52043',
    '57096 = 54007',
    '57097 = 54010',
    '58001 = 55022',
    '58002 = 56011',
    '58003 = 56085',
    '58004 = 56087',
    '72042 = 71047 72040',
    '72043 = 72025 72029',
  ]),
  ...mergersOf(2025, [
    '11002 = 11002 11007',
    '23106 = 23023 23024 23032',
    '37021 = 37012 37018',
    '37022 = 37007 37015',
    '44086 = 44012 44048',
    '44087 = 44034 44073',
    '44088 = 44040 44043',
    '46029 = 44045 46014',
    '46030 = 11056 46003 46013',
    '71071 = 71057 71069',
    '71072 = 71022 73040',
    '73110 = 73006 73032',
    '73111 = 73009 73083',
    '82039 = 82003 82005',
  ]),
]

/** NIS codes of the municipalities that went into this one: whatever lies in one of them lies in it. */
export const formerCodesOf = (nisCode: string): readonly string[] =>
  mergers.flatMap(({ into, from }) => (into === nisCode ? from.filter((code) => code !== into) : []))

/** The municipalities whose sum was, in an edition, what this one is today. */
export function partsIn(edition: string, nisCode: string): readonly string[] {
  const merger = mergers.find(({ into }) => into === nisCode)
  return merger && Number(edition) < merger.year ? merger.from : [nisCode]
}

function mergersOf(year: Merger['year'], lines: readonly string[]): readonly Merger[] {
  return lines.map((line) => {
    const [into = '', from = ''] = line.split(' = ')
    return { year, into, from: from.split(' ') }
  })
}
