import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const sources = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file))
/** Programs of the browser: they ask their own server only, which the content security policy guards. */
const isOfBrowser = (file: string) =>
  /^src\/(browser|home-visit)\//.test(file) || /\.island\.tsx$/.test(file) || hooksOfIslands.includes(file)
/** What an island asks with: nobody else may load it. */
const hooksOfIslands: readonly string[] = ['src/registers/places/drawn/use-outcome.ts']

/** Asks the municipality's own provider who of its staff signs in: nothing of a resident goes there or comes back. */
const aboutStaffOnly = 'src/platform/identity/providers/provider-client.ts'
/** Asks at the address of the installation itself whether it is there; nothing goes along. */
const ofItself = 'src/platform/doctor/reach.ts'

test('P4 P10 the server asks nothing of another body: no exchange exists that would need a protocol', () => {
  const asks = /\bfetch\(|\bcreateConnection\(|\b(https?|net|tls|axios|got|undici)\.(get|request|post|connect)\(/
  const server = sources.filter((file) => !isOfBrowser(file))
  expect(server.length).toBeGreaterThan(300)
  const opening = server.filter((file) => asks.test(readFileSync(file, 'utf8')))
  expect(opening.toSorted()).toEqual([ofItself, aboutStaffOnly])
})

test('P4 P10 the programs of the browser ask their own server only', () => {
  const far = sources.filter((file) => isOfBrowser(file) && /fetch\(\s*['"`]https?:/.test(readFileSync(file, 'utf8')))
  expect(far).toEqual([])
})

test('only programs of the browser load what islands ask with', () => {
  const names = hooksOfIslands.map((hook) => hook.split('/').at(-1) ?? '')
  const loaders = sources.filter((file) => names.some((name) => readFileSync(file, 'utf8').includes(`/${name}'`)))
  expect(loaders.length).toBeGreaterThan(0)
  expect(loaders.filter((file) => !isOfBrowser(file))).toEqual([])
})
