import type { Model } from '@meernet/rights-engine'

/** The ids of the parameters that a right works with, by its own rules and by the definitions and facts they speak of. */
export function parametersOf(model: Model, right: string): readonly string[] {
  return reachOf(model, right).parameters
}

/** The ids of the definitions that a right works with, directly or by way of others. */
export function definitionsOf(model: Model, right: string): readonly string[] {
  return reachOf(model, right).names.filter((name) => name in model.definitions)
}

function reachOf(model: Model, right: string) {
  const parameters = new Set<string>()
  const names = new Set<string>()
  const waiting = [...rulesOf(model, right)]
  for (let rule = waiting.pop(); rule !== undefined; rule = waiting.pop()) {
    for (const [, id = ''] of rule.matchAll(/(?:param|ceiling)(?:\(|:)([a-z0-9_.-]+)/g)) parameters.add(id)
    for (const name of namesIn(rule)) {
      if (names.has(name)) continue
      names.add(name)
      const behind = model.definitions[name]?.is ?? model.facts[name]?.when
      if (behind) waiting.push(behind)
    }
  }
  return { parameters: [...parameters].sort(), names: [...names].sort() }
}

/** Parameter id → the rights that work with it. */
export function rightsByParameter(model: Model): ReadonlyMap<string, readonly string[]> {
  const pairs = Object.keys(model.rights).flatMap((right) => parametersOf(model, right).map((id) => ({ id, right })))
  const grouped = Map.groupBy(pairs, ({ id }) => id)
  return new Map([...grouped].map(([id, list]) => [id, list.map(({ right }) => right)]))
}

function rulesOf(model: Model, id: string): readonly string[] {
  const right = model.rights[id]
  if (!right) throw new TypeError(`There is no right ${id}`)
  const { conditions, doubts = [], variants = [], appliesTo, already, amount } = right
  return [
    ...conditions.map(({ when }) => when),
    ...doubts.flatMap(({ when, missing = [] }) => [when, ...missing]),
    ...variants.map(({ when }) => when),
    ...[appliesTo, already, amount?.is].filter((rule) => rule !== undefined),
  ]
}

/** `member.x` and `person.x` are the same name; a fact of a child may stand under either. */
function namesIn(rule: string): readonly string[] {
  return [...rule.matchAll(/\b(person|member|household|dwelling)\.([a-z0-9_]+)/g)].flatMap(([, bearer, name]) =>
    bearer === 'person' || bearer === 'member' ? [`person.${name}`, `child.${name}`] : [`${bearer}.${name}`],
  )
}
