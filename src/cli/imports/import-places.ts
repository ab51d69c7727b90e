import type { Command } from 'commander'
import { uuidv7 } from 'uuidv7'
import { figuresChanged } from '../../functions/neighbourhood-analysis/without-pages.ts'
import { systemActor } from '../../platform/access/actor.ts'
import {
  type CommandNeeds,
  CommandRefused,
  type CommandResult,
  type RunCommand,
} from '../../platform/command-line/command.ts'
import {
  createMunicipality,
  jurisdictionOf,
  municipalityByNisCode,
  newMunicipalityOf,
} from '../../registers/municipalities/index.ts'
import { reindexServices } from '../../registers/organisations/index.ts'
import { type ImportedPlaces, importPlaces } from '../../registers/places/index.ts'
import { groupOf } from '../group.ts'
import { edition } from './edition.ts'
import { nisCode } from './nis-code.ts'

type Options = {
  readonly municipality: string
  readonly also: readonly string[]
  readonly neighbourhoods: string
  readonly addresses: string
  readonly edition: string
}

/** `import places`: a municipality's neighbourhoods and addresses from published files. Makes the municipality when needed. */
export function addImportPlaces(
  program: Command,
  run: RunCommand,
  showProgress: (text: string | undefined) => void,
): void {
  groupOf(program, 'import', 'load published data')
    .command('places')
    .description('load neighbourhoods and addresses of a municipality; doing it again changes only what changed')
    .requiredOption('--municipality <NIS>', 'NIS code of the municipality, five digits', nisCode)
    .option(
      '--also <NIS>',
      'a municipality beside it (neighbourhoods across the border) or one that merged into it; may be repeated',
      (value: string, before: readonly string[]) => [...before, nisCode(value)],
      [],
    )
    .requiredOption('--neighbourhoods <FILE>', 'shapefile of the provinces, zip, Lambert 72 (ggw7.shp.zip)')
    .requiredOption('--addresses <FILE>', 'BeST table, CSV with ; between columns, plain or gzip')
    .option('--edition <YEAR>', 'year of the division into neighbourhoods', edition, '2025')
    .action((options: Options) =>
      run(async (needs) => {
        try {
          return await importFor(needs, options, (part, read) => showProgress(`${part}: ${read} read`))
        } finally {
          showProgress(undefined)
        }
      }),
    )
}

async function importFor(
  { owner, transactAsOwner }: CommandNeeds,
  options: Options,
  onProgress: Parameters<typeof importPlaces>[3],
): Promise<CommandResult> {
  const jurisdiction = jurisdictionOf(options.municipality) ?? refuseElsewhere(options.municipality)
  const existing = await municipalityByNisCode(owner, options.municipality)
  const id = existing?.id ?? uuidv7()
  let name = existing?.name ?? ''
  const imported = await transactAsOwner(systemActor(id, 'import places'), async (tx) => {
    const places = await importPlaces(
      tx,
      {
        nisCodes: [...new Set([options.municipality, ...options.also])],
        edition: options.edition,
        neighbourhoodsPath: options.neighbourhoods,
        addressesPath: options.addresses,
      },
      async (published) => {
        if (existing) return
        name = published
        await createMunicipality(tx.db, await newMunicipalityOf(tx.db, options.municipality, published, jurisdiction), {
          id,
        })
      },
      onProgress,
    )
    await reindexServices(tx)
    await figuresChanged(tx)
    return places
  })
  return resultOf({ id, nisCode: options.municipality, name, isNew: existing === undefined }, imported)
}

function refuseElsewhere(nis: string): never {
  throw new CommandRefused(
    'not-served',
    `${nis} is no municipality of Flanders or Brussels; the law elsewhere is not known here.`,
  )
}

type Loaded = { readonly id: string; readonly nisCode: string; readonly name: string; readonly isNew: boolean }

function resultOf(municipality: Loaded, imported: ImportedPlaces): CommandResult {
  const { edition, neighbourhoods, streets, addresses } = imported
  const invite = municipality.isNew
    ? `npx meernet invite --municipality ${municipality.nisCode} --role administrator --email NAME@EXAMPLE.BE`
    : null
  return {
    lines: [
      `${municipality.name} (${municipality.nisCode}), edition ${edition}`,
      `Neighbourhoods: ${countsOf(neighbourhoods)}; ${neighbourhoods.elsewhere} of other municipalities skipped.`,
      `Streets: ${streets.total}, of which ${streets.new} new.`,
      `Addresses: ${countsOf(addresses)}; ${addresses.elsewhere} of other municipalities skipped, ${addresses.repeated} repeated.`,
      `${addresses.withoutStreet} addresses are published without a street, ${addresses.withoutNeighbourhood} lie in no neighbourhood; they are kept.`,
      ...(invite ? [`The municipality is new here. Invite its administrator: ${invite}`] : []),
    ],
    json: { municipality, ...imported, next: invite },
  }
}

const countsOf = (counts: ImportedPlaces['neighbourhoods'] | ImportedPlaces['addresses']) =>
  `${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.gone} gone`
