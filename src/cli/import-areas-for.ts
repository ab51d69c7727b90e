import { systemActor } from '../platform/access/actor.ts'
import { type CommandNeeds, CommandRefused, type CommandResult } from '../platform/command-line/command.ts'
import {
  type AreasReadForImport,
  keepAreas,
  type NotKept,
  readAreasForImport,
} from '../registers/places/without-pages.ts'
import { type AreaFile, readAreas } from '../registers/published-areas/index.ts'
import type { AreaOptions } from './area-options.ts'
import { areasReport } from './areas-report.ts'
import { municipalityMeant } from './municipality-meant.ts'

/** Reads the file and keeps the areas of the municipality; refuses with a sentence what cannot be kept. */
export async function importAreasFor(
  { owner, transact, clock }: CommandNeeds,
  path: string,
  options: AreaOptions,
  onAreas: (read: number) => void,
): Promise<CommandResult> {
  const municipality = await municipalityMeant(owner, options.municipality)
  const actor = systemActor(municipality.id, 'import areas')
  const file = await readAreas(path, options.edition)
  try {
    const asked = whatToImport(file, municipality.nisCode, options)
    const ready = await readAreasForImport({ transact, clock }, actor, asked, onAreas)
    if (ready.kind === 'refused') return refuseImport(ready, file, municipality.nisCode)
    const kept = await transact(actor, async (tx) => {
      const done = await keepAreas(tx, ready)
      if (done.merged.some(({ level }) => level === 'neighbourhood')) {
        // Loaded late: the pages of a register take memory that reading a large file needs.
        const { reindexServices } = await import('../registers/organisations/index.ts')
        await reindexServices(tx)
      }
      return done
    })
    return areasReport(file, ready.read.count, { municipality, read: ready.read, source: ready.source, kept })
  } finally {
    file.close()
  }
}

const whatToImport = (file: AreaFile, nisCode: string, options: AreaOptions) => ({
  file,
  nisCode,
  beside: options.also,
  saidNisCode: options.in,
  isApproximate: options.approximate,
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
    'level-not-stated': `${file} does not say whether its areas are sectors, neighbourhoods, districts or municipalities. Name the layer after them (statsec, ggw7, municipalities).`,
    'source-not-stated': `Nobody says who published ${file} and on which terms. Say it: --source and --licence.`,
    'municipality-not-stated': `${file} does not say in which municipality its areas lie, and it is not read from their code. Import a table that says so first, or the addresses (npx meernet import places); or, when all lie in one, say --in NIS.`,
    'nothing-of-municipality': `${file} holds no area of municipality ${nis}${there === '' ? '' : `, but of ${there}`}. Municipalities that merged have a new code: name the earlier one with --also.`,
    'no-known-level': `${file} holds no sectors, neighbourhoods, districts or municipalities; other areas are not kept.`,
  }
  throw new CommandRefused(reason, sentences[reason])
}
