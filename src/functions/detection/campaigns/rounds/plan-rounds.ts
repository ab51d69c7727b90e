/**
 * Splits the doors of a campaign over pairs of visitors, by street, so that walking stays short.
 *
 *   1. Each street is put in walking order; a long one is cut into pieces (street-walk.ts).
 *   2. All pieces become one tour (tour.ts), which is cut into rounds of nearly equal numbers of doors (sections.ts). Where the
 *      plain list of streets and numbers, cut into equal parts, is a shorter walk, that is taken.
 *   3. Each round goes to the pair with the fewest doors among those that refuse least of it; refused doors move to the nearest
 *      round of a pair that does not refuse them, or wait when every pair refuses.
 *   4. The doors of each round are ordered again, streets whole.
 *
 * Pure and without chance: the same doors and pairs give the same rounds.
 */
import { byNumber, type Door, metresAlong, metresBetween, stretchOf } from './door.ts'
import { sectionsOf } from './sections.ts'
import { piecesOf, walkStreet } from './street-walk.ts'
import { tourOf } from './tour.ts'

/** A pair and the doors one of the two would rather not visit. */
export type Team = { readonly id: string; readonly refusedDoorIds: ReadonlySet<string> }

/** A walk for one pair. */
export type PlannedRound = {
  readonly teamId: string
  /** In walking order. */
  readonly doors: readonly Door[]
  /** Length of the walk from the first door to the last, as the crow flies, rounded. */
  readonly metres: number
}

/** All walks, and what is left for nobody. */
export type RoundPlan = {
  readonly rounds: readonly PlannedRound[]
  /** Doors that every pair refuses. */
  readonly waiting: readonly Door[]
}

/** Plans rounds of about `doorsPerRound` doors. Without teams or doors there are no rounds and all doors wait. */
export function planRounds(doors: readonly Door[], teams: readonly Team[], doorsPerRound: number): RoundPlan {
  if (doors.length === 0 || teams.length === 0) return { rounds: [], waiting: doors }
  const listed = inFixedOrder(doors)
  const count = Math.ceil(doors.length / doorsPerRound)
  const sections = shorter(touredSections(listed, doorsPerRound, count), equalParts(listed, count))
  const { rounds, waiting } = moveRefusedDoors(giveToTeams(sections, teams))
  return {
    waiting,
    rounds: rounds
      .filter((round) => round.doors.length > 0)
      .map((round) => ({ teamId: round.team.id, ...walkRound(round.doors) })),
  }
}

/** Doors of one round in walking order, streets whole, with the length of the walk. */
export function walkRound(doors: readonly Door[]): Pick<PlannedRound, 'doors' | 'metres'> {
  if (doors.length === 0) return { doors, metres: 0 }
  const tour = tourOf(streetsAmong(doors).map(walkStreet)).flat()
  const list = inFixedOrder(doors)
  const walk = metresAlong(tour) <= metresAlong(list) ? tour : list
  return { doors: walk, metres: Math.round(metresAlong(walk)) }
}

type Sections = readonly (readonly Door[])[]

function touredSections(listed: readonly Door[], doorsPerRound: number, count: number): Sections {
  const atMost = Math.max(1, Math.ceil(doorsPerRound / 3))
  const pieces = streetsAmong(listed).flatMap((street) => piecesOf(street, atMost))
  return sectionsOf(tourOf(pieces), count).map((section) => section.flat())
}

function equalParts(listed: readonly Door[], count: number): Sections {
  const cut = (part: number) => Math.round((part * listed.length) / count)
  return Array.from({ length: count }, (_, part) => listed.slice(cut(part), cut(part + 1)))
}

function shorter(one: Sections, other: Sections): Sections {
  const metres = (sections: Sections) => sections.reduce((sum, doors) => sum + walkRound(doors).metres, 0)
  return metres(one) <= metres(other) ? one : other
}

/** So that the plan does not depend on the order in which doors were found. */
const inFixedOrder = (doors: readonly Door[]) =>
  doors.toSorted((one, other) =>
    stretchOf(one) < stretchOf(other) ? -1 : stretchOf(one) > stretchOf(other) ? 1 : byNumber(one, other),
  )

function streetsAmong(doors: readonly Door[]): readonly (readonly Door[])[] {
  return [...Map.groupBy(doors, stretchOf).values()]
}

type Given = { readonly team: Team; readonly doors: readonly Door[] }

function giveToTeams(rounds: readonly (readonly Door[])[], teams: readonly Team[]): readonly Given[] {
  const load = new Map(teams.map(({ id }) => [id, 0]))
  return rounds.map((doors) => {
    const cost = (team: Team) => [refusedAmong(doors, team).length, load.get(team.id) ?? 0] as const
    const team = teams.reduce((best, one) => (isLess(cost(one), cost(best)) ? one : best))
    load.set(team.id, (load.get(team.id) ?? 0) + doors.length)
    return { team, doors }
  })
}

function moveRefusedDoors(given: readonly Given[]): {
  readonly rounds: readonly Given[]
  readonly waiting: readonly Door[]
} {
  const kept = given.map(({ team, doors }) => ({ team, doors: doors.filter(({ id }) => !team.refusedDoorIds.has(id)) }))
  const waiting: Door[] = []
  for (const door of given.flatMap(({ team, doors }) => refusedAmong(doors, team))) {
    const willing = kept.filter(({ team }) => !team.refusedDoorIds.has(door.id))
    if (willing.length === 0) waiting.push(door)
    else {
      const nearest = willing.reduce((best, one) => (detour(door, one) < detour(door, best) ? one : best))
      nearest.doors.push(door)
    }
  }
  return { rounds: kept, waiting }
}

const refusedAmong = (doors: readonly Door[], { refusedDoorIds }: Team) =>
  doors.filter(({ id }) => refusedDoorIds.has(id))

/** Metres from a door to the nearest one of a round. */
const detour = (door: Door, { doors }: Given) =>
  doors.reduce((least, other) => Math.min(least, metresBetween(door, other)), Number.POSITIVE_INFINITY)

const isLess = (one: readonly [number, number], other: readonly [number, number]) =>
  one[0] < other[0] || (one[0] === other[0] && one[1] < other[1])
