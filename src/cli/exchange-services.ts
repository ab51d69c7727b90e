import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { uuidv7 } from 'uuidv7'
import { systemActor } from '../platform/access/actor.ts'
import {
  type CommandNeeds,
  CommandRefused,
  type CommandResult,
  type RunCommand,
} from '../platform/command-line/command.ts'
import { isLanguage, type Language, residentLanguages } from '../platform/messages/index.ts'
import { municipalityByNisCode } from '../registers/municipalities/index.ts'
import {
  carryOut,
  exportOffer,
  type ImportPlan,
  type LeftOut,
  planOfferImport,
  readOfferFile,
} from '../registers/organisations/index.ts'
import { groupOf } from './group.ts'
import { OfferFileRefused } from './offer-file-refused.ts'

type ImportOptions = { readonly municipality: string; readonly language: Language; readonly dryRun?: true }
type ExportOptions = { readonly municipality: string; readonly out?: string }

/** `import services` and `export services`: the service map as a file of Open Referral HSDS 3. */
export function addExchangeServices(program: Command, run: RunCommand): void {
  groupOf(program, 'import', 'load published data')
    .command('services')
    .description('load organisations and services; doing it again changes only what changed')
    .argument('<FILE>', 'JSON of HSDS 3, or a zip of its CSV tables')
    .addOption(formatOption())
    .requiredOption('--municipality <NIS>', 'NIS code of the municipality')
    .option('--language <CODE>', 'language of the texts, when the file does not say', language, 'nl')
    .option('--dry-run', 'say what would happen, and change nothing')
    .action((file: string, options: ImportOptions) => run((needs) => importServices(needs, file, options)))
  groupOf(program, 'export', 'write data for others')
    .command('services')
    .description('write organisations and services')
    .addOption(formatOption())
    .requiredOption('--municipality <NIS>', 'NIS code of the municipality')
    .option('--out <FILE>', 'where to write it; printed when absent')
    .action((options: ExportOptions) => run((needs) => exportServices(needs, options)))
}

async function importServices(needs: CommandNeeds, path: string, options: ImportOptions): Promise<CommandResult> {
  const { id } = await knownMunicipality(needs, options.municipality)
  const bytes = await readFile(path).catch(() => {
    throw new CommandRefused('file-missing', `${basename(path)} cannot be read; give the path of a file.`)
  })
  return needs.transact(systemActor(id, 'import services'), async (tx) => {
    const file = await readOfferFile(tx, bytes, options.language)
    if (file.kind === 'refused') throw new OfferFileRefused(basename(path), file.problems)
    const plan = await planOfferImport(tx, file.incoming)
    if (plan.problems.length > 0) throw new OfferFileRefused(basename(path), plan.problems)
    if (!options.dryRun) await carryOut(tx, plan, uuidv7())
    return resultOf(plan, file.leftOut, options.dryRun === true)
  })
}

async function exportServices(needs: CommandNeeds, { municipality, out }: ExportOptions): Promise<CommandResult> {
  const { id, name } = await knownMunicipality(needs, municipality)
  const offer = await needs.transact(systemActor(id, 'export services'), (tx) => exportOffer(tx, name))
  const text = JSON.stringify(offer, null, 2)
  if (out === undefined) return { lines: [text], json: offer }
  await writeFile(out, `${text}\n`)
  const counts = { services: offer.contents.length, organisationsWithoutServices: offer.organizations.length }
  return { lines: [`${counts.services} services written to ${out}.`], json: { ...counts, file: out } }
}

async function knownMunicipality({ owner }: CommandNeeds, nisCode: string) {
  const municipality = await municipalityByNisCode(owner, nisCode)
  if (municipality) return municipality
  throw new CommandRefused('unknown-municipality', `${nisCode} is not here. See npx meernet municipality list.`)
}

function resultOf(plan: ImportPlan, leftOut: readonly LeftOut[], isDryRun: boolean): CommandResult {
  const { organisations, services } = plan.counts
  return {
    lines: [
      ...(isDryRun ? ['Dry run: nothing was changed.'] : []),
      `Organisations: ${organisations.new} new, ${organisations.changed} changed, ${organisations.unchanged} unchanged.`,
      `Services: ${services.new} new, ${services.changed} changed, ${services.unchanged} unchanged.`,
      ...(leftOut.length > 0 ? ['Left out, for there is no place for it here:'] : []),
      ...leftOut.map(({ path, times }) => `  ${path} (${times}×)`),
    ],
    json: { dryRun: isDryRun, ...plan.counts, changes: plan.changes, leftOut },
  }
}

const formatOption = () => new Option('--format <FORMAT>', 'how it is written').choices(['hsds']).default('hsds')

function language(value: string): Language {
  if (isLanguage(value)) return value
  throw new InvalidArgumentError(`expected one of: ${residentLanguages.join(', ')}`)
}
