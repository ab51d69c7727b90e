import type { ImportedFigures } from '../../functions/neighbourhood-analysis/index.ts'
import type { CommandResult } from '../../platform/command-line/command.ts'
import type { PublishedFile } from '../../platform/published-files/published-file.ts'
import { type FiguresRead, type FigureTotal, missingIn, type Remark } from '../../registers/published-figures/index.ts'

type Report = {
  readonly file: PublishedFile
  readonly read: FiguresRead
  readonly nisCode: string | undefined
  /** Absent for a dry run. */
  readonly imported?: (ImportedFigures & { readonly kind: 'imported' }) | undefined
}

/** What the command says of a file: what it is, what the whole of it comes to, and what of it is the municipality's. */
export function figuresReport({ file, read, nisCode, imported }: Report): CommandResult {
  const { layout, tables, indicators, totals, ofMunicipality, kept } = read
  const remarks = read.remarks.map((remark) => ({ ...remark, sentence: sentenceOf(remark) }))
  return {
    lines: [
      `${file.file}: ${layout}, ${tables.reduce((sum, { read: rows }) => sum + rows, 0)} rows, ${indicators.length} indicators`,
      ...shortened(totals).map(lineOf),
      ...(nisCode === undefined
        ? []
        : [`Of ${nisCode}: ${kept.length} figures`, ...shortened(ofMunicipality).map(lineOf)]),
      ...remarks.map(({ sentence }) => sentence),
      imported ? outcomeOf(imported) : 'Nothing was kept: a dry run.',
    ],
    json: {
      dryRun: imported === undefined,
      file: file.file,
      sha256: file.sha256,
      layout,
      dataset: imported ? provenanceIn(imported) : null,
      tables,
      indicators,
      totals,
      missing: missingIn(totals),
      municipality:
        nisCode === undefined
          ? null
          : { nisCode, kept: kept.length, totals: ofMunicipality, missing: missingIn(ofMunicipality) },
      figures: imported ? imported.figures : null,
      remarks,
    },
  }
}

function provenanceIn({ dataset }: ImportedFigures & { readonly kind: 'imported' }) {
  const { id, isNew, replacesId, source, licence, retrievedOn, fileName, sha256, layout } = dataset
  return { id, isNew, replacesId, source, licence, retrievedOn, fileName, sha256, layout }
}

const linesShown = 20

/** A workbook may hold hundreds of totals: `--json` gives them all. */
const shortened = (totals: readonly FigureTotal[]) => totals.slice(0, linesShown)

function lineOf({
  indicator,
  period,
  level,
  edition,
  areas,
  total,
  totalIs,
  unit,
  zero,
  notLocalisable,
  missing,
}: FigureTotal) {
  const amount = {
    known: `${total} ${unit}`.trim(),
    unknown: 'sum unknown',
    hidden: 'sum hidden',
    notSummed: 'no sum',
  }[totalIs]
  const counts = { zero, 'not localisable': notLocalisable, ...missing }
  const some = Object.entries(counts).flatMap(([word, count]) => (count > 0 ? [`${count} ${word}`] : []))
  return `  ${indicator}, ${period ?? 'period not stated'}: ${[`${areas} rows (${level}, edition ${edition})`, amount, ...some].join(', ')}`
}

function outcomeOf({ dataset, figures }: ImportedFigures & { readonly kind: 'imported' }): string {
  const counts = `${figures.new} new, ${figures.changed} changed, ${figures.unchanged} unchanged, ${figures.gone} gone`
  const replaced = dataset.replacesId === null ? '' : ' It replaces an earlier dataset whole.'
  return `Kept (${dataset.source}; ${dataset.licence}): ${counts}.${replaced}`
}

function sentenceOf(remark: Remark): string {
  const names = 'names' in remark ? listed(remark.names) : ''
  switch (remark.kind) {
    case 'not-utf-8':
      return 'Note: the text is not UTF-8 and was read as windows-1252.'
    case 'ends-within-line':
      return 'Note: the text does not end with a line break; make sure that it was not cut off.'
    case 'mapping-remembered':
      return `It is read as an earlier file was: ${remark.names.join(', ')}.`
    case 'other-sheets':
      return `Note: other sheets were not read: ${names}.`
    case 'sheets-without-figures':
      return `Note: sheets without a figure: ${names}.`
    case 'columns-left-out':
      return `Note: columns left out, for they are no figures or ranks: ${names}.`
    case 'columns-without-figures':
      return `Note: columns without a figure: ${names}.`
    case 'doubled-areas':
      return `Note: areas with two rows that differ; their figures are unknown: ${names}.`
    case 'areas-by-name':
      return `Areas are told by their names: ${names}.`
    case 'names-not-known':
      return `Note: ${remark.count} areas have names that are not known here and count in the whole alone: ${names}.`
    case 'rows-left-out':
      return `Note: ${remark.count} rows of an indicator that is not taken over (ranks).`
    case 'rows-without-figures':
      return `Note: ${remark.count} rows hold no figure: empty ones, or what stands below the table.`
    case 'sums-of-others-passed-over':
      return `Note: ${remark.count} rows are sums of other rows and were passed over.`
    case 'notes-passed-over':
      return `Note: ${remark.count} lines of text below the table were passed over.`
    case 'period-from-file-name':
      return `Note: the period ${remark.period} was taken from the name of the file.`
    case 'period-not-stated':
      return 'Note: the file does not say of which period it is; importing needs --period.'
    case 'municipality-not-stated':
      return 'Note: the file does not say in which municipality its sectors lie; sectors that are known are kept.'
  }
}

const listed = (names: readonly string[]) =>
  `${names.slice(0, 8).join('; ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`
