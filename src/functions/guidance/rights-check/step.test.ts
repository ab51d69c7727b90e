import { belgium } from '@meernet/rights-belgium'
import { createCheck } from '@meernet/rights-engine'
import { describe, expect, test } from 'vitest'
import { type Place, placeKnownTo, type Sent, type Step, stepAfter } from './step.ts'

const check = createCheck(belgium)
const place: Place = { date: '2026-03-05', region: 'flanders', parameters: {} }
const following = (step: Step | null, sent: Sent) =>
  stepAfter(check, step ? { told: JSON.stringify(step.told), ...namesOf(step), ...sent } : sent, place)

function namesOf(step: Step): Sent {
  if (step.kind !== 'question') return {}
  return { page: step.page.id, asked: step.page.questions.map(({ name }) => name).join(' ') }
}

const alone = (age: string) => following(following(null, {}), { do: 'people', age })

describe('the check', () => {
  test('begins with who lives here, whatever is sent', () => {
    expect(following(null, { told: '{"persons": "everybody"}', do: 'next' })).toMatchObject({
      kind: 'people',
      problems: [],
    })
  })

  test('knows everybody by age and bond, without names', () => {
    const { told } = following(following(null, {}), {
      do: 'people',
      age: '40',
      partner: 'yes',
      partnerAge: '41',
      children: '3 en 8',
      others: '74',
    })
    expect(told.persons).toEqual([
      { id: 'p1', role: 'reference', age: 40 },
      { id: 'q1', role: 'partner', age: 41 },
      { id: 'k1', role: 'child', age: 3 },
      { id: 'k2', role: 'child', age: 8 },
      { id: 'a1', age: 74 },
    ])
  })

  test.each([
    [{ age: 'forty' }, 'age', 'age'],
    [{ age: '40', children: '45' }, 'children', 'family'],
    [{ age: '140' }, 'age', 'age'],
  ])('asks again where the ages cannot be: %j', (sent, field, problem) => {
    expect(following(following(null, {}), { do: 'people', ...sent })).toMatchObject({
      kind: 'people',
      sent,
      problems: [{ field, problem }],
    })
  })

  test('asks one thing a page and ends with what to ask for', () => {
    let step = alone('70')
    const seen: string[] = []
    while (step.kind === 'question') {
      seen.push(step.page.id)
      step = following(step, { do: 'next' })
    }
    expect(step.kind).toBe('results')
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(5)
  })

  test('shows what is known so far whenever somebody wants, and goes on from there', () => {
    const results = following(alone('70'), { do: 'show' })
    expect(results).toMatchObject({ kind: 'results', hasMore: true })
    expect(following(results, { do: 'goOn' }).kind).toBe('question')
  })

  test('refuses an answer that cannot be and keeps what was typed', () => {
    let step = alone('70')
    while (step.kind === 'question' && !step.page.questions.some(({ fact }) => fact.type === 'money'))
      step = following(step, { do: 'next' })
    const name = step.kind === 'question' ? (step.page.questions[0]?.name ?? '') : ''
    expect(following(step, { do: 'next', [name]: 'veel' })).toMatchObject({
      kind: 'question',
      sent: { [name]: 'veel' },
      problems: [{ field: name, problem: 'number' }],
    })
  })

  test('lets somebody change one answer', () => {
    const results = following(alone('70'), { do: 'show' })
    expect(following(results, { do: 'change person.age@p1' })).toMatchObject({
      kind: 'question',
      page: { questions: [{ id: 'person.age', of: 'p1' }] },
    })
  })

  test('goes on where the municipality entered what older rules on a phone have not heard of', () => {
    const [id = ''] = Object.keys(belgium.parameters).filter((one) => one.startsWith('municipality.'))
    const newer = { ...place, parameters: { [id]: 1, 'municipality.not-thought-of-yet': 1 } }
    expect(placeKnownTo(check, newer).parameters).toEqual({ [id]: 1 })
    const sent = { told: JSON.stringify(following(null, {}).told), do: 'people', age: '70' }
    expect(stepAfter(check, sent, placeKnownTo(check, newer)).kind).toBe('question')
  })
})
