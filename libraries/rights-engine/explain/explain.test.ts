import { describe, expect, test } from 'vitest'
import { parse } from '../language/parse.ts'
import type { Model } from '../model.ts'
import { sentenceOf } from './sentence.ts'
import type { Tongue } from './tongue.ts'

const same = (text: string) => ({ nl: text, fr: text, en: text })
const model: Model = {
  facts: {
    'person.age': { type: 'integer', noun: { nl: 'leeftijd', fr: 'âge', en: 'age' } },
    'person.birth_date': { type: 'date', noun: { nl: 'geboortedatum', fr: 'date de naissance', en: 'date of birth' } },
    'person.pregnant': {
      type: 'boolean',
      noun: { nl: 'zwanger', fr: 'enceinte', en: 'pregnant' },
      holds: { nl: 'is zwanger', fr: 'est enceinte', en: 'is pregnant' },
      fails: { nl: 'is niet zwanger', fr: 'n’est pas enceinte', en: 'is not pregnant' },
    },
    'person.income': { type: 'money', noun: { nl: 'inkomen', fr: 'revenu', en: 'income' } },
    'dwelling.tenure': {
      type: 'enum',
      noun: { nl: 'woning', fr: 'logement', en: 'dwelling' },
      values: {
        owner: { nl: 'eigenaar', fr: 'propriétaire', en: 'owner' },
        tenant: { nl: 'huurder', fr: 'locataire', en: 'tenant' },
      },
    },
  },
  definitions: {},
  parameters: {
    ceiling: { unit: 'eur/month', kind: 'ceiling', source: '', noun: same('grens'), rows: [] },
  },
  rights: {},
}

function said(rule: string, tongue: Tongue = 'nl'): string {
  const words = sentenceOf(parse(rule), { model, tongue, valueNow: () => 1653.55 })
  // Amounts and the signs of French are written with spaces that do not break.
  return words.replace(/[\u00a0\u202f]/g, ' ')
}

describe('a rule in plain words', () => {
  test.each([
    ['nl', 'leeftijd: minstens 18, of is zwanger'],
    ['fr', 'âge: au moins 18, ou est enceinte'],
    ['en', 'age: at least 18, or is pregnant'],
  ] as const)('is told in %s', (tongue, words) => {
    expect(said('person.age >= 18 or person.pregnant', tongue)).toBe(words)
  })

  test.each([
    ['(if person.pregnant then €1 else €2) - €3', '(if is pregnant: €1.00; otherwise: €2.00) − €3.00'],
    ['min(€1, €2) + €3', '(the smallest of: €1.00; €2.00) + €3.00'],
    ['max(€1, min(€2, €3))', 'the largest of: €1.00; (the smallest of: €2.00; €3.00)'],
    ['€1 / (2 * 3)', '€1.00 ÷ (2 × 3)'],
    ['€1 * 2 / 3', '€1.00 × 2 ÷ 3'],
    ['round(person.income / 3) * 2', '(income ÷ 3, rounded) × 2'],
    ['round(max(€0, person.income))', '(the largest of: €0.00; income), rounded'],
    ['sum(member: member.income) + €3', '(income, of everybody together) + €3.00'],
    [
      'any(member: member.pregnant and member.age < 18) and person.age > 65',
      '(somebody in the household: is pregnant, and age: less than 18), and age: more than 65',
    ],
    [
      'surely(person.pregnant or person.age > 65) and person.age < 99',
      '(is pregnant, or age: more than 65), and age: less than 99',
    ],
    [
      'person.income < (if person.pregnant then €1 else €2) or person.age > 65',
      'income: less than (if is pregnant: €1.00; otherwise: €2.00), or age: more than 65',
    ],
    [
      'if person.pregnant then (if person.age > 65 then 1 else 2) else 3',
      'if is pregnant: (if age: more than 65: 1; otherwise: 2); otherwise: 3',
    ],
  ])('says where each part of %s ends', (rule, words) => {
    expect(said(rule, 'en')).toBe(words)
  })

  test.each([
    ['person.income <= param(ceiling)', 'inkomen: hoogstens € 1.653,55 (grens)'],
    ['person.income < €900.50', 'inkomen: minder dan € 900,50'],
    ['not person.pregnant', 'is niet zwanger'],
    ['dwelling.tenure in [owner, tenant]', 'woning: eigenaar of huurder'],
    ['dwelling.tenure != owner', 'woning: niet eigenaar'],
    ['person.birth_date < 1960-01-01', 'geboortedatum: vóór 1 januari 1960'],
    ['any(member: member.age < 18)', 'iemand in het huishouden: leeftijd: minder dan 18'],
    [
      'person.age >= 18 and (person.pregnant or person.age > 65)',
      'leeftijd: minstens 18, en (is zwanger, of leeftijd: meer dan 65)',
    ],
    ['unknown(somewhere)', 'de berekening van de dienst zelf'],
  ])('says %s', (rule, words) => {
    expect(said(rule)).toBe(words)
  })
})
