import { measureOf, signInAsCoordinator } from './answers.ts'
import type { Figure } from './figure.ts'
import { fillInbox } from './fill-inbox.ts'
import { startMeernet, stopMeernet } from './program.ts'

const signals = 50_000
const times = 60

const searches = {
  'a rare name': 'vermassen',
  'a rare name with a typing error': 'vermasen',
  'a word of the wish with a typing error': 'sterjdam',
  'a word that every third card has': 'iemand',
  'a frequent word with a typing error': 'iemnad',
  'two words': 'georgette kerkstraat',
}

/** The inbox of a municipality with 50,000 signals, of which 1,500 wait: lists, counts and searches as a coordinator reads them, 95th percentile. */
export async function measureInbox(varFolder: string): Promise<readonly Figure[]> {
  await fillInbox(varFolder, signals)
  const program = await startMeernet(varFolder)
  try {
    const cookie = await signInAsCoordinator(program.address)
    const figures: Figure[] = []
    const measure = async (what: string, path: string) => {
      const measured = await measureOf(times, async () => {
        const response = await fetch(program.address + path, { headers: { cookie }, redirect: 'manual' })
        await response.arrayBuffer()
        if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
      })
      figures.push({ what: `inbox with 50,000 signals, ${what}`, measured, budget: 50, unit: 'ms' })
    }
    await measure('what waits', '/inbox')
    await measure('all', '/inbox?state=all')
    await measure('closed', '/inbox?state=closed')
    await measure('closed, of one source, page 20', '/inbox?state=closed&source=partner&page=20')
    for (const [what, words] of Object.entries(searches))
      for (const state of ['open', 'all'])
        await measure(`${what}, ${state}`, await searchAddress(program.address, cookie, words, state))
    return figures
  } finally {
    await stopMeernet(program)
  }
}

/** Words travel sealed: the search says under which address they are found. */
export async function searchAddress(address: string, cookie: string, words: string, state: string): Promise<string> {
  const response = await fetch(`${address}/inbox/search`, {
    method: 'POST',
    body: new URLSearchParams({ words, filter: `/inbox?state=${state}` }),
    headers: { cookie, origin: address },
    redirect: 'manual',
  })
  return response.headers.get('location') ?? ''
}
