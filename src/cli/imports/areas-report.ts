import type { CommandResult } from '../../platform/command-line/command.ts'
import type { AreasReadForImport, KeptFile } from '../../registers/places/without-pages.ts'
import type { AreaCount, AreaFile, AreaRemark, FaultyAreas } from '../../registers/published-areas/index.ts'

/** What of a file was kept, for which municipality. */
export type KeptOfFile = Pick<AreasReadForImport & { readonly kind: 'ready' }, 'read' | 'source'> & {
  readonly municipality: { readonly nisCode: string; readonly name: string }
  readonly kept: KeptFile
}

/**
 * What the command says of a file of areas: its form and system, what its levels come to, what a reader should know, and what
 * was kept, if anything was.
 */
export function areasReport(file: AreaFile, count: AreaCount, imported?: KeptOfFile): CommandResult {
  const { areas, levels, bounds, doubled } = count
  const layers = file.layers.map(({ name, system, isStated, isSwapped }) => ({
    name,
    crs: system,
    crsStated: isStated,
    axesSwapped: isSwapped,
  }))
  const remarks = count.remarks
    .filter(({ kind }) => imported === undefined || !foundOut.has(kind))
    .map((remark) => ({ ...remark, sentence: sentenceOf(remark) }))
  return {
    lines: [
      `${file.file}: ${file.form}, ${areas} areas`,
      ...layers.map(({ name, crs, crsStated }) => `  layer ${name}: ${crs}, ${crsStated ? 'stated' : 'guessed'}`),
      ...levels.map(
        (level) =>
          `  ${level.level}, edition ${level.edition}: ${level.areas} areas, ${level.municipalities} municipalities, ${level.squareKilometres} km²`,
      ),
      ...(bounds
        ? [`  from ${metres(bounds.minX, bounds.minY)} to ${metres(bounds.maxX, bounds.maxY)} (Lambert 72 metres)`]
        : []),
      ...(doubled.length > 0 ? [`Note: codes that stand twice: ${listed(doubled)}.`] : []),
      ...remarks.map(({ sentence }) => sentence),
      ...(imported ? keptLines(imported) : ['Nothing was kept: a dry run.']),
    ],
    json: {
      dryRun: imported === undefined,
      file: file.file,
      sha256: file.sha256,
      form: file.form,
      crs: [...new Set(layers.map(({ crs }) => crs))].join(', '),
      crsStated: layers.every(({ crsStated }) => crsStated),
      layers,
      areas,
      levels,
      bounds: bounds ?? null,
      doubled,
      remarks,
      ...(imported && keptJson(imported)),
    },
  }
}

/** What a file does not state, and what was found out or said before areas were kept. */
const foundOut: ReadonlySet<string> = new Set(['municipality-not-stated', 'edition-not-stated', 'level-not-stated'])

function keptLines({ municipality, read, source, kept }: KeptOfFile): readonly string[] {
  return [
    `Kept for ${municipality.name} (${municipality.nisCode}), source ${source.source}, ${source.licence}:`,
    ...kept.merged.map(
      ({ level, edition, doors, ...done }) =>
        `  ${level}, edition ${edition}: ${done.new} new, ${done.changed} changed, ${done.unchanged} unchanged, ${done.gone} gone; ${doors} addresses lie in them`,
    ),
    ...read.levels.map(
      ({ level, edition, elsewhere, unplaced }) =>
        `  ${level}, edition ${edition}: ${elsewhere} of other municipalities skipped, ${unplaced} of an unknown one`,
    ),
  ]
}

const keptJson = ({ municipality: { nisCode, name }, read, source, kept }: KeptOfFile) => ({
  municipality: { nisCode, name },
  source: { source: source.source, licence: source.licence, retrievedOn: source.retrievedOn },
  kept: kept.merged,
  passedOver: read.levels.map(({ level, edition, elsewhere, unplaced }) => ({ level, edition, elsewhere, unplaced })),
})

function sentenceOf(remark: AreaRemark): string {
  switch (remark.kind) {
    case 'system-guessed':
      return `Note: layer ${remark.layer} states no system; its coordinates are those of ${remark.system}.`
    case 'axes-swapped':
      return `Note: layer ${remark.layer} writes north before east, and was read that way.`
    case 'layer-passed-over':
      return `Note: layer ${remark.layer} has no column of codes that is known, and was passed over.`
    case 'without-code':
      return `Note: areas without a code: ${placesOf(remark)}.`
    case 'no-shape':
      return `Note: areas without a shape: ${placesOf(remark)}.`
    case 'ring-too-short':
      return `Note: areas with a border of fewer than four points: ${placesOf(remark)}.`
    case 'ring-not-closed':
      return `Note: areas with a border that does not end where it began: ${placesOf(remark)}.`
    case 'ring-without-surface':
      return `Note: areas with a border that encloses nothing: ${placesOf(remark)}.`
    case 'ring-crosses-itself':
      return `Note: areas with a border that crosses itself, kept as published: ${placesOf(remark)}.`
    case 'hole-outside':
      return `Note: areas with a hole outside their border, kept as published: ${placesOf(remark)}.`
    case 'municipality-not-stated':
      return `Note: ${remark.count} areas do not say in which municipality they lie; it is not read from their code.`
    case 'edition-not-stated':
      return `Note: the edition of ${remark.count} areas is not stated; say it with --edition.`
    case 'level-not-stated':
      return `Note: ${remark.count} areas do not say of which level they are.`
  }
}

const placesOf = ({ layer, count, lines, names = [] }: FaultyAreas) =>
  `${count} in ${layer}, at ${lines.map((line, at) => `${line}${names[at] ? ` ${names[at]}` : ''}`).join(', ')}${count > lines.length ? ' and further' : ''}`
const metres = (x: number, y: number) => `${Math.round(x)}, ${Math.round(y)}`
const listed = (codes: readonly string[]) =>
  `${codes.slice(0, 8).join('; ')}${codes.length > 8 ? ` and ${codes.length - 8} more` : ''}`
