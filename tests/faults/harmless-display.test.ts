import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { withoutTurns } from '../../src/ui/index.ts'
import { elementsOf, readMarkup, readText } from '../support/markup.ts'
import { tricks } from '../support/strange-values.ts'
import { makeMunicipality, makeStaff, openWorld, type World } from '../support/world.ts'

let world: World
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  coordinator = await makeStaff(world, await makeMunicipality(world))
})
afterAll(() => world.close())

/** Those that fit in a name. */
const names = tricks.map((trick) => trick.toWellFormed()).filter((trick) => trick.length <= 80)

test('there is something harmful to type', () => {
  expect(names.length).toBeGreaterThan(15)
})

test('what would do something is recognised when it is not escaped', () => {
  const raw = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">',
    '<svg/onload=alert(1)>',
  ]
  expect(raw.filter((html) => dangersIn(html).length === 0)).toEqual([])
})

test.each(names)('typed as the name of a person, and shown as it was typed: %j', async (name) => {
  const id = uuidv7()
  const browser = world.as(coordinator)
  const made = await browser.post('/people', { id, givenName: name, preferredChannel: 'phone', language: 'nl' })
  expect(made.status).toBe(303)
  for (const path of [`/people/${id}`, `/people/${id}/contact`, '/people', '/cases/new']) await isHarmless(path)
  expect(await textOf(`/people/${id}`)).toContain(readText(typed(name)))
})

test.each(names)('typed as the name of an organisation, and shown as it was typed: %j', async (name) => {
  const id = uuidv7()
  const made = await world.as(coordinator).post('/organisations', { id, name, description: name, alternateName: name })
  expect(made.status).toBe(303)
  for (const path of [`/organisations/${id}`, `/organisations/${id}/edit`, '/organisations', '/services/new'])
    await isHarmless(path)
  expect(await textOf(`/organisations/${id}`)).toContain(readText(typed(name)))
})

test.each(names)('sent in a form that is refused, and shown again as it was typed: %j', async (name) => {
  const response = await world
    .as(coordinator)
    .post('/services', { id: uuidv7(), name, phone: name, descriptionNl: name })
  expect(response.status).toBe(422)
  expect(dangersIn(await response.text())).toEqual([])
})

async function isHarmless(path: string): Promise<void> {
  const response = await world.as(coordinator).get(path)
  expect([path, response.status]).toEqual([path, 200])
  expect([path, dangersIn(await response.text())]).toEqual([path, []])
}

async function textOf(path: string): Promise<string> {
  const [main] = elementsOf(readMarkup(await (await world.as(coordinator).get(path)).text()), 'main')
  return main ? readText(main) : ''
}

/** What a form keeps of it: control characters, signs that turn text around, and outer spaces go. */
const typed = (text: string) =>
  withoutTurns(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()

/** Tags that would do something: a handler in an attribute, a script inside, an address that is one. Our pages have none. */
function dangersIn(html: string): readonly string[] {
  return [...html.matchAll(/<[a-z][^\s>]*(?:\s+[^\s=>]+(?:="[^"]*")?)*[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter(
      (tag) =>
        /\son\w+\s*=/i.test(tag.replaceAll(/"[^"]*"/g, '""')) ||
        /(href|src|action)="\s*(javascript|data:text)/i.test(tag) ||
        /^<(script(?![^>]*\ssrc\b)|iframe|object|embed|svg[^>]*onload)/i.test(tag),
    )
}
