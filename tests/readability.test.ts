import { readingEase, sentencesOf } from '@meernet/readability'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crawl } from './support/crawl.ts'
import { openDemoWorld } from './support/demo-world.ts'
import type { World } from './support/world.ts'

/**
 * What a resident reads in Dutch, page by page as it is served, must read as easily as most adults read: 60 or more by the
 * formula of Flesch and Douma. Sentences are measured as they stand on the page, headings and buttons among them.
 */
const least = 60
const home = '/in/netegem'

let world: World
beforeAll(async () => {
  world = await openDemoWorld()
})
afterAll(() => world.close())

test('every public page of a municipality reads easily in Dutch', async () => {
  const { pages } = await crawl(world.as(), [home, `${home}/opt-out`, `${home}/my-card`])
  const dutch = new Map([...pages].filter(([path, html]) => path.startsWith(home) && html.includes('<html lang="nl"')))
  expect(dutch.size).toBeGreaterThan(10)
  expect(hardPages(dutch)).toEqual([])
})

test('every page of the card reads easily in Dutch, also when something is wrong', async () => {
  const pages = await pagesOfTheCard()
  expect(pages.size).toBeGreaterThan(12)
  expect(hardPages(pages)).toEqual([])
})

/** The pages below the bar, each with its figure and its two hardest sentences. */
function hardPages(pages: ReadonlyMap<string, string>): readonly string[] {
  return [...pages].flatMap(([path, html]) => {
    const sentences = sentencesOn(html)
    const ease = readingEase(sentences)
    if (ease >= least) return []
    const hardest = sentences.filter(hasWords).sort((one, other) => readingEase([one]) - readingEase([other]))
    return [`${path}: ${ease.toFixed(1)} — ${hardest.slice(0, 2).join(' | ')}`]
  })
}

/** What stands in the main part of a page in its own language, cut where an element or a sentence ends. */
function sentencesOn(html: string): readonly string[] {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html
  const own = main.replace(/<(\w+)[^>]*\slang="(?!nl)[^"]*"[^>]*>[\s\S]*?<\/\1>/g, '')
  return own
    .replace(/<(svg|script|style|template)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<\/?(?:a|abbr|b|bdi|em|i|small|span|strong|time|wbr)\b[^>]*>/g, '')
    .split(/<[^>]+>/)
    .map((text) => text.replaceAll('&amp;', '&').replaceAll('&#39;', '’').replaceAll('&quot;', '"').trim())
    .flatMap(sentencesOf)
}

const hasWords = (sentence: string) => /\p{L}/u.test(sentence)

const answers = [
  ['who', { source: 'keyPerson' }],
  ['together', { together: 'yes' }],
  ['wish', { wish: 'Ik geraak niet meer alleen in de winkel.' }],
  ['contact', { name: 'Jeanne Vermeulen', phone: '011 00 00 12' }],
  ['reach', { reachWhen: 'in de voormiddag', language: 'nl' }],
  ['agreement', { mayTell: 'alles op dit kaartje', agrees: 'yes', toWhom: 'socialWorker' }],
  ['urgency', { urgency: 'ordinary' }],
  ['by', { filledInBy: 'Fatima van de bakker' }],
] as const

/** Each question as it is asked, and as it comes back when nothing was filled in; the check and the receipt. */
async function pagesOfTheCard(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>()
  const cookies = new Map<string, string>()
  const ask = async (path: string, form?: Record<string, string>) => {
    const answer = await world.app.web.request(`http://localhost${home}/card${path}`, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      ...(form && { body: new URLSearchParams(form).toString() }),
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'accept-language': 'nl',
        origin: 'http://localhost',
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    if (answer.status === 200 || answer.status === 422) pages.set(`${path} ${answer.status}`, await answer.text())
  }
  await ask('', {})
  await ask('/talk-first')
  for (const [step, form] of answers) {
    await ask(`/${step}`)
    await ask(`/${step}`, {})
    await ask(`/${step}`, form)
  }
  await ask('/check')
  world.setNow(new Date(world.now().getTime() + 60_000))
  await ask('/check', {})
  await ask('/receipt')
  return pages
}
