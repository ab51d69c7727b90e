import fc from 'fast-check'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { fieldsOfSchema, type NamedSchema } from './form-schemas.ts'
import { type FoundForm, lookAround, type Netegem, routeOf } from './netegem.ts'
import { strangeText } from './strange-values.ts'

/** A form or page of one route as somebody could ask for it: filled in as it should be. */
export type Target = {
  readonly route: string
  readonly who: StaffActor | undefined
  readonly path: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** What is known of Netegem by looking around: forms, addresses, and for each name of a field what fits in it. */
export type Known = {
  readonly forms: readonly FoundForm[]
  readonly paths: readonly string[]
  /** An address of every route that was met. */
  readonly met: ReadonlyMap<string, string>
  readonly fitting: ReadonlyMap<string, readonly string[]>
}

/** Looks around as each of `people` and as a passer-by. */
export async function lookEverywhere(
  netegem: Netegem,
  people: readonly StaffActor[],
  schemas: readonly NamedSchema[],
): Promise<Known> {
  const looked = []
  for (const who of [...people, undefined]) looked.push(await lookAround(netegem, who))
  const forms = looked.flatMap((look) => look.forms)
  const fields = [...schemas.flatMap(({ schema }) => [...fieldsOfSchema(schema)]), ...forms.flatMap(valuesIn)]
  const fitting = Map.groupBy(fields, ([name]) => name)
  const asked = looked.flatMap(({ pages }) => [...pages.keys()])
  const pathOnly = (path: string) => path.split(/[?#]/)[0] ?? ''
  return {
    forms,
    paths: [...new Set([...asked, ...forms.map(({ action }) => action)])],
    met: new Map([
      ...asked.map((path) => [routeOf(netegem.world.app.web, 'GET', pathOnly(path)) ?? '', pathOnly(path)] as const),
      ...forms.map(({ route, action }) => [route, pathOnly(action)] as const),
    ]),
    fitting: new Map([...fitting].map(([name, found]) => [name, [...new Set(found.flatMap(([, values]) => values))]])),
  }
}

const valuesIn = ({ fields }: FoundForm) => fields.map(([name, value]) => [name, value ? [value] : []] as const)

/** Forms to send to a route: those found on pages, or else every field there is, as those of `people` who are let in, or a passer-by. */
export async function targetsOf(
  { world }: Netegem,
  known: Known,
  route: string,
  people: readonly StaffActor[],
): Promise<readonly Target[]> {
  const found = known.forms.filter((form) => form.route === route)
  if (found.length > 0)
    return found.slice(0, 3).map(({ who, action, fields }) => ({ route, who, path: action, fields }))
  const path = pathFor(known, route)
  const fields = [...known.fitting].map(([name, [first = '']]) => [name, first] as const)
  const targets = []
  for (const who of [...people, undefined]) {
    const { status, headers } = await world.as(who).post(path, {})
    if (status !== 403 && !headers.get('location')?.startsWith('/sign-in')) targets.push({ route, who, path, fields })
  }
  return targets.length > 0 ? targets : [{ route, who: undefined, path, fields }]
}

/** An address of a route: one that was met, or else with identifiers from the addresses that share its beginning. */
export function pathFor({ paths, met }: Pick<Known, 'paths' | 'met'>, route: string): string {
  const known = met.get(route)
  if (known) return known
  const wanted = route.split('/')
  const alike = paths
    .map((path) => path.split(/[?#]/)[0]?.split('/') ?? [])
    .map((parts) => ({ parts, shared: wanted.findIndex((part, at) => !fits(part, parts[at])) }))
    .sort((a, b) => length(b.shared, wanted) - length(a.shared, wanted))[0]
  return wanted.map((part, at) => (part.startsWith(':') ? (alike?.parts[at] ?? unknownIn(part)) : part)).join('/')
}

const uuid = /^[0-9a-f-]{36}$/
const fits = (wanted: string, part: string | undefined) =>
  wanted === part || (wanted.startsWith(':') && part !== undefined && (wanted === ':municipality' || uuid.test(part)))
const length = (shared: number, wanted: readonly string[]) => (shared === -1 ? wanted.length : shared)
const unknownIn = (part: string) => (part === ':municipality' ? 'netegem' : '01900000-0000-7000-8000-000000000001')

/** How strangely a form is filled in: which of its fields, and with what. */
export type Strangeness = {
  readonly target: number
  readonly chance: number
  readonly rolls: readonly number[]
  readonly texts: readonly string[]
}

/** `count` ways to fill in a form, the same ones for the same seed. */
export function strangenesses(seed: number, count: number): readonly Strangeness[] {
  const share = fc.integer({ min: 0, max: 99 })
  const arbitrary = fc.record({
    target: fc.nat({ max: 999 }),
    chance: fc.constantFrom(0, 5, 10, 25, 60),
    rolls: fc.array(share, { minLength: 23, maxLength: 23 }),
    texts: fc.array(strangeText, { minLength: 7, maxLength: 7 }),
  })
  return fc.sample(arbitrary, { numRuns: count, seed })
}

/** The fields of a form filled in: some strangely, some with what fits there, the rest as it was. */
export function filledStrangely(
  { fields }: Target,
  { chance, rolls, texts }: Strangeness,
  fitting: Known['fitting'],
): Record<string, string[]> {
  const form: Record<string, string[]> = {}
  for (const [at, [name, value]] of fields.entries()) {
    const roll = rolls[at % rolls.length] ?? 0
    const good = fitting.get(name) ?? []
    const other = good[(roll + at) % Math.max(1, good.length)] ?? 'Iets anders'
    const typed = roll < chance ? (texts[(roll + at) % texts.length] ?? '') : roll > 80 ? other : value || other
    form[name] = [...(form[name] ?? []), typed]
  }
  return form
}
