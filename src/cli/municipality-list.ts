import type { Command } from 'commander'
import type { RunCommand } from '../platform/command-line/command.ts'
import { allMunicipalities } from '../registers/municipalities/index.ts'

/** `municipality list`: the municipalities of this installation. */
export function addMunicipalityList(program: Command, run: RunCommand): void {
  const municipality = program.command('municipality').description('the municipalities of this installation')
  municipality
    .command('list')
    .description('list the municipalities by name')
    .action(() =>
      run(async ({ owner }) => {
        const municipalities = (await allMunicipalities(owner)).map(
          ({ id, nisCode, name, slug, jurisdiction, languages }) => ({
            id,
            nisCode,
            name,
            slug,
            jurisdiction,
            languages,
          }),
        )
        const lines = municipalities.map(
          ({ nisCode, name, slug, jurisdiction }) => `${nisCode}  ${name}  /in/${slug}  ${jurisdiction}`,
        )
        return { lines: lines.length > 0 ? lines : ['There is no municipality yet.'], json: { municipalities } }
      }),
    )
}
