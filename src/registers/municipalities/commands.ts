import type { Command } from 'commander'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { roles, secrecyStatuses, systemActor } from '../../platform/access/actor.ts'
import { CommandRefused, type RunCommand } from '../../platform/command-line/command.ts'
import { invite, type Offer } from '../../platform/identity/index.ts'
import { residentLanguages } from '../../platform/messages/index.ts'
import { createMunicipality, municipalityByNisCode } from './municipality-store.ts'
import { jurisdictionOf, newMunicipalityOf } from './new-municipality.ts'
import { zonesIn } from './zone-store.ts'

/** `municipality add` and `invite`: with these two a real installation begins. */
export function addIdentityCommands(program: Command, run: RunCommand): void {
  const known = program.commands.find((command) => command.name() === 'municipality')
  const municipality = known ?? program.command('municipality').description('the municipalities of this installation')
  municipality
    .command('add')
    .description('add a municipality, with its own data zone and that of its OCMW')
    .requiredOption('--nis <code>', 'NIS code, five digits')
    .requiredOption('--name <name>', 'its name')
    .option('--slug <slug>', 'its part of the address of the public site (default: its name)')
    .option('--jurisdiction <flanders|brussels>', 'which law holds (default: by the NIS code)')
    .option('--languages <codes>', 'languages residents read, the first one first: nl,fr,en,ar')
    .action((options) => run(({ owner }) => addMunicipality(owner, checked(municipalityOptions, options))))
  program
    .command('invite')
    .description('invite somebody by mail, such as the first administrator; prints the link too')
    .requiredOption('--municipality <nis>', 'NIS code of the municipality')
    .requiredOption('--email <address>', 'where the invitation goes')
    .option('--role <role>', roles.join(', '), 'administrator')
    .option('--zone <name>', 'name of the data zone (default: that of the municipality)')
    .option('--secrecy <status>', secrecyStatuses.join(', '), 'none')
    .option('--proof <paper>', 'which paper shows the secrecy status')
    .option('--review-on <day>', 'when the status is looked at again: 2027-03-01')
    .option('--address <url>', 'where people reach this installation (default: MEERNET_BASE_URL)')
    .action((options) => run((needs) => inviteBy(needs, checked(inviteOptions, options))))
}

const municipalityOptions = z.object({
  nis: z.string().regex(/^\d{5}$/, '--nis is five digits, such as 72043.'),
  name: z.string().min(1).max(120),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '--slug is small letters, digits and dashes.')
    .optional(),
  jurisdiction: z.enum(['flanders', 'brussels'], '--jurisdiction is flanders or brussels.').optional(),
  languages: z
    .string()
    .transform((text) => text.split(',').map((code) => code.trim()))
    .pipe(z.array(z.enum(residentLanguages, `--languages are some of ${residentLanguages.join(', ')}.`)).min(1))
    .optional(),
})

const inviteOptions = z
  .object({
    municipality: z.string(),
    email: z.email('--email is an e-mail address.'),
    role: z.enum(roles, `--role is one of ${roles.join(', ')}.`),
    zone: z.string().optional(),
    secrecy: z.enum(secrecyStatuses, `--secrecy is one of ${secrecyStatuses.join(', ')}.`),
    proof: z.string().max(200).optional(),
    reviewOn: z.iso.date('--review-on is a day such as 2027-03-01.').optional(),
    address: z
      .url('--address is a whole address such as https://meernet.example.')
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
  })
  .refine(({ secrecy, proof, reviewOn }) => secrecy === 'none' || (proof && reviewOn), {
    message: 'A secrecy status needs --proof and --review-on.',
  })

type Needs = Parameters<Parameters<RunCommand>[0]>[0]

async function addMunicipality(owner: Needs['owner'], options: z.output<typeof municipalityOptions>) {
  const { nis, name, slug, languages } = options
  if (await municipalityByNisCode(owner, nis))
    throw new CommandRefused('exists', `There is a municipality ${nis} already.`)
  const jurisdiction = options.jurisdiction ?? jurisdictionOf(nis)
  if (!jurisdiction) throw new CommandRefused('jurisdiction', `Say which law holds in ${nis}: --jurisdiction.`)
  const usual = await newMunicipalityOf(owner, nis, name, jurisdiction)
  const wanted = { ...usual, slug: slug ?? usual.slug, languages: languages ?? usual.languages }
  const id = await createMunicipality(owner, wanted)
  return { lines: [`${name} is added: /in/${wanted.slug}`], json: { id, ...wanted } }
}

async function inviteBy({ owner, transact, address: known }: Needs, options: z.output<typeof inviteOptions>) {
  const municipality = await municipalityByNisCode(owner, options.municipality)
  if (!municipality) throw new CommandRefused('unknown', `There is no municipality ${options.municipality}.`)
  const link = await transact(systemActor(municipality.id, 'command line'), async (tx) => {
    const zones = await zonesIn(tx)
    const zone = zones.find(({ kind, name }) => (options.zone ? name === options.zone : kind === 'municipality'))
    if (!zone) throw new CommandRefused('zone', `The zones are: ${zones.map(({ name }) => name).join(', ')}.`)
    const offer: Offer = {
      email: options.email,
      role: options.role,
      zoneId: zone.id,
      neighbourhoods: 'all',
      secrecy: options.secrecy,
      secrecyProof: options.secrecy === 'none' ? null : (options.proof ?? null),
      secrecyReviewOn: options.secrecy === 'none' ? null : (options.reviewOn ?? null),
    }
    const language = municipality.languages[0] === 'fr' ? 'fr' : 'nl'
    const address = options.address ?? known ?? 'http://localhost:3000'
    return invite(tx, offer, { id: uuidv7(), address, municipalityName: municipality.name, language })
  })
  return { lines: [`The invitation leaves by mail. Its link, valid for 7 days and once: ${link}`], json: { link } }
}

/** Options as typed, checked; the first mistake as a sentence. */
function checked<Schema extends z.ZodType>(schema: Schema, options: unknown): z.output<Schema> {
  const parsed = schema.safeParse(options)
  if (parsed.success) return parsed.data
  throw new CommandRefused('usage', parsed.error.issues[0]?.message ?? 'The options are not right.')
}
