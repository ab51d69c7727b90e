import { get } from 'node:http'
import type { Figure } from './figure.ts'

type RightsFiles = { readonly all: readonly string[]; readonly languages: Readonly<Record<string, readonly string[]>> }

/**
 * What the check of rights adds to the home-visit app, compressed: engine, rules and screens, with the words of the language that takes
 * most. The service worker keeps it after the app itself, in the languages of the municipality.
 */
export async function measureRightsWeight(address: string): Promise<readonly Figure[]> {
  const program = await (await fetch(`${address}/visits-worker.js`)).text()
  const files = JSON.parse(/const rightsFiles = (.*)/.exec(program)?.[1] ?? '{}') as RightsFiles
  const whole = await weightOf(address, files.all)
  const languages = await Promise.all(Object.values(files.languages).map((own) => weightOf(address, own)))
  return [
    {
      what: 'check of rights beside it, in the longest language',
      measured: (whole + Math.max(...languages)) / 1000,
      budget: 80,
      unit: 'kB',
    },
  ]
}

async function weightOf(address: string, files: readonly string[]): Promise<number> {
  const sizes = await Promise.all(files.map((file) => bytesOf(`${address}${file}`)))
  return sizes.reduce((sum, bytes) => sum + bytes, 0)
}

/** The bytes of a body as they travel: `fetch` would unpack them. */
function bytesOf(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0
      answer.on('data', (part: Buffer) => {
        bytes += part.length
      })
      answer.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}
