import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRightsWorld, type RightsWorld, told } from '../../../../tests/support/case-rights.ts'
import { makeCase } from '../../../../tests/support/guidance.ts'

let { world, lead, colleague, versionOf, keepForm, post, page } = {} as RightsWorld
beforeAll(async () => {
  ;({ world, lead, colleague, versionOf, keepForm, post, page } = await openRightsWorld())
})
afterAll(() => world.close())

describe('two days side by side', () => {
  test('show that somebody who turns 66 in March can ask the income guarantee then', async () => {
    const { caseId } = await makeCase(world, lead)
    const body = { told: JSON.stringify(told) }
    const march = await post(caseId, '/comparison', { ...body, on: '2027-03-10' })
    const text = await march.text()
    expect(march.status).toBe(200)
    expect(text).toContain('Inkomensgarantie voor ouderen')
    expect(text).toContain('U hebt de pensioenleeftijd')
    const eve = await (await post(caseId, '/comparison', { ...body, on: '2027-03-09' })).text()
    expect(eve).not.toContain('U hebt de pensioenleeftijd')
  })

  test('work from a kept check too, and from its page one press away', async () => {
    const { caseId } = await makeCase(world, lead)
    const form = await keepForm(caseId, { kept: 'everything' })
    await post(caseId, '/checks', form)
    expect(await page(caseId, `/checks/${form.id}`)).toContain('De persoon wordt 66: 10 maart 2027')
    const text = await (await post(caseId, '/comparison', { check: form.id, on: '2027-03-10' })).text()
    expect(text).toContain('U hebt de pensioenleeftijd')
  })

  test.each([
    ['', 'Geef een dag die bestaat'],
    ['2027-02-30', 'Geef een dag die bestaat'],
    ['1950-01-01', 'iemand was nog niet geboren'],
  ])('are refused with what was typed where the day cannot be: "%s"', async (on, shown) => {
    const { caseId } = await makeCase(world, lead)
    const answer = await post(caseId, '/comparison', { told: JSON.stringify(told), on })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(shown)
  })

  test('take what the municipality decided itself, each on its own day', async () => {
    const { caseId } = await makeCase(world, lead)
    const premium = { id: uuidv7(), kind: 'amount', amount: '40,50', validFrom: '2027-01-01', source: 'reglement' }
    expect((await world.as(colleague).post('/local-rights/mantelzorgpremie', premium)).status).toBe(303)
    const carer = { ...told, persons: told.persons.map((one) => ({ ...one, daily_help_needed: 'much' })) }
    const rows = async (on: string) => {
      const text = await (await post(caseId, '/comparison', { told: JSON.stringify(carer), on })).text()
      return text.split('<tr').filter((row) => row.includes('Mantelzorgpremie'))
    }
    expect((await rows('2027-01-01')).join()).toContain('40,50')
    expect(await rows('2026-12-31')).toEqual([])
  })

  test('are not found without answers', async () => {
    const { caseId } = await makeCase(world, lead)
    expect((await post(caseId, '/comparison', { on: '2027-03-10' })).status).toBe(404)
    expect((await post(caseId, '/comparison', { check: uuidv7(), on: '2027-03-10' })).status).toBe(404)
  })
})

describe('two situations', () => {
  test('of the history stand side by side as they came out then, the older first', async () => {
    const { caseId } = await makeCase(world, lead)
    const before = await keepForm(caseId)
    await post(caseId, '/checks', before)
    const richer = { ...told, persons: told.persons.map((one) => ({ ...one, net_income_month: 4000 })) }
    const after = await keepForm(caseId, { told: JSON.stringify(richer) })
    await post(caseId, '/checks', after)
    const text = await (await post(caseId, '/comparison', { first: after.id, second: before.id })).text()
    expect(text).toContain('Twee verkenningen naast elkaar')
    expect(text).toContain('minder waarschijnlijk')
    const same = await post(caseId, '/comparison', { first: before.id, second: before.id })
    expect(same.status).toBe(422)
    expect(await same.text()).toContain('Kies twee verschillende verkenningen')
  })

  test('show what differs from the kept answers while one is changed, without changing the case', async () => {
    const { caseId } = await makeCase(world, lead)
    const form = await keepForm(caseId, { kept: 'everything' })
    await post(caseId, '/checks', form)
    const begun = await page(caseId, `/questions?base=${form.id}`)
    expect(begun).toContain('Verschil met de bewaarde antwoorden')
    expect(begun).toContain('Geen enkel recht staat anders')
    const together = { told: JSON.stringify(told), do: 'household', comes: 'partner', comesBorn: '60' }
    const version = await versionOf(caseId)
    const changed = await (await post(caseId, `/questions?base=${form.id}`, together)).text()
    expect(changed).toContain('met de bewaarde antwoorden')
    expect(changed).toContain('de partner')
    expect(await versionOf(caseId)).toBe(version)
  })
})

describe('a check that is not kept', () => {
  test('shows what one other answer makes, from wherever somebody compares', async () => {
    const { caseId } = await makeCase(world, lead)
    const was = JSON.stringify(told)
    const marked = await (await post(caseId, '/questions', { told: was, was, do: 'show' })).text()
    expect(marked).toContain('Geen enkel recht staat anders')
    const asked = 'person.net_income_month@p1'
    const changing = await (await post(caseId, '/questions', { told: was, was, do: `change ${asked}` })).text()
    expect(changing.match(/name="was"/g)).toHaveLength(1)
    const changed = { told: was, was, page: 'person.net_income_month', asked, [asked]: '4000', do: 'show' }
    const text = await (await post(caseId, '/questions', changed)).text()
    expect(text).toContain('voor de verandering')
    expect(text).toMatch(/Leefloon[\s\S]*past bij de antwoorden[\s\S]*minder waarschijnlijk/)
  })

  test('compares with nothing that cannot be', async () => {
    const { caseId } = await makeCase(world, lead)
    for (const was of ['<script>', JSON.stringify({ ...told, persons: [{ id: 'p1', shoe: 42 }] })]) {
      const answer = await post(caseId, '/questions', { told: JSON.stringify(told), was, do: 'show' })
      expect(answer.status).toBe(200)
      expect(await answer.text()).not.toContain('name="was" value="&lt;')
    }
  })
})
