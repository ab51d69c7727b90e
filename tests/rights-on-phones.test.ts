import { belgium } from '@meernet/rights-belgium'
import { createCheck, type Model } from '@meernet/rights-engine'
import { describe, expect, test } from 'vitest'
import { apart, phoneLanguages } from '../scripts/rights-apart-from-words.ts'
import { withWords } from '../src/functions/guidance/rights-check/with-words.ts'

const { rules, words } = apart(belgium)
const onPhone = (language: string) => withWords(rules, words[language] ?? [], language) as Model

describe('the rules on a phone', () => {
  test('say the same of a household as the rules of the server, for every right', () => {
    const situation = {
      date: '2026-11-23',
      household: { region: 'flanders' },
      dwelling: { tenure: 'private_tenant' },
      persons: [
        { id: 'p1', role: 'reference', age: 34, net_income_month: 1400 },
        { id: 'k1', role: 'child', age: 6 },
      ],
    }
    const here = createCheck(belgium).outcomes(situation)
    expect(here.length).toBeGreaterThan(40)
    expect(createCheck(onPhone('ar')).outcomes(situation)).toEqual(here)
  })

  test.each(phoneLanguages)('speak %s in every place where the rules speak it', (language) => {
    const model = onPhone(language)
    for (const [id, { name, ask }] of Object.entries(belgium.rights)) {
      expect(model.rights[id]?.name).toEqual({ [language]: name[language] ?? name.nl })
      expect(model.rights[id]?.ask.body).toEqual({ [language]: ask.body[language] ?? ask.body.nl })
    }
  })

  test('hold no word themselves, so that six languages carry them once', () => {
    expect(JSON.stringify(rules)).not.toMatch(/"(nl|fr|en|ar|tr|uk)":/)
    expect(new Set(Object.values(words).map(({ length }) => length)).size).toBe(1)
  })

  test('bring no source and no note for reviewers along', () => {
    expect(JSON.stringify(rules)).not.toMatch(/"(sources?|note|whyMissed|chapter)":/)
  })
})
