import type { CommandResult } from '../../platform/command-line/command.ts'
import type { PublishedFile } from '../../platform/published-files/published-file.ts'
import type { KeptTable, TableReadForImport } from '../../registers/places/without-pages.ts'

type Ready = TableReadForImport & { readonly kind: 'ready' }

/** What of a table was kept, for which municipality. */
export type KeptOfTable = Pick<Ready, 'source'> & {
  readonly municipality: { readonly nisCode: string; readonly name: string }
  readonly kept: KeptTable
}

/** What the command says of a table between areas: its columns, its rows, and what was kept of it, if anything was. */
export function areaTableReport(file: PublishedFile, read: Ready['read'], imported?: KeptOfTable): CommandResult {
  const { rows, notLocalisable, columns, levels } = read
  return {
    lines: [
      `${file.file}: table, ${rows} rows, ${notLocalisable} of them about no known area`,
      ...columns.map(({ heading, level, edition }) => `  column ${heading}: ${level}, edition ${edition}`),
      ...(read.reason === 'edition-not-stated'
        ? ['Note: the edition of its codes is not stated; say it with --edition.']
        : []),
      ...(imported ? keptLines(imported) : ['Nothing was kept: a dry run.']),
    ],
    json: {
      dryRun: imported === undefined,
      file: file.file,
      sha256: file.sha256,
      form: 'table',
      rows,
      notLocalisable,
      columns,
      ...(imported && {
        municipality: { nisCode: imported.municipality.nisCode, name: imported.municipality.name },
        source: {
          source: imported.source.source,
          licence: imported.source.licence,
          retrievedOn: imported.source.retrievedOn,
        },
        passedOver: levels.map(({ elsewhere, unplaced }) => ({ elsewhere, unplaced })),
        memberships: imported.kept.memberships,
        sectors: imported.kept.sectors,
      }),
    },
  }
}

function keptLines({ municipality, source, kept }: KeptOfTable): readonly string[] {
  const done = (one: {
    readonly new: number
    readonly changed: number
    readonly unchanged: number
    readonly gone: number
  }) => `${one.new} new, ${one.changed} changed, ${one.unchanged} unchanged, ${one.gone} gone`
  return [
    `Kept for ${municipality.name} (${municipality.nisCode}), source ${source.source}, ${source.licence}:`,
    ...kept.memberships.map((one) => `  ${one.from} ${words[one.kind]} ${one.to}: ${done(one)}`),
    ...kept.sectors.map((one) => `  sectors of edition ${one.edition}, by name: ${done(one)}`),
  ]
}

const words = { partOf: 'lies in', becomes: 'became' } as const
