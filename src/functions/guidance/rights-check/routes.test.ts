import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeMunicipality, openWorld, type TestMunicipality, type World } from '../../../../tests/support/world.ts'

let world: World
let here: TestMunicipality
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
})
afterAll(() => world.close())

const situation = (facts: object) => ({ id: 'a1', date: '2026-03-05', facts })
const ask = async (body: unknown) => {
  const response = await world.as().postJson('/api/rights/check', body)
  return {
    status: response.status,
    headers: response.headers,
    answer: (await response.json()) as Record<string, unknown>,
  }
}

describe('the check for other programs', () => {
  const facts = {
    household: { region: 'flanders' },
    dwelling: { tenure: 'private_tenant' },
    persons: [{ id: 'p1', role: 'reference', age: 70, net_income_month: 1100 }],
  }

  test('answers one situation, asks for no account, and may not be kept', async () => {
    const { status, headers, answer } = await ask(situation(facts))
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(answer.id).toBe('a1')
    expect(answer.outcomes).toContainEqual(
      expect.objectContaining({
        right: 'igo',
        subject: 'p1',
        status: 'possible',
        amount: expect.objectContaining({ max: 1653.55 }),
      }),
    )
  })

  test.each([
    [{ ...facts, persons: [{ id: 'p1', age: -1 }] }, 'out_of_bounds', 'persons[0].age'],
    [{ ...facts, persons: [{ id: 'p1', shoes: 42 }] }, 'unknown_fact', 'persons[0].shoes'],
  ])('refuses what cannot be with the place: %j', async (wrong, code, path) => {
    expect(await ask(situation(wrong))).toMatchObject({ status: 422, answer: { id: 'a1', error: { code, path } } })
  })

  test('refuses a body that is no JSON', async () => {
    const response = await world.as().post('/api/rights/check', { told: 'x' })
    expect(response.status).toBe(400)
  })
})

describe('the check without script', () => {
  const questions = () => `/in/${here.slug}/rights-check/questions`

  test('goes from page to page with what was told in the form, and sets no cookie', async () => {
    const first = await (await world.as().get(questions())).text()
    expect(first).toContain('Wie woont er bij u?')
    const told = JSON.stringify({ household: { region: 'flanders' }, dwelling: {}, persons: [], skipped: [] })
    const next = await world.as().post(questions(), { told, do: 'people', age: '70' })
    expect(next.status).toBe(200)
    expect(next.headers.get('set-cookie')).toBeNull()
    expect(await next.text()).toContain('name="asked"')
  })

  test('shows the page again with the error when an answer cannot be', async () => {
    const told = JSON.stringify({ household: { region: 'flanders' }, dwelling: {}, persons: [], skipped: [] })
    const again = await world.as().post(questions(), { told, do: 'people', age: 'oud' })
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('value="oud"')
  })

  test('tells of what does not seem to fit why not, in the language of the reader', async () => {
    const persons = [{ id: 'p1', role: 'reference', age: 40 }]
    const told = JSON.stringify({ household: { region: 'flanders' }, dwelling: {}, persons, skipped: [] })
    const results = async (language: string) =>
      (await world.as().post(`${questions()}?lang=${language}`, { told, do: 'show' })).text()
    expect(await results('nl')).toContain('U hebt de pensioenleeftijd nog niet.')
    expect(await results('uk')).toContain('Ви ще не досягли пенсійного віку.')
  })

  test('begins again when what came back was written by somebody else', async () => {
    const again = await world.as().post(questions(), { told: '<script>', do: 'next' })
    expect(await again.text()).toContain('Wie woont er bij u?')
  })
})

describe('what a phone needs to know for a check at a door', () => {
  test('is public, says nothing of a person, and leads to no page of the site', async () => {
    const response = await world.as().get(`/in/${here.slug}/rights-check/place.json`)
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(JSON.parse(text)).toEqual({
      region: 'flanders',
      parameters: {},
      contacts: {},
      languages: ['nl', 'fr', 'en', 'ar', 'tr', 'uk'],
    })
    expect(text).not.toContain('/in/')
  })
})
