import { nameLikenessIn } from './name-likeness.ts'
import { nameWords } from './name-words.ts'
import { trigramsOf } from './word-likeness.ts'

/** An organisation as it stands in a register. */
export type Listed = {
  readonly id: string
  /** Its name and other names for it. */
  readonly names: readonly string[]
  /** Number in a register that gives each organisation one, digits only; null when unknown. */
  readonly number: string | null
  /** Where one reaches it, each made comparable by the caller: telephone digits, address, web address, mailbox. */
  readonly contacts: readonly string[]
}

/** Two that may be one. `likeness` is that of their names; `reasons` say what a person should look at. */
export type Alike = {
  readonly first: string
  readonly second: string
  readonly likeness: number
  readonly reasons: readonly ('number' | 'name' | 'contact')[]
}

/**
 * Likeness of names from which two are shown; chosen on one half of the pairs of the Flemish register of associations and
 * measured on the other, see bench/results.md.
 */
export const alikeFrom = 0.62
/** The same when they also share a telephone number, address, website or mailbox: a club house has many clubs. */
export const alikeWithContactFrom = 0.5

/** Words, beginnings and contacts that more than so many share tell nothing and would make every pair a candidate. */
const largestBlock = 60

/**
 * Pairs that may be one organisation, most alike first. Only those are compared that share a number, a contact, all words of a
 * name, or two trigrams few have (blocking), so the work grows with the register and not with its square. Two with different
 * numbers are two, whatever their names.
 */
export function findAlike(register: readonly Listed[], { places = [] }: { readonly places?: readonly string[] } = {}) {
  const likeness = nameLikenessIn(
    register.flatMap(({ names }) => names),
    places,
  )
  return candidatesIn(register)
    .flatMap(([first, second]) => comparison(first, second, likeness) ?? [])
    .sort((a, b) => rankOf(b) - rankOf(a) || (a.first < b.first ? -1 : 1))
}

/** One number is nearly certain; a shared contact says something, but less than a name that is quite the same. */
function rankOf({ likeness, reasons }: Alike): number {
  return likeness + (reasons.includes('number') ? 1 : 0) + (reasons.includes('contact') ? 0.2 : 0)
}

function comparison(
  first: Listed,
  second: Listed,
  likeness: (one: string, other: string) => number,
): Alike | undefined {
  const isSameNumber = first.number !== null && first.number === second.number
  if (!isSameNumber && first.number !== null && second.number !== null) return undefined
  const ofNames = Math.max(...first.names.flatMap((one) => second.names.map((other) => likeness(one, other))))
  const isContactShared = first.contacts.some((contact) => second.contacts.includes(contact))
  const isNameAlike = ofNames >= (isContactShared ? alikeWithContactFrom : alikeFrom)
  if (!isSameNumber && !isNameAlike) return undefined
  const [one, other] = [first.id, second.id].sort()
  return {
    first: one ?? first.id,
    second: other ?? second.id,
    likeness: ofNames,
    reasons: [
      ...(isSameNumber ? (['number'] as const) : []),
      ...(isNameAlike ? (['name'] as const) : []),
      ...(isContactShared ? (['contact'] as const) : []),
    ],
  }
}

/** Pairs worth comparing, each once. */
export function candidatesIn(register: readonly Listed[]): readonly (readonly [Listed, Listed])[] {
  const blocks = new Map<string, { readonly worth: number; readonly members: number[] }>()
  register.forEach((one, place) => {
    for (const [key, worth] of keysOf(one)) {
      const block = blocks.get(key) ?? { worth, members: [] }
      block.members.push(place)
      blocks.set(key, block)
    }
  })
  const shared = new Map<number, number>()
  for (const { worth, members } of blocks.values()) {
    if (members.length > largestBlock) continue
    members.forEach((first, at) => {
      for (const second of members.slice(at + 1)) {
        const pair = first * register.length + second
        shared.set(pair, (shared.get(pair) ?? 0) + worth)
      }
    })
  }
  return [...shared].flatMap(([pair, worth]) => {
    const [first, second] = [register[Math.floor(pair / register.length)], register[pair % register.length]]
    return worth >= enough && first && second ? [[first, second] as const] : []
  })
}

const enough = 2

/** What brings two together, and how much it is worth: one strong key is enough, of trigrams it takes two. */
function keysOf({ names, number, contacts }: Listed): ReadonlyMap<string, number> {
  const words = names.map(nameWords)
  return new Map([
    ...words.flatMap((own) => own.flatMap((word) => [...trigramsOf(word)])).map((part) => [`t${part}`, 1] as const),
    ...words.map((own) => [`n${own.toSorted().join('')}`, enough] as const),
    ...contacts.map((contact) => [`c${contact}`, enough] as const),
    ...(number === null ? [] : [[`#${number}`, enough] as const]),
  ])
}
