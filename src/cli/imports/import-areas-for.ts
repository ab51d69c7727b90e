import { figuresChanged } from '../../functions/neighbourhood-analysis/without-pages.ts'
import { type Actor, systemActor } from '../../platform/access/actor.ts'
import { type CommandNeeds, CommandRefused, type CommandResult } from '../../platform/command-line/command.ts'
import { isTable } from '../../platform/published-files/is-table.ts'
import { openTables } from '../../platform/published-files/open-tables.ts'
import {
  type AreasReadForImport,
  keepAreas,
  keepTable,
  type NotKept,
  readAreasForImport,
  readTableForImport,
} from '../../registers/places/without-pages.ts'
import { type AreaFile, readAreas } from '../../registers/published-areas/index.ts'
import { type AreaOptions, saidColumns } from './area-options.ts'
import { areaTableReport } from './area-table-report.ts'
import { areasReport } from './areas-report.ts'
import { municipalityMeant } from './municipality-meant.ts'

/**
 * Reads a file of areas, or a table between areas, and keeps what is of the municipality; refuses with a sentence what cannot be
 * kept.
 */
export async function importAreasFor(
  needs: CommandNeeds,
  path: string,
  options: AreaOptions,
  onAreas: (read: number) => void,
): Promise<CommandResult> {
  const municipality = await municipalityMeant(needs.owner, options.municipality)
  const actor = systemActor(municipality.id, 'import areas')
  return (await isTable(path))
    ? importTable(needs, { path, options, municipality, actor })
    : importShapes(needs, { path, options, municipality, actor }, onAreas)
}

type Asked = {
  readonly path: string
  readonly options: AreaOptions
  readonly municipality: { readonly nisCode: string; readonly name: string }
  readonly actor: Actor
}

async function importTable(
  { transact, clock }: CommandNeeds,
  { path, options, municipality, actor }: Asked,
): Promise<CommandResult> {
  const file = await openTables(path)
  try {
    const asked = { ...whatToImport(municipality.nisCode, options), file, edition: options.edition }
    const ready = await readTableForImport({ transact, clock }, actor, asked)
    if (ready.kind === 'refused') return refuseTable(ready.reason, file.file, municipality.nisCode)
    const kept = await transact(actor, async (tx) => {
      const done = await keepTable(tx, ready)
      await figuresChanged(tx)
      return done
    })
    return areaTableReport(file, ready.read, { municipality, source: ready.source, kept })
  } finally {
    file.close()
  }
}

async function importShapes(
  { transact, clock }: CommandNeeds,
  { path, options, municipality, actor }: Asked,
  onAreas: (read: number) => void,
): Promise<CommandResult> {
  const file = await readAreas(path, options.edition, saidColumns(options))
  try {
    const asked = { ...whatToImport(municipality.nisCode, options), file, isApproximate: options.approximate }
    const ready = await readAreasForImport({ transact, clock }, actor, asked, onAreas)
    if (ready.kind === 'refused') return refuseImport(ready, file, municipality.nisCode)
    const kept = await transact(actor, async (tx) => {
      const done = await keepAreas(tx, ready)
      if (done.merged.some(({ level }) => level === 'neighbourhood')) {
        // Loaded late: the pages of a register take memory that reading a large file needs.
        const { reindexServices } = await import('../../registers/organisations/index.ts')
        await reindexServices(tx)
      }
      await figuresChanged(tx)
      return done
    })
    return areasReport(file, ready.read.count, { municipality, read: ready.read, source: ready.source, kept })
  } finally {
    file.close()
  }
}

const whatToImport = (nisCode: string, options: AreaOptions) => ({
  nisCode,
  beside: options.also,
  saidNisCode: options.in,
  provenance: { source: options.source, licence: options.licence, retrievedOn: options.retrieved },
})

function refuseImport(
  { reason, read }: AreasReadForImport & { readonly kind: 'refused' },
  { file }: AreaFile,
  nis: string,
): never {
  const there = [...read.municipalities.keys()].slice(0, 8).join(', ')
  const sentences: Readonly<Record<NotKept, string>> = {
    'edition-not-stated': `${file} does not say of which edition its areas are. Say it: --edition 2024.`,
    'level-not-stated': `${file} does not say whether its areas are sectors, neighbourhoods, districts or municipalities. Say it: --code COLUMN --level neighbourhood.`,
    'source-not-stated': `Nobody says who published ${file} and on which terms. Say it: --source and --licence.`,
    'municipality-not-stated': `${file} does not say in which municipality its areas lie, and it is not read from their code. Import a table that says so first, or the addresses (npx meernet import places); or, when all lie in one, say --in NIS.`,
    'nothing-of-municipality': `${file} holds no area of municipality ${nis}${there === '' ? '' : `, but of ${there}`}. Municipalities that merged have a new code: name the earlier one with --also.`,
    'lies-elsewhere': `${file} has areas of municipality ${nis} that lie kilometres away from its addresses. North and east may have been exchanged, or another system was meant: fetch it again in another form.`,
    'no-known-level': `${file} holds no sectors, neighbourhoods, districts or municipalities; other areas are not kept.`,
  }
  throw new CommandRefused(reason, sentences[reason])
}

function refuseTable(reason: NotKept, file: string, nis: string): never {
  const sentences: Readonly<Partial<Record<NotKept, string>>> = {
    'edition-not-stated': `${file} does not say of which edition its codes are. Say it: --edition 2024.`,
    'source-not-stated': `Nobody says who published ${file} and on which terms. Say it: --source and --licence.`,
    'no-known-level': `${file} holds names only: of neighbourhoods and municipalities those come with their borders.`,
    'municipality-not-stated': `${file} does not say in which municipality its areas lie, and none of them is known yet. Import areas, addresses or a table with municipalities first; or, when all lie in one, say --in NIS.`,
  }
  const elsewhere = `${file} holds nothing of municipality ${nis}. Municipalities that merged have a new code: name the earlier one with --also.`
  throw new CommandRefused(reason, sentences[reason] ?? elsewhere)
}
