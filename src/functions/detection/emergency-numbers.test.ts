import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality, makeStaff, openWorld, type World } from '../../../tests/support/world.ts'
import { emergencyLines } from './contract.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const jurisdictions = [
  ['flanders', 'Vlaamgem', '99201'],
  ['brussels', 'Brusselgem', '99202'],
] as const

test.each(jurisdictions)(
  'P24 the public form and the phone of a visitor in %s have the numbers of there',
  async (jurisdiction, name, nisCode) => {
    const place = await makeMunicipality(world, name, nisCode, jurisdiction)
    const form = await (await world.as().get(`/in/${place.slug}/card`)).text()
    const shown = [...form.matchAll(/<bdi dir="ltr">(.*?)<\/bdi>/g)].map(([, numbers = '']) => withoutTags(numbers))
    expect(shown).toEqual(emergencyLines[jurisdiction].map(({ numbers }) => numbers.join(' · ')))
    const visitor = await makeStaff(world, place, { role: 'visitor', secrecy: 'dutyOfDiscretion' })
    const answer = await (await world.as(visitor).get('/api/visits/rounds')).json()
    expect(answer).toMatchObject({ municipality: { jurisdiction } })
  },
)

test('everywhere somebody can call the emergency services, about violence, about suicide, or just to talk', () => {
  for (const lines of Object.values(emergencyLines))
    expect(lines.map(({ key, numbers }) => [key, numbers.length > 0])).toEqual([
      ['emergency', true],
      ['violence', true],
      ['suicide', true],
      ['talk', true],
    ])
})

const withoutTags = (html: string) => html.replace(/<[^>]+>/g, '')
