/**
 * Reading a file from elsewhere: each value is taken by its name, what is of the wrong kind is noted with its place and what was
 * expected, and what nobody took can be listed afterwards. Places are written as in `contents[0].organization.name`. `null`
 * counts as absent, for many publish it although the specification does not allow it.
 */
export type Source = {
  readonly path: string
  /** A text; numbers count, as spreadsheets write identifiers. Undefined when absent or empty. */
  text(name: string): string | undefined
  /** A text that must fit `check`; noted as a problem, expecting `expected`, when it does not. */
  checked(name: string, check: (text: string) => boolean, expected: string): string | undefined
  /** As `checked`, and noted as a problem when absent. */
  required(name: string, check: (text: string) => boolean, expected: string): string | undefined
  number(name: string): number | undefined
  /** Whether something stands there, taken or not. */
  has(name: string): boolean
  one(name: string): Source | undefined
  list(name: string): readonly Source[]
  /** Gives what was taken back to the list of what is left out. */
  leave(name: string): void
}

/** What is wrong in a file, and where. */
export type Problem = { readonly path: string; readonly expected: string }

/** What nobody took, by its place without numbers: `contents[].funding[].source`, and how often. */
export type LeftOut = { readonly path: string; readonly times: number }

/** A file being read; its content is `root.one('file')` or `root.list('file')`. */
export type Reading = {
  readonly root: Source
  readonly problems: Problem[]
  leftOut(): readonly LeftOut[]
}

/** At most so many problems are named: whoever sent the file corrects those first. */
const maxProblems = 50

/** Starts reading `value`, as JSON gave it. */
export function reading(value: unknown): Reading {
  const problems: Problem[] = []
  const taken = new Set<string>()
  const note = (path: string, expected: string) => {
    if (problems.length < maxProblems) problems.push({ path: withoutRoot(path), expected })
  }
  const at = (node: unknown, path: string): Source => sourceAt(node, path, { taken, note, at })
  return { root: at({ file: value }, ''), problems, leftOut: () => partsLeft(value, taken) }
}

type Sink = {
  readonly taken: Set<string>
  note(path: string, expected: string): void
  at(node: unknown, path: string): Source
}

function sourceAt(node: unknown, path: string, { taken, note, at }: Sink): Source {
  const fields = isObject(node) ? node : {}
  const placeOf = (name: string) => (path === '' ? name : `${path}.${name}`)
  const text = (name: string) => {
    const value = fields[name]
    const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    if (isAbsent(value)) return undefined
    taken.add(placeOf(name))
    if (!isText) note(placeOf(name), 'a text')
    return isText ? String(value).trim() || undefined : undefined
  }
  const checked = (name: string, check: (text: string) => boolean, expected: string) => {
    const value = text(name)
    if (value === undefined || check(value)) return value
    note(placeOf(name), expected)
    return undefined
  }
  return {
    path,
    text,
    checked,
    required: (name, check, expected) => {
      const value = checked(name, check, expected)
      if (value === undefined && text(name) === undefined) note(placeOf(name), expected)
      return value
    },
    number: (name) => {
      const value = text(name)
      if (value === undefined) return undefined
      const number = Number(value)
      if (!Number.isFinite(number)) note(placeOf(name), 'a number')
      return Number.isFinite(number) ? number : undefined
    },
    has: (name) => !isAbsent(fields[name]),
    one: (name) => {
      const value = fields[name]
      if (isAbsent(value)) return undefined
      if (!isObject(value)) {
        note(placeOf(name), 'an object')
        return undefined
      }
      return at(value, placeOf(name))
    },
    list: (name) => {
      const value = fields[name]
      if (isAbsent(value)) return []
      if (!Array.isArray(value)) {
        note(placeOf(name), 'a list')
        return []
      }
      return value.flatMap((item, place) => {
        const itemPath = `${placeOf(name)}[${place}]`
        if (isObject(item)) return [at(item, itemPath)]
        note(itemPath, 'an object')
        return []
      })
    },
    leave: (name) => void taken.delete(placeOf(name)),
  }
}

/**
 * What nobody took, the largest whole part at a time: `contents[].contacts[]`, not each of its fields. Identifiers only bind
 * parts together and are left aside.
 */
function partsLeft(value: unknown, taken: ReadonlySet<string>): readonly LeftOut[] {
  const times = new Map<string, number>()
  const count = (path: string) => {
    const pattern = withoutRoot(path).replace(/\[\d+\]/g, '[]')
    times.set(pattern, (times.get(pattern) ?? 0) + 1)
  }
  for (const path of leftIn(value, 'file', taken).paths) count(path)
  return [...times].map(([path, found]) => ({ path, times: found })).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Paths left within `node`; its own path alone when nothing within it was taken. */
function leftIn(
  node: unknown,
  path: string,
  taken: ReadonlySet<string>,
): { readonly paths: readonly string[]; readonly isTaken: boolean } {
  const children = Array.isArray(node)
    ? node.map((item, place) => leftIn(item, `${path}[${place}]`, taken))
    : isObject(node)
      ? Object.entries(node).map(([name, item]) => leftIn(item, `${path}.${name}`, taken))
      : undefined
  if (children === undefined) {
    const isEmpty = isAbsent(node) || node === '' || /(^|[._])id$/.test(path)
    return { paths: isEmpty || taken.has(path) ? [] : [path], isTaken: taken.has(path) }
  }
  const paths = children.flatMap((child) => child.paths)
  const isTaken = children.some((child) => child.isTaken)
  // Lists fall apart into their items, so that it shows how many there were.
  return { paths: isTaken || paths.length === 0 || Array.isArray(node) ? paths : [path], isTaken }
}

const withoutRoot = (path: string) => path.replace(/^file\.?/, '') || 'file'
const isAbsent = (value: unknown) => value === null || value === undefined
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
