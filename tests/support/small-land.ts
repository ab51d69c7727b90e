import type { Model, Right, Situation } from '@meernet/rights-engine'

// The land whose rules the tests of the engine write themselves.

/** No name in any language: what a test does not look at. */
export const words = { nl: '', fr: '', en: '' }
/** A fact of a model; `more` for its bounds and for when it makes sense. */
export const fact = (type: 'boolean' | 'integer' | 'money' | 'date', more = {}) => ({ type, noun: words, ...more })

/** A small land with rules of its own: few facts, one ceiling that is known until the end of 2026. */
export function landWith(rights: Record<string, Partial<Right>>, more: Partial<Model> = {}): Model {
  return {
    facts: {
      'household.region': choice('flanders', 'brussels', 'wallonia'),
      'household.shares_costs': fact('boolean', { when: 'count(member: true) > 1', otherwise: false }),
      'dwelling.tenure': choice('owner', 'tenant'),
      'person.role': choice('reference', 'partner', 'child', 'other'),
      'person.age': fact('integer', { max: 120 }),
      'person.birth_date': fact('date'),
      'person.wage': fact('money'),
      'person.pension': fact('money'),
      'person.gets_help': fact('boolean', { when: 'person.age >= 18', otherwise: false }),
      'child.school': choice('none', 'primary'),
    },
    definitions: {
      'household.income': {
        of: 'household',
        type: 'money',
        is: 'sum(member: member.wage + member.pension)',
        noun: words,
      },
      'person.protected': { of: 'person', type: 'boolean', is: 'any(member: member.gets_help)', noun: words },
    },
    parameters: {
      ceiling: {
        unit: 'eur/month',
        kind: 'ceiling',
        source: 'invented',
        noun: words,
        knownUntil: '2026-12-31',
        rows: [
          { from: '2025-01-01', value: 1000 },
          { from: '2026-01-01', value: 1100 },
        ],
      },
    },
    rights: Object.fromEntries(Object.entries(rights).map(([id, given]) => [id, right(given)])),
    ...more,
  }
}

/** Somebody who lives alone in Flanders on 5 March 2026. */
export const alone = (person: object, more: Partial<Situation> = {}): Situation => ({
  date: '2026-03-05',
  household: { region: 'flanders' },
  persons: [{ id: 'p1', role: 'reference', ...person }],
  ...more,
})

const choice = (...values: string[]) => ({
  type: 'enum' as const,
  noun: words,
  values: Object.fromEntries(values.map((value) => [value, words])),
})

const right = (more: Partial<Right>): Right => ({
  name: words,
  summary: words,
  level: 'federal',
  subject: 'person',
  regions: ['flanders'],
  conditions: [],
  way: 'on_application',
  ask: { body: words, service: 'any' },
  how: words,
  documents: [],
  sources: [],
  confidence: 'high',
  chapter: '',
  ...more,
})
