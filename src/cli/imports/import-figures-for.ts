import {
  type FiguresToImport,
  type ImportedFigures,
  importFigures,
} from '../../functions/neighbourhood-analysis/without-pages.ts'
import { systemActor } from '../../platform/access/actor.ts'
import { type CommandNeeds, CommandRefused, type CommandResult } from '../../platform/command-line/command.ts'
import { openTables } from '../../platform/published-files/open-tables.ts'
import type { PublishedFile } from '../../platform/published-files/published-file.ts'
import type { Mapping } from '../../registers/published-figures/index.ts'
import { type ImportOptions, wishesIn } from './figures-options.ts'
import { figuresReport } from './figures-report.ts'
import { municipalityMeant } from './municipality-meant.ts'

/** Reads the file and keeps what it says of the municipality; refuses with a sentence what cannot be kept. */
export async function importFiguresFor(
  { owner, transact, clock }: CommandNeeds,
  path: string,
  options: ImportOptions,
  mapping: Mapping | undefined,
  onRows: (read: number) => void,
): Promise<CommandResult> {
  const municipality = await municipalityMeant(owner, options.municipality)
  const file = await openTables(path)
  try {
    const imported = await importFigures(
      { transact, clock },
      systemActor(municipality.id, 'import indicators'),
      whatToImport(file, municipality.nisCode, options, mapping),
      onRows,
    )
    if (imported.kind === 'refused') refuseImport(imported, file, municipality.nisCode)
    return figuresReport({ file, read: imported.read, nisCode: municipality.nisCode, imported })
  } finally {
    file.close()
  }
}

const whatToImport = (
  file: PublishedFile,
  nisCode: string,
  options: ImportOptions,
  mapping: Mapping | undefined,
): FiguresToImport => ({
  file,
  nisCode,
  wishes: wishesIn(options, mapping),
  provenance: { source: options.source, licence: options.licence, retrievedOn: options.retrieved },
})

function refuseImport(
  { reason, read }: ImportedFigures & { readonly kind: 'refused' },
  { file }: PublishedFile,
  nis: string,
): never {
  const sentences = {
    'period-not-stated': `${file} does not say of which period its figures are. Say it: --period 2023.`,
    'source-not-stated': `Nobody says who published ${file} and on which terms. Say it: --source and --licence.`,
    'municipality-not-stated': `${file} does not say in which municipality its sectors lie, and no sector of ${nis} is known yet. Import the population by sector, or the addresses, first.`,
    'name-not-known': `${file} names areas and has no codes; none of the names is known as one of ${nis}. Import the borders of its areas, which tell their names, or give codes in a column.`,
    'nothing-of-municipality': `${file} holds no figure of municipality ${nis}.`,
  }
  throw new CommandRefused(reason, `${sentences[reason]} Layout: ${read.layout}.`)
}
