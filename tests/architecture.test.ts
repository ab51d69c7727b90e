import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

/**
 * Which layer may import which: the first path that fits decides. Read as: files under `layer` may import from `may`, and
 * from their own layer. Everybody may use libraries and packages.
 */
const layers: readonly { readonly layer: string; readonly may: readonly string[] }[] = [
  { layer: 'src/browser/', may: ['src/ui/', '*.island.tsx', '*/contract.ts'] },
  { layer: 'src/home-visit/', may: ['src/ui/', '*/contract.ts', '*/messages/*.json'] },
  { layer: 'src/ui/', may: [] },
  { layer: 'src/platform/', may: ['src/ui/'] },
  { layer: 'src/registers/', may: ['src/platform/', 'src/ui/'] },
  { layer: 'src/functions/', may: ['src/registers/', 'src/platform/', 'src/ui/'] },
  { layer: 'src/direction/', may: ['src/functions/', 'src/registers/', 'src/platform/', 'src/ui/'] },
  { layer: 'src/', may: ['src/'] },
  { layer: 'libraries/', may: [] },
]

/** Direct calls between functions, each with its reason. Keep it short: a shared fact belongs in a register, a notice is an event. */
const allowedBetweenFunctions: readonly string[] = []

const files = globSync('{src,libraries}/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file))
const imports = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => ({
    file,
    to: to.startsWith('.') ? normalize(join(dirname(file), to)) : to,
    isPackage: !to.startsWith('.'),
  })),
)

test('there are files and imports to look at', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(imports.length).toBeGreaterThan(100)
})

test('imports point one way: app, direction, functions, registers, platform, ui', () => {
  const wrong = imports.filter(({ file, to, isPackage }) => !isPackage && !isAllowed(file, to))
  expect(wrong.map(({ file, to }) => `${file} → ${to}`)).toEqual([])
})

test('a module is entered by its door: index.ts on the server, contract.ts from a browser program', () => {
  const wrong = imports.filter(
    ({ file, to, isPackage }) => !isPackage && isModule(to) && moduleOf(file) !== moduleOf(to) && !isDoor(file, to),
  )
  expect(wrong.map(({ file, to }) => `${file} → ${to}`)).toEqual([])
})

test('functions do not call each other', () => {
  const wrong = imports
    .filter(({ file, to }) => functionOf(file) && functionOf(to) && functionOf(file) !== functionOf(to))
    .map(({ file, to }) => `${functionOf(file)} → ${functionOf(to)} (${file})`)
    .filter((edge) => !allowedBetweenFunctions.includes(edge))
  expect(wrong).toEqual([])
})

test('what a command without pages loads has no page in it, and not the sentences of all languages', () => {
  const doors = files.filter((file) => file.endsWith('/without-pages.ts'))
  expect(doors.length).toBeGreaterThan(0)
  const loaded = reachedFrom(doors)
  expect(loaded.filter((file) => file.endsWith('.tsx') || file.endsWith('messages/catalogue.ts'))).toEqual([])
})

test('libraries know nothing of the program, of a machine or of each other but what is said', () => {
  const wrong = imports.filter(
    ({ file, to, isPackage }) => file.startsWith('libraries/') && isPackage && !to.startsWith('@meernet/'),
  )
  expect(wrong).toEqual([])
})

test('no circle of imports', () => {
  const graph = Map.groupBy(
    imports.filter(({ isPackage }) => !isPackage),
    ({ file }) => file,
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (done.has(file) || path.includes(file)) return
    for (const { to } of graph.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})

test('only a store mentions tables', () => {
  const queries = /\b(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/
  const wrong = files.filter(
    (file) =>
      /^src\/(functions|registers|direction)\//.test(file) &&
      !/-store\.tsx?$/.test(file) &&
      !/demo/.test(file) &&
      queries.test(readFileSync(file, 'utf8')),
  )
  expect(wrong).toEqual([])
})

test('rules read no clock and no chance', () => {
  const pure = files.filter((file) => file.startsWith('libraries/'))
  const wrong = pure.filter((file) =>
    /\b(Date\.now|new Date\(\)|Math\.random|performance\.now)\b/.test(readFileSync(file, 'utf8')),
  )
  expect(pure.length).toBeGreaterThan(0)
  expect(wrong).toEqual([])
})

test('only configuration reads the environment', () => {
  const wrong = files.filter(
    (file) => !file.startsWith('src/platform/config/') && /process\.env\b/.test(readFileSync(file, 'utf8')),
  )
  expect(wrong).toEqual([])
})

test('no file is called after nothing: utils, helpers, misc, common, manager', () => {
  expect(files.filter((file) => /(^|[/.-])(utils?|helpers?|misc|common|managers?)([/.-]|$)/.test(file))).toEqual([])
})

test('classes live in the component kit only, and nothing is styled inline', () => {
  const pages = files.filter((file) => file.endsWith('.tsx') && !file.startsWith('src/ui/'))
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.filter((file) => /\s(class|className|style)=/.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('every decision in the code is a file a person can read: none is over 400 lines', () => {
  const long = files.filter(
    (file) => !file.includes('/generated/') && readFileSync(file, 'utf8').split('\n').length > 400,
  )
  expect(long).toEqual([])
})

function isAllowed(file: string, to: string): boolean {
  const rule = layers.find(({ layer }) => file.startsWith(layer))
  if (!rule || to.startsWith(rule.layer)) return rule !== undefined
  return rule.may.some((pattern) => (pattern.startsWith('*') ? fits(to, pattern) : to.startsWith(pattern)))
}

function fits(path: string, pattern: string): boolean {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path)
}

/** All files that loading these loads; what is imported for its types alone is not loaded. */
function reachedFrom(doors: readonly string[]): readonly string[] {
  const loaded = new Set(doors)
  for (const file of loaded)
    for (const [, to = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import(?! type)|export(?! type)) [^'()=]*?from '(\.[^']+)'/gms,
    ))
      loaded.add(normalize(join(dirname(file), to)))
  return [...loaded]
}

const isModule = (path: string) => /^src\/(functions|registers|direction)\//.test(path)
const moduleOf = (path: string) => path.match(/^src\/(?:functions|registers|direction)\/[^/]+/)?.[0]
const functionOf = (path: string) => path.match(/^src\/functions\/([^/]+)/)?.[1]
function isDoor(file: string, to: string): boolean {
  const inside = to.slice((moduleOf(to) ?? '').length + 1)
  if (file.startsWith('src/browser/') || file.startsWith('src/home-visit/'))
    return /(^|\/)contract\.ts$|\.island\.tsx$|messages\//.test(inside)
  return ['index.ts', 'without-pages.ts', 'contract.ts'].includes(inside)
}
