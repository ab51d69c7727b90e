import { fileURLToPath } from 'node:url'
import { municipalityByNisCode } from '../../../src/registers/municipalities/index.ts'
import { doWaitingJobs, doWorkOfTheClock } from '../../support/jobs.ts'
import { type Person, personIn } from '../../support/person.ts'
import { moveClock } from '../../support/sign-in/sign-in.ts'
import { openWorld, type World } from '../../support/world.ts'

// Published data that lies beside the checkout: too large, and not ours, to keep in it.
const beside = (path: string) => fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url))
export const neighbourhoodFile = beside('geo/provincies-in-cijfers/ggw7.shp.zip')
export const addressFile = beside('population/best-addresses-seed-municipalities.csv.gz')

/** The people of the story by what they do; the invented names stand in `names`. */
export const names = {
  administrator: 'Greet Aerts',
  coordinator: 'Hilde Vandeput',
  visitor: 'Mia Claes',
  fellowVisitor: 'Jef Wouters',
  socialWorker: 'Sofie Lemmens',
  partner: 'Karel Nijs',
} as const
export type Part = keyof typeof names
export const emailOf = (part: Part) => `${part.toLowerCase()}@pelt.example`

/** What one step leaves for the next: who sits at which browser, and what was on paper or on a screen. */
export type Story = {
  readonly world: World
  readonly people: Record<Part, Person>
  /** Notes of what people read and need later: codes, paths, identifiers. */
  readonly noted: Map<string, string>
  /** A later moment: the work of the night is done and sessions have ended, so whoever is named signs in again. */
  laterOn(moment: string, ...parts: readonly Part[]): Promise<void>
}

/** Opens an installation without anything in it, on a Monday morning in October. */
export async function openStory(): Promise<Story> {
  const world = await openWorld({}, { sessions: 'real' })
  moveClock(world, '2026-10-05T07:00:00Z')
  const parts = Object.keys(names) as readonly Part[]
  const people = Object.fromEntries(parts.map((part) => [part, personIn(world)])) as Record<Part, Person>
  return {
    world,
    people,
    noted: new Map(),
    laterOn: async (moment, ...who) => {
      moveClock(world, moment)
      await doWaitingJobs(world)
      await doWorkOfTheClock(world, await municipalityId(world))
      for (const part of who) await people[part].signIn(emailOf(part))
    },
  }
}

/** Something written down before; refuses when nobody did. */
export function noted(story: Story, what: string): string {
  const text = story.noted.get(what)
  if (text === undefined) throw new Error(`Nobody noted "${what}".`)
  return text
}

async function municipalityId({ database }: World): Promise<string> {
  const pelt = await municipalityByNisCode(database.owner, '72043')
  return pelt?.id ?? ''
}
