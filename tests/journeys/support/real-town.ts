import { meernet } from '../../support/command-line.ts'
import type { Journey } from './journey.ts'
import type { Looking, Person } from './person.ts'

/** A municipality as it really is, empty yet, with its first coordinator signed in. */
export async function coordinatorOf(
  journey: Journey,
  { nis, name }: { readonly nis: string; readonly name: string },
  looking: Looking = {},
): Promise<Person> {
  await meernet(journey.server.world, 'municipality', 'add', '--nis', nis, '--name', name, '--languages', 'nl,fr,en,ar')
  return colleagueIn(journey, nis, 'Kim Peeters', looking)
}

/** A coordinator of that municipality who takes up an invitation. */
export async function colleagueIn(journey: Journey, nis: string, name: string, looking: Looking = {}): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}.${nis}@test.example`
  const invited = ['--municipality', nis, '--role', 'coordinator', '--email', email]
  const { out } = await meernet(journey.server.world, 'invite', ...invited)
  const somebody = await journey.somebody(looking)
  await somebody.opens(/\/invitations\/\S+/.exec(out)?.[0] ?? '')
  await somebody.writes('Naam', name)
  await somebody.presses('Neem de uitnodiging aan')
  await somebody.page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
  return somebody
}

/** Sends a published map or table of areas, looks at what it holds and keeps it. */
export async function keepsAreas(person: Person, path: string, sees: string | RegExp): Promise<void> {
  await person.opens('/areas/new')
  await person.page.getByLabel('Bestand', { exact: true }).setInputFiles(path)
  await person.presses('Bekijk wat erin staat')
  await person.arrivesAt('Bekijk wat erin staat')
  await person.reads(sees)
  await person.presses('Bewaren')
  await person.reads('De gebieden zijn bewaard.')
}

/** Sends a published file of figures, looks at what it holds and keeps it. */
export async function keepsFigures(
  person: Person,
  path: string,
  period: string | undefined,
  sees: string | RegExp,
): Promise<void> {
  await person.opens('/analysis/figures/new')
  await person.page.getByLabel('Bestand', { exact: true }).setInputFiles(path)
  if (period !== undefined) {
    await person.page.getByText('Als het bestand iets niet zegt').click()
    await person.writes('Periode', period)
  }
  await person.presses('Bekijken wat erin staat')
  await person.arrivesAt('Bekijken wat erin staat')
  await person.reads(sees)
  await person.presses('Bewaren')
  await person.reads('De cijfers zijn bewaard.')
}
