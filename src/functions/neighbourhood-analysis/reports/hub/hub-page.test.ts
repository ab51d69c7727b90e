import { afterAll, beforeAll, expect, test } from 'vitest'
import { elementsOf, readMarkup, readText } from '../../../../../tests/support/markup.ts'
import { type Browser, makeMunicipality, makeStaff, openWorld, type World } from '../../../../../tests/support/world.ts'
import { analysisParts } from './analysis-parts.ts'

let world: World
let coordinator: Browser

beforeAll(async () => {
  world = await openWorld()
  coordinator = world.as(await makeStaff(world, await makeMunicipality(world), { role: 'coordinator' }))
})
afterAll(() => world.close())

const markupOf = async (path: string) => readMarkup(await (await coordinator.get(path)).text())

test.each(analysisParts)(
  'who follows the way to a part of the analysis arrives where it said ($name)',
  async ({ href }) => {
    const way = elementsOf(await markupOf('/analysis'), 'a').find(({ attributes }) => attributes.href === href)
    const [heading] = elementsOf(await markupOf(href), 'h1')
    expect(heading && readText(heading)).toMatch(/\w/)
    expect(way && readText(way)).toBe(heading && readText(heading))
  },
)
