import { type CommandNeeds, CommandRefused } from '../../platform/command-line/command.ts'
import { allMunicipalities, municipalityByNisCode } from '../../registers/municipalities/without-pages.ts'

/** The municipality of that NIS code, or the only one there is; refuses with what to do when it is not plain. */
export async function municipalityMeant(owner: CommandNeeds['owner'], nis: string | undefined) {
  const all = nis === undefined ? await allMunicipalities(owner) : []
  const [only] = all.length === 1 ? all : [nis === undefined ? undefined : await municipalityByNisCode(owner, nis)]
  if (only) return only
  const sentence =
    nis === undefined
      ? 'Say for which municipality: --municipality NIS. See npx meernet municipality list.'
      : `There is no municipality ${nis} here yet: npx meernet import places makes one. With --dry-run the file is only read.`
  throw new CommandRefused('no-municipality', sentence)
}
